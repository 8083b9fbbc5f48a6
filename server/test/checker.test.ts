/** The page on which anybody has a file looked at: what it says of each sort of file, what it keeps to itself, and what it takes. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { checkerApp, largestFile } from '../src/checker/app.js';
import { openApp } from '../src/http/app.js';
import type { ShellEnv } from '../src/http/app.js';
import { deskDoor } from '../src/http/desk-door.js';
import { routesOf } from '../src/http/api.js';
import { begin } from '../src/register/begin.js';
import { openPdf } from '../src/sign/read/file.js';
import { entriesOf, itemsOf } from '../src/sign/read/values.js';
import { openAuthority } from './authority.js';
import type { Authority } from './authority.js';
import { client, origin } from './client.js';
import { added, bodyOf, numberOf, patched } from './forged.js';
import { keyIn, paper, sealed } from './sealable.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

let made: Made;
let app: Hono<ShellEnv>;
let authority: Authority;
let whole: Uint8Array;
let issued: Uint8Array;
const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';

beforeAll(async () => {
  authority = openAuthority();
  made = await madeService({
    door: () => ({
      ...deskDoor({ actor: async () => ({ id: 'a_1', name: 'Helen Carter' }), language: 'en', secret, first: '/check' }),
      hosts: [],
    }),
  });
  app = openApp(made.service, routesOf(made.service), [{ path: '/check', app: checkerApp() }]);
  await begin(made.storage, { organisation: 'North Wind', today: '2026-12-01' });
  const hr = client(app);
  await hr.get(`/enter?key=${secret}`);
  const taken = await hr.post('/api/v1/people', {
    people: [
      {
        names: { last: 'Verborgen', first: 'Willem' },
        number: '2002',
        gender: 'male',
        role: 'sales-manager',
        department: 'sales',
        language: 'nl',
      },
    ],
  });
  expect(taken.status).toBe(200);
  const answer = await hr.post('/api/v1/documents', { formats: ['pdf'] }, { 'idempotency-key': 'issue-for-checking' });
  const { items } = (await answer.json()) as { items: { document: { id: string } }[] };
  issued = new Uint8Array(await (await hr.get(`/api/v1/documents/${items[0]?.document.id}/files/pdf`)).arrayBuffer());
  whole = (await sealed(await paper('en'), await keyIn(authority), 'superior-signature')).bytes;
}, 120_000);
afterAll(async () => {
  authority.close();
  await made.close();
  rmSync(made.folder, { recursive: true, force: true });
});

/** What the page says when a file is brought, as text. */
async function bring(bytes: Uint8Array | null, language = 'en', headers: Record<string, string> = {}) {
  const form = new FormData();
  form.set('file', new File(bytes === null ? [] : [bytes as Uint8Array<ArrayBuffer>], 'paper.pdf', { type: 'application/pdf' }));
  const answer = await app.request(`${origin}/check?l=${language}`, { method: 'POST', body: form, headers: { origin, ...headers } });
  const html = await answer.text();
  return { status: answer.status, html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

it.each([
  ['en', 'Check a document'],
  ['ru', 'Проверить документ'],
  ['nl', 'Een document controleren'],
] as const)('is there for anybody, without a script: %s', async (language, title) => {
  const answer = await app.request(`${origin}/check?l=${language}`);
  const html = await answer.text();
  expect([answer.status, answer.headers.get('content-language'), html.includes(title), /<script/.test(html)]).toEqual([
    ...[200, language, true, false],
  ]);
  // Forms of a page that names no origin would be taken for those of another site.
  expect(answer.headers.get('referrer-policy')).toBe('same-origin');
});

it('knows a file that was issued here, to the byte, and tells nobody whose it is', async () => {
  const { status, text } = await bring(issued);
  expect([status, text.includes('issued this very file'), text.includes('it is in force')]).toEqual([200, true, true]);
  expect(text).toContain('no electronic seal');
  expect(text).not.toMatch(/Verborgen|Willem|2002/);
  const other = await bring(new Uint8Array([...issued, 10]));
  expect(other.text).toContain('Not this very file.');
});

it('says who sealed a file, and that nothing was changed', async () => {
  const { text } = await bring(whole);
  expect(text).toContain('The seal holds');
  expect(text).toContain('PAdES B-B');
  expect(text).toContain((await keyIn(authority)).certificate.subject);
  expect((await bring(whole, 'ru')).text).toContain('Электронная подпись верна');
  expect((await bring(whole, 'nl')).text).toContain('Het zegel klopt');
});

it('tells what was changed behind a seal, and a seal that does not hold', async () => {
  const pages = entriesOf(openPdf(whole).resolve(openPdf(whole).root.get('Pages')));
  const page = numberOf(itemsOf(pages?.get('Kids'))?.[0]);
  const forged = added(whole, { objects: { [page]: bodyOf(whole, page).replace(/\/MediaBox ?\[[^\]]*\]/, '/MediaBox[0 0 300 300]') } });
  const changed = await bring(forged);
  expect([changed.text.includes('something was changed after it'), changed.text.includes('CHANGED afterwards: page 1')]).toEqual([
    true,
    true,
  ]);
  const broken = await bring(patched(whole, /\/MediaBox ?\[0 0 (\d)/, (match) => match[0].slice(0, -1) + (match[1] === '5' ? '4' : '5')));
  expect(broken.text).toContain('The seal does not hold');
});

it('says so calmly where there is nothing to look at', async () => {
  expect((await bring(new TextEncoder().encode('<script>alert(1)</script>'))).text).toContain('this is no PDF');
  const nothing = await bring(null);
  expect([nothing.status, nothing.text.includes('No file was chosen.')]).toEqual([422, true]);
  const answer = await app.request(`${origin}/check`, {
    ...{ method: 'POST', body: 'file=x' },
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([415, 'text/html; charset=UTF-8']);
});

it('takes no more than it says, nothing for another site, and not from one place for ever', async () => {
  const large = await app.request(`${origin}/check`, {
    ...{ method: 'POST', body: new Uint8Array(10) },
    headers: { origin, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(largestFile * 2) },
  });
  expect(large.status).toBe(413);
  expect((await bring(whole, 'en', { origin: 'https://evil.example' })).status).toBe(403);
  let last = 200;
  for (let tried = 0; tried < 70 && last !== 429; tried += 1) last = (await bring(null)).status;
  expect(last).toBe(429);
});

it('keeps nothing of what is brought', async () => {
  const { files, look } = made.storage;
  const known = await look((db) => db.selectFrom('document_file').select('sha256').execute());
  expect(known.length).toBeGreaterThan(0);
  const { createHash } = await import('node:crypto');
  await expect(files.read(createHash('sha256').update(whole).digest('hex'))).rejects.toThrow();
  expect(made.log.filter((entry) => JSON.stringify(entry).includes('paper.pdf'))).toEqual([]);
});
