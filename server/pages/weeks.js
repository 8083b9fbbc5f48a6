/*
 * Keeps what is ticked or written without a connection, and sends it later with the time at which it was made. The page works without
 * any of this: its forms send themselves.
 */
(() => {
  const { body } = document;
  const place = location.pathname;
  const queueAt = `weeks:${place}`;
  const read = () => {
    try {
      const found = JSON.parse(localStorage.getItem(queueAt) ?? '[]');
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };
  const write = (queue) => {
    try {
      if (queue.length === 0) localStorage.removeItem(queueAt);
      else localStorage.setItem(queueAt, JSON.stringify(queue));
      return true;
    } catch {
      return false;
    }
  };

  // The link holds no more: nothing of the plan stays on the device.
  if (body.dataset.page === 'over') {
    write([]);
    navigator.serviceWorker?.getRegistration().then((found) => found?.unregister());
    globalThis.caches?.delete(queueAt);
    return;
  }

  navigator.serviceWorker?.register('./sw.js', { scope: './' }).catch(() => {});
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage('keep'));

  // A page that says one thing has nothing to tick.
  if (body.dataset.page !== 'plan') return;

  const device = document.getElementById('device');
  let refused = 0;
  let lost = false;
  const tell = () => {
    const waiting = read().length;
    const { lost: none, kept, refused: gone } = body.dataset;
    const words = [
      ...(navigator.onLine && !lost ? [] : [none]),
      ...(waiting > 0 ? [kept.replace('#', String(waiting))] : []),
      ...(refused > 0 ? [gone.replace('#', String(refused))] : []),
    ];
    device.hidden = words.length === 0;
    device.textContent = words.join(' ');
  };

  /** Shows what is kept here, on a page that does not know of it. */
  const show = () => {
    for (const { path, fields } of read()) {
      const line = document.getElementById(fields.item);
      if (line === null) continue;
      const when = line.querySelector('[data-when]');
      line.classList.add('waits');
      when?.setAttribute('data-waits', body.dataset.waits);
      if (path !== 'tick') continue;
      const done = fields.done === '1';
      line.classList.toggle('is-done', done);
      const box = line.querySelector('.tick');
      box?.setAttribute('aria-checked', String(done));
      for (const form of document.querySelectorAll('form[data-deed=tick]'))
        if (form.elements.item.value === fields.item) form.elements.done.value = done ? '0' : '1';
    }
    tell();
  };

  /** The page as the server has it now, in the place of this one; what is open and where one reads stays. */
  const renew = async () => {
    const answer = await fetch(place + location.search.replace(/[?&](did|task)=[^&]*/g, ''), { credentials: 'same-origin' });
    if (answer.status === 404 || answer.status === 410) return location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const opened = [...document.querySelectorAll('details[id][open]')].map(({ id }) => id);
    const focused = document.activeElement?.closest('li[id]')?.id;
    document.getElementById('far').parentElement.replaceWith(page.getElementById('far').parentElement);
    for (const part of ['.next', '.plan']) document.querySelector(part).replaceWith(page.querySelector(part));
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
    if (focused) document.getElementById(focused)?.querySelector('.tick')?.focus();
    show();
  };

  let sending = false;
  /** Sends what is kept, one after another, in the order in which it was made. */
  const send = async () => {
    if (sending) return;
    sending = true;
    let sent = 0;
    try {
      for (let queue = read(); queue.length > 0; queue = read()) {
        const [{ path, fields }] = queue;
        const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin' });
        lost = false;
        if (answer.status === 429 || answer.status >= 500) break;
        // What the plan does not take any more would wait for ever.
        if (!answer.ok) refused += 1;
        if (answer.status === 404 || answer.status === 410) return location.reload();
        write(read().filter((one) => one.fields.mark !== fields.mark));
        sent += 1;
      }
    } catch {
      // It waits.
      lost = true;
    } finally {
      sending = false;
      tell();
    }
    if (sent > 0) await renew().catch(() => {});
  };

  const mark = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-deed]');
    if (form === null || event.defaultPrevented) return;
    const { file, ...fields } = Object.fromEntries(new FormData(form, event.submitter ?? undefined));
    // A file is not kept here: its form sends itself, once there is a connection.
    if (file?.size > 0) {
      if (navigator.onLine && !lost) return;
      event.preventDefault();
      device.hidden = false;
      device.textContent = body.dataset.online;
      device.scrollIntoView({ block: 'center' });
      return;
    }
    if (fields.words === '' && form.dataset.deed === 'note') return event.preventDefault();
    const kept = { path: form.dataset.deed, fields: { ...fields, made: new Date().toISOString(), mark: mark() } };
    // Where nothing can be kept, the form sends itself.
    if (!write([...read(), kept])) return;
    event.preventDefault();
    if (form.dataset.deed !== 'tick') form.closest('details')?.removeAttribute('open');
    form.querySelector('textarea')?.form.reset();
    show();
    send();
  });
  addEventListener('online', send);
  addEventListener('offline', tell);
  // Another device may have ticked meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    if (read().length > 0) send();
    else renew().catch(() => {});
  });
  show();
  send();
})();
