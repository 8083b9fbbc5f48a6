/**
 * The paper inside the page: in a tree of its own, so that its look and the studio’s leave each other alone. Its style sheet is made
 * by script, which a strict content policy allows where style in the markup is not.
 */

/** What of the look is otherwise inside the studio: the pane is the page, and there is nothing to fill in. */
const inside = `
:host{display:block;background:var(--paper);color:var(--text)}
.sheet{max-width:none!important;margin:0!important;padding:clamp(1rem,5cqi,3.5rem)!important;box-shadow:none!important;border-radius:0!important}
.progress{display:none!important}
input:disabled:not([type=checkbox],[type=radio]){appearance:none;border:0!important;border-bottom:1px dotted currentColor!important;border-radius:0!important;background:none!important;box-shadow:none!important;opacity:1;cursor:default}
[id].here{background:var(--here-tint);box-shadow:0 0 0 .3em var(--here-tint);border-radius:.1em}
li[id],section[id]>:is(h2,h3){cursor:pointer}
`;

export interface Sheet {
  /** Shows a page; what is the same as before stays as it is, the place that was scrolled to among it. */
  show(html: string, lang: string, css: string | null): void;
  /** Marks the clause that is edited. */
  mark(id: string | null, scroll: boolean): void;
}

export function openSheet(host: HTMLElement, onPick: (id: string) => void): Sheet {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const look = new CSSStyleSheet();
  const ours = new CSSStyleSheet();
  ours.replaceSync(inside);
  root.adoptedStyleSheets = [look, ours];
  const page = document.createElement('div');
  root.replaceChildren(page);
  let marked: string | null = null;
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('[id]') : null;
    if (target) onPick(target.id);
  });
  const sheet: Sheet = {
    show(html, lang, css) {
      if (css !== null) look.replaceSync(ofHost(css));
      host.lang = lang;
      const next = document.createElement('template');
      next.innerHTML = html;
      for (const input of next.content.querySelectorAll('input')) {
        input.tabIndex = -1;
        input.setAttribute('disabled', '');
        // A line to write on has no pattern of some country.
        if (input.type === 'date') input.type = 'text';
      }
      const made = document.createElement('div');
      made.append(next.content);
      sync(page, made);
      sheet.mark(marked, false);
    },
    mark(id, scroll) {
      for (const one of root.querySelectorAll('.here')) one.classList.remove('here');
      marked = id;
      const found = id === null ? null : root.querySelector(`[id="${CSS.escape(id)}"]`);
      found?.classList.add('here');
      if (found && scroll) bringIntoSight(found, host.parentElement);
    },
  };
  return sheet;
}

/** Rules for the page are rules for the pane. */
const ofHost = (css: string): string => css.replace(/(^|[}{,\s]):root\b/g, '$1:host').replace(/(^|[}\s])(?:html|body)\{/g, '$1:host{');

function bringIntoSight(element: Element, pane: HTMLElement | null): void {
  if (!pane) return;
  const [own, around] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.top >= around.top && own.bottom <= around.bottom) return;
  pane.scrollTop += own.top - around.top - around.height / 3;
}

/** Makes one element like another, and touches nothing that is like it already. */
function sync(now: Element, next: Element): void {
  const [old, made] = [[...now.childNodes], [...next.childNodes]];
  let start = 0;
  while (start < old.length && start < made.length && old[start]?.isEqualNode(made[start] ?? null)) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < made.length - start &&
    old[old.length - 1 - end]?.isEqualNode(made[made.length - 1 - end] ?? null)
  )
    end += 1;
  const [gone, come] = [old.slice(start, old.length - end), made.slice(start, made.length - end)];
  const [only, other] = [gone[0], come[0]];
  if (
    gone.length === 1 &&
    come.length === 1 &&
    only instanceof Element &&
    other instanceof Element &&
    only.cloneNode().isEqualNode(other.cloneNode())
  ) {
    sync(only, other);
    return;
  }
  const before = old[old.length - end] ?? null;
  for (const one of gone) one.remove();
  for (const one of come) now.insertBefore(one, before);
}
