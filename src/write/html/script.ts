/**
 * Remembers in the browser what is ticked and filled in, counts the ticked boxes, and hands what is filled in to the
 * style of the printed page. The page is read, ticked and printed without it too. It is the same in every document, and
 * has neither `<` nor `&`, which parsers of HTML and XML read differently here.
 */
export const script = `
(() => {
  const main = document.querySelector('main');
  const controls = [...main.querySelectorAll('input')];
  const boxes = controls.filter((one) => one.type === 'checkbox');
  const blanks = controls.filter((one) => one.type !== 'checkbox');
  const progress = document.querySelector('.progress');
  const next = document.querySelector('.next');

  // Private windows, mail readers and full discs have no memory: the page works all the same.
  const recall = () => {
    try {
      return Object(JSON.parse(localStorage.getItem(main.dataset.memory)));
    } catch {
      return {};
    }
  };
  const remember = (control) => {
    try {
      const value = control.type === 'checkbox' ? control.checked : control.value;
      localStorage.setItem(main.dataset.memory, JSON.stringify({ ...recall(), [control.name]: value }));
    } catch {
      return;
    }
  };

  // The columns of a table have no room for the names of months.
  const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  const short = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' };
  const written = (blank) => {
    const day = blank.type === 'date' ? blank.valueAsDate : null;
    return day ? day.toLocaleDateString(document.documentElement.lang, blank.closest('td') ? short : long) : blank.value;
  };
  const show = () => {
    for (const blank of blanks) {
      if (blank.value === '') delete blank.parentElement.dataset.written;
      else blank.parentElement.dataset.written = written(blank);
    }
    if (next) point();
    if (!progress) return;
    const ticked = boxes.filter((box) => box.checked).length;
    progress.firstElementChild.value = ticked;
    progress.lastElementChild.value = ticked + ' / ' + boxes.length;
    progress.hidden = false;
  };

  // The words are those of the row: its subject, and its first short value under the name of the column.
  const point = () => {
    const row = [...main.querySelectorAll('tr.step')].find((one) => !one.querySelector('[type=checkbox]').checked);
    const brief = row ? row.querySelector('.brief[data-label]') : null;
    const [what, when] = ['.what a', '.when'].map((one) => next.querySelector(one));
    const subject = row ? row.querySelector('.subject') : null;
    what.textContent = subject ? (subject.querySelector('p') || subject).textContent : next.dataset.done;
    if (row) what.setAttribute('href', '#' + row.id);
    else what.removeAttribute('href');
    when.hidden = !brief;
    when.firstElementChild.textContent = brief ? brief.dataset.label : '';
    when.lastElementChild.textContent = brief ? brief.textContent : '';
  };

  // On paper and on a desk nothing is folded away.
  const folded = main.querySelector('details');
  if (folded) {
    const small = matchMedia('screen and (max-width:48rem)');
    const fold = () => (folded.open = !small.matches);
    fold();
    small.addEventListener('change', fold);
    addEventListener('beforeprint', () => (folded.open = true));
    addEventListener('afterprint', fold);
  }

  const kept = recall();
  for (const box of boxes) if (typeof kept[box.name] === 'boolean') box.checked = kept[box.name];
  for (const blank of blanks) if (typeof kept[blank.name] === 'string') blank.value = kept[blank.name];
  show();
  main.addEventListener('input', (event) => {
    remember(event.target);
    show();
  });
})();
`;
