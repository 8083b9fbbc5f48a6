/** The pages of a plan, without a browser: what they show to whom, what they take, what nobody gets from them. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo, scannedPdf } from './pictures.js';
import { isFull } from './programs.js';
import { openMailServer } from './signer-world.js';
import { openWeeks } from './weeks-world.js';
import type { World } from './weeks-world.js';

interface Plan {
  readonly tasks: readonly {
    readonly id: string;
    readonly what: string;
    readonly owner: string;
    readonly done: string | null;
    readonly ticks: readonly { readonly by: string; readonly as: string }[];
    readonly notes: readonly { readonly words: string; readonly by: string }[];
    readonly files: readonly { readonly seq: number; readonly size: number }[];
    readonly checks: readonly { readonly result: string }[];
  }[];
}

describe('my first weeks', () => {
  let world: World;
  let link = '';
  beforeAll(async () => {
    world = await openWeeks();
    link = await world.link('103');
  }, 120_000);
  afterAll(async () => {
    await world.close();
  });

  const get = (address: string, headers: Record<string, string> = {}) => fetch(address, { headers, redirect: 'manual' });
  const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
  const plan = (number = '103') => world.hr.data<Plan>(`plan show ${number}`);
  const task = async (id: string) => (await plan()).tasks.find((one) => one.id === id) ?? expect.fail(`no ${id}`);
  const first = async (owner: (owner: string) => boolean, what = 'step') =>
    (await plan()).tasks.find((one) => owner(one.owner) && one.what === what)?.id ?? '';

  it('shows the plan in the language of the newcomer, or in another that is asked for', async () => {
    const page = await (await get(link)).text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('Dag Jan');
    expect(page).toContain('tel:+31200000000');
    expect(page).toContain('mailto:oliver@example.org');
    expect(await (await get(`${link}?l=ru`)).text()).toContain('Мои первые недели');
    expect(await (await get(`${link}?l=en`)).text()).toContain('My first weeks');
  });

  it('is small: page, style and script are 15 kB compressed together', async () => {
    const parts = [link, `${world.address}/w/style.css`, `${world.address}/w/weeks.js`];
    const sizes = await Promise.all(parts.map(async (part) => gzipSync(await (await get(part)).text()).length));
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      sizes.join(' + '),
    ).toBeLessThan(15 * 1024);
  });

  it('takes a tick and takes it back, by a form', async () => {
    const id = await first((owner) => owner === 'new-hire');
    const answer = await post(`${link}tick`, { item: id, done: '1' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${new URL(link).pathname}?did=ticked&task=${id}#main`]);
    const after = await (await get(`${world.address}${answer.headers.get('location')}`)).text();
    expect(after).toMatch(/role="status">\s*<p>‘.*’ is gedaan\./);
    expect((await task(id)).ticks).toMatchObject([{ by: 'Jan de Vries', as: 'new-hire' }]);
    await post(`${link}tick`, { item: id, done: '0' });
    expect((await task(id)).done).toBeNull();
  });

  it('keeps a note as words, whatever stands in it', async () => {
    const id = await first((owner) => owner === 'new-hire');
    await post(`${link}note`, { item: id, words: '<script>alert(1)</script> & “more”\u0007' });
    expect((await task(id)).notes).toMatchObject([{ words: '<script>alert(1)</script> & “more”', by: 'Jan de Vries' }]);
    expect(await (await get(link)).text()).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “more”');
    await post(`${link}note`, { item: id, words: ' \n ' });
    expect((await task(id)).notes).toHaveLength(1);
  });

  it('takes a photo or file with a note, by a form alone, and gives it to those who see the step', async () => {
    const id = await first((owner) => owner === 'new-hire');
    const send = async (to: string, file: Uint8Array | string, name: string, words = '', item = id) => {
      const form = new FormData();
      form.set('item', item);
      form.set('words', words);
      form.set('file', new Blob([file as Uint8Array<ArrayBuffer>], { type: 'image/svg+xml' }), name);
      return await fetch(`${to}note`, { method: 'POST', body: form, redirect: 'manual' });
    };
    const answer = await send(link, photo(), '<b>Mijn "bureau"</b>.HEIC', 'Kijk');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${new URL(link).pathname}?did=filed&task=${id}#${id}`]);
    const page = await (await get(`${world.address}${answer.headers.get('location')}`)).text();
    expect(page).toMatch(/role="status">\s*<p>Wat je bij .* is bewaard/);
    expect(page).toContain('b&gt;.jpg</a>');
    const [file] = (await task(id)).files;
    const at = `${link}file/${file?.seq}`;
    for (const from of [link, await world.link('103', 'mentor'), await world.link('103', 'head')]) {
      const got = await get(at.replace(link, from));
      expect([got.status, got.headers.get('content-type'), got.headers.get('x-content-type-options')]).toEqual([
        200,
        'image/jpeg',
        'nosniff',
      ]);
      expect(got.headers.get('content-disposition')).toMatch(/^inline; filename="[\w.-]+\.jpg"; filename\*=UTF-8''/);
      expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      const bytes = Buffer.from(await got.arrayBuffer());
      expect([bytes.length === file?.size, bytes.includes('GPS')]).toEqual([true, false]);
    }
    expect((await get(at.replace(link, await world.link('101')))).status).toBe(404);
    expect((await get(`${link}file/1`)).status).toBe(404);
    const paper = await send(link, scannedPdf(), 'x.png');
    expect(paper.status).toBe(303);
    expect((await get(`${link}file/${(await task(id)).files[1]?.seq}`)).headers.get('content-disposition')).toMatch(/^attachment; /);
    // What is no photo is said to be none, on the plan itself; the words are kept.
    const before = (await task(id)).notes.length;
    const other = await send(link, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.jpg', 'Woorden');
    expect(other.headers.get('location')).toContain('did=kind');
    expect(await (await get(`${world.address}${other.headers.get('location')}`)).text()).toMatch(/role="alert">\s*Dat is geen foto/);
    expect([(await task(id)).files.length, (await task(id)).notes.length]).toEqual([2, before + 1]);
    // Twenty megabytes are sent in the full run.
    if (isFull) {
      const large = await send(link, new Uint8Array((20 << 20) + 70_000), 'a.jpg');
      expect(large.headers.get('location')).toContain('did=large');
    }
    // Nothing lands on what the newcomer does not see, and nothing of it in the store.
    expect((await send(link, photo({ says: 'again' }), 'a.jpg', '', 'law-identity')).status).toBe(403);
    expect((await task(id)).files).toHaveLength(2);
    expect(await world.hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  });

  it('takes nothing that is not the reader’s to say', async () => {
    const others = await first((owner) => owner !== 'new-hire');
    const check = await first(() => true, 'check');
    const before = await plan();
    expect((await post(`${link}tick`, { item: others, done: '1' })).status).toBe(403);
    expect((await post(`${link}check`, { item: check, result: 'passed' })).status).toBe(403);
    expect((await post(`${link}tick`, { item: 'no-such-task', done: '1' })).status).toBe(403);
    expect((await post(`${link}tick`, { item: 'no-such-task', done: '1', mark: 'c'.repeat(32), made: 'now' })).status).toBe(409);
    expect((await post(`${link}note`, { item: others, words: 'x'.repeat(70_000) })).status).toBe(413);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await post(`${link}tick`, { item: await first((owner) => owner === 'new-hire'), done: '1' }, foreign)).status).toBe(403);
    expect(await plan()).toEqual(before);
  });

  it('takes from a device what it made before, once', async () => {
    const id = await first((owner) => owner === 'new-hire');
    world.day('2026-12-09');
    const sent = { item: id, done: '1', made: '2026-12-08T15:30:00.000Z', mark: 'd'.repeat(32) };
    expect((await post(`${link}tick`, sent)).status).toBe(204);
    expect((await post(`${link}tick`, sent)).status).toBe(204);
    const now = await task(id);
    expect([now.done, now.ticks.length]).toEqual(['2026-12-08T15:30:00.000Z', 3]);
    // A clock that cannot be right says nothing of when it was made, and that is told.
    const wrong = { item: id, made: '1970-01-01T00:00:07.000Z', mark: 'e'.repeat(32) };
    expect((await post(`${link}tick`, { ...wrong, done: '0', made: 'yesterday' })).status).toBe(204);
    expect((await task(id)).done).toBeNull();
    expect((await post(`${link}tick`, { ...wrong, done: '1', mark: 'f'.repeat(32) })).status).toBe(204);
    expect((await task(id)).ticks.at(-1)).toMatchObject({ said: wrong.made, made: expect.stringMatching(/^2026-12-09/) as string });
    expect(await (await get(link)).text()).toContain('de klok van het apparaat liep verkeerd');
  });

  it('shows mentor and head the same plan from their side, and takes the result of a check', async () => {
    const mentor = await world.link('103', 'mentor');
    const page = await (await get(mentor, { 'accept-language': 'en' })).text();
    expect(page).toContain('The first weeks of Jan de Vries');
    expect(page).toContain('You are the mentor');
    expect(page).toContain('alert(1)');
    const check = await first(() => true, 'check');
    expect((await post(`${mentor}check`, { item: check, result: 'failed', words: 'Once more on Friday' })).status).toBe(303);
    expect((await post(`${mentor}check`, { item: check, result: 'passed' })).status).toBe(303);
    expect((await task(check)).checks).toMatchObject([
      { result: 'failed', words: 'Once more on Friday', by: 'Oliver Grant' },
      { result: 'passed' },
    ]);
    expect((await post(`${mentor}tick`, { item: await first((owner) => owner === 'new-hire'), done: '0' })).status).toBe(403);
    // What the head finds is no mentor’s to say.
    const ofManager = await first((owner) => owner === 'manager', 'check');
    expect((await post(`${mentor}check`, { item: ofManager, result: 'passed' })).status).toBe(403);
    expect((await task(ofManager)).checks).toEqual([]);
    const ofHead = await first((owner) => owner === 'manager');
    expect((await post(`${mentor}tick`, { item: ofHead, done: '1' })).status).toBe(403);
    expect((await post(`${mentor}tick`, { item: await first((owner) => owner === 'mentor'), done: '1' })).status).toBe(303);
    // The newcomer sees what was found.
    expect(await (await get(link)).text()).toContain('Gehaald');
    const head = await world.link('103', 'head');
    expect(await (await get(head, { 'accept-language': 'ru' })).text()).toContain('Вы ведёте адаптацию');
    expect((await post(`${head}tick`, { item: ofHead, done: '1' })).status).toBe(303);
  });

  it('sends each their own link by mail, which takes the place of the one before', async () => {
    const { hr } = world;
    const refused = await hr.run('plan mail 102');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('register-no-mail-server')]);
    const server = await openMailServer();
    Object.assign(hr.environment, { SMTP_URL: `smtp://127.0.0.1:${server.port}?security=none`, MAIL_FROM: 'kadry@example.org' });
    const before = await world.link('102');
    expect(await hr.data('plan mail 102')).toMatchObject({
      sent: [
        { reader: 'new-hire', to: expect.stringMatching(/^a.*@example\.org$/) as string },
        { reader: 'mentor', name: 'Oliver Grant' },
        { reader: 'head', to: expect.stringContaining('@example.org') as string },
      ],
      without: [],
    });
    // Nothing is lost while the mail is on its way: the link of each is made when it is sent.
    expect((await get(before)).status).toBe(200);
    server.answer = (to) => (to.startsWith('oliver') ? 450 : null);
    await hr.work();
    expect((await get(before)).status).toBe(410);
    const [own, head] = server.mails;
    expect([own?.to, own?.subject, head?.to, head?.subject]).toEqual([
      ...['amelia@example.org', 'Your first weeks'],
      ...['head@example.org', expect.stringMatching(/^Первые недели: .*Amelia/) as string],
    ]);
    const linkIn = (text = ''): string => /http\S+\/w\/[\w-]{43}\//.exec(text)?.[0] ?? '?';
    expect(own?.text).toMatch(/Dear Amelia,\n\nyour plan .* You begin on 7 December 2026\./);
    expect(own?.raw).not.toContain('Content-Disposition: attachment');
    expect(await (await get(linkIn(own?.text))).text()).toContain('Hello, Amelia');
    expect(await (await get(linkIn(head?.text), { 'accept-language': 'en' })).text()).toContain('You look after these weeks');
    // The one that the server did not want yet comes later, with a link that opens.
    server.answer = () => null;
    world.edge.wait(3_600_000);
    await hr.work();
    const mentor = server.mails.find(({ to }) => to === 'oliver@example.org');
    expect(await (await get(linkIn(mentor?.text), { 'accept-language': 'en' })).text()).toContain('You are the mentor');
    // What is known of nobody is said; of mails that wait nothing stays once the person has left.
    await hr.data('plan helper 102 --mentor "Priya Sharma"');
    const some = await hr.run('plan mail 102');
    expect([some.code, some.err]).toEqual([0, expect.stringMatching(/register-plan-no-email[^]*Priya Sharma/)]);
    const none = await hr.run('plan mail 102 --for mentor');
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/register-plan-no-email[^]*plan helper/)]);
    await server.close();
    const waiting = () => world.storage.look((db) => db.selectFrom('mail').selectAll().where('kind', '=', 'plan').execute());
    expect((await waiting()).filter(({ state }) => state === 'queued')).toHaveLength(2);
    expect(JSON.stringify(await waiting())).not.toMatch(/\/w\/[\w-]{43}/);
  });

  it('opens a calendar by a secret of its own, with what is done', async () => {
    const page = await (await get(link)).text();
    const address = /webcal:\/\/([^"]+\.ics)/.exec(page)?.[1] ?? '';
    expect(address).toMatch(/\/w\/calendar\/[\w-]{43}\.ics$/);
    expect(address).not.toContain(link.split('/')[4] ?? '?');
    const answer = await get(`http://${address}`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const ics = await answer.text();
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0/);
    expect(ics).toMatch(/SUMMARY;LANGUAGE=nl[^:]*:✓ /);
    // It opens nothing else, and the page no calendar.
    const secret = address.split('/').at(-1)?.slice(0, -4) ?? '';
    expect((await get(`${world.address}/w/${secret}/`)).status).toBe(404);
    expect((await get(`${world.address}/w/calendar/${link.split('/')[4]}.ics`)).status).toBe(404);
    await world.hr.data('plan revoke 103 --for calendar');
    expect((await get(`http://${address}`)).status).toBe(410);
    const without = await (await get(link)).text();
    expect(without).toContain('Dag Jan');
    expect(without).not.toContain('webcal:');
  });

  it('can be installed, and gives a telephone what it keeps', async () => {
    const manifest = (await (await get(`${link}app.webmanifest`)).json()) as { icons: { src: string }[]; start_url: string };
    expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone', name: 'Mijn eerste weken' });
    for (const { src } of manifest.icons) expect((await get(`${world.address}${src}`)).status, src).toBe(200);
    const worker = await get(`${link}sw.js`);
    expect([worker.status, worker.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await get(link.slice(0, -1))).headers.get('location')).toBe(new URL(link).pathname);
  });

  it('shows nothing of anybody without a secret, or with one that holds no more', async () => {
    for (const address of [
      `${world.address}/w`,
      `${world.address}/w/`,
      `${world.address}/w/${'x'.repeat(43)}/`,
      `${world.address}/w/${'x'.repeat(43)}/sw.js`,
      `${world.address}/w/${'x'.repeat(43)}/app.webmanifest`,
      `${world.address}/w/calendar/${'x'.repeat(43)}.ics`,
      `${world.address}/w/${'x'.repeat(42)}/`,
    ]) {
      const answer = await get(address, { 'accept-language': 'en' });
      expect([404, 410], address).toContain(answer.status);
      const shown = await answer.text();
      expect(shown, address).not.toMatch(/Jan|Vries|Oliver|Noordenwind|Northwind/);
      // Whoever has copied half a link reads what to do.
      expect(shown, address).toContain('This link does not open anything');
    }
    expect((await post(`${world.address}/w/${'x'.repeat(43)}/tick`, { item: 'a', done: '1' })).status).toBe(404);
    const newer = await world.link('103');
    const over = await get(link, { 'accept-language': 'nl' });
    expect([over.status, (await over.text()).includes('geldt niet meer')]).toEqual([410, true]);
    expect((await post(`${link}tick`, { item: 'a', done: '1' })).status).toBe(410);
    world.day('2028-01-01');
    const late = await get(newer, { 'accept-language': 'nl' });
    expect([late.status, (await late.text()).includes('verlopen')]).toEqual([410, true]);
    const log = JSON.stringify(world.log);
    for (const one of [link, newer]) expect(log.includes(one.split('/')[4] ?? '?')).toBe(false);
  });

  it('takes nothing more once the plan has ended, and shows nothing once the person has left', async () => {
    world.day('2028-01-02');
    const anna = await world.link('101');
    await world.hr.data('plan end 101');
    expect(await (await get(anna)).text()).toContain('План завершён');
    expect((await post(`${anna}tick`, { item: 'a', done: '1' })).status).toBe(410);
    const amelia = await world.link('102');
    await world.hr.data('leave 102 --on 2028-01-02 --yes');
    expect(await world.storage.look((db) => db.selectFrom('mail').selectAll().where('kind', '=', 'plan').execute())).toEqual([]);
    expect((await get(amelia)).status).toBe(410);
    expect(await world.hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  });
});
