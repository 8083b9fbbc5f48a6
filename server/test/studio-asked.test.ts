/** What the pages of the studio ask, without the pages: a list that is taken, in the name of whoever sits there, in the language that is read. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { openStudioAt, studioFolder } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';
import { fully } from './programs.js';

let at: StudioAt;
let pages: string;
let cookie: string;
let token: string;

async function asked<T>(path: string, { body, text, language = 'nl' }: { body?: object; text?: string; language?: string } = {}) {
  const answer = await fetch(new URL(`/api/v1/studio/${path}`, at.address), {
    ...(body || text !== undefined ? { method: 'POST', body: text ?? JSON.stringify(body) } : {}),
    headers: {
      ...{ cookie, 'x-rolewright-token': token, 'x-rolewright-language': language },
      'content-type': text === undefined ? 'application/json' : 'text/plain',
    },
  });
  return { status: answer.status, said: (answer.status === 204 ? {} : await answer.json()) as T };
}

beforeEach(async () => {
  pages = mkdtempSync(join(tmpdir(), 'rolewright-pages-'));
  at = await openStudioAt(studioFolder('nl'), pages, 'en');
  const entered = await fetch(at.address, { redirect: 'manual' });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  ({ token } = (await asked<{ token: string }>('../session')).said);
});
afterEach(async () => {
  await at.close();
  rmSync(pages, { recursive: true });
});

const firm = (): string => readFileSync(join(at.folder, 'organisation.yaml'), 'utf8');
const taking = { on: '2026-12-01', complete: false, newcomers: true, departments: true };

/** Who did what, by the register’s file. */
async function events() {
  const storage = await openStorage({ folder: join(at.folder, 'register') }, madeEdge('looking'));
  try {
    const [person] = await storage.read.people({ limit: 10 });
    return { began: await storage.read.eventsOf('register'), person: await storage.read.eventsOf(person?.id ?? ''), id: person?.id ?? '' };
  } finally {
    await storage.close();
  }
}

it('takes nothing of a list that cannot be read: no register begins, and the employer’s file stays as it is', async () => {
  const before = firm();
  await asked('hr/list', { text: 'Afdeling\tPersoneelsnummer\nBijen\t1001\n' });
  expect(await asked('hr/list/take', { body: taking })).toMatchObject({ status: 422, said: { code: 'column-name-missing' } });
  expect(firm()).toBe(before);
  expect(existsSync(join(at.folder, '.gitignore'))).toBe(false);
  expect((await asked<{ registerBegun: boolean }>('hr/beginnings')).said.registerBegun).toBe(false);
});

it('takes a first list in the name under which the same person acts ever after', async () => {
  writeFileSync(join(at.folder, 'organisation.yaml'), firm().replace(/^name: .*$/m, 'name: { nl: Zuiderlicht, en: Southlight }'));
  await asked('hr/list', { text: 'Naam\tPersoneelsnummer\tFunctie\tAfdeling\nAnna Smit\t1001\toffice-manager\tBijen\n' });
  expect((await asked('hr/list/take', { body: taking, language: 'en' })).said).toMatchObject({ known: 1, departments: 1 });
  expect(firm()).toMatch(/- id: bijen\n +name:\n +nl: Bijen\n +en: Bijen\n/);
  const { id } = await events();
  await asked(`../people/${id}/leaving`, { body: { on: '2026-12-01' } });
  const { began, person } = await events();
  expect(began[0]?.payload).toEqual({ organisation: 'Zuiderlicht' });
  expect(person.map(({ kind }) => kind)).toEqual(['person-known', 'person-left']);
  expect(new Set(person.map(({ actor }) => actor)).size).toBe(1);
});

it('answers in the language that is read, whatever is asked', async () => {
  const words = async (language: string) =>
    (await asked<{ words: { act: { cancel: string } } }>('frame', { language })).said.words.act.cancel;
  expect([await words('en'), await words('nl'), await words('ru')]).toEqual(['Cancel', 'Annuleren', 'Отмена']);
  const refused = async (language: string) =>
    (await asked<{ title: string }>('paper', { body: { base: 'none', edits: [], locale: 'nl' }, language })).said.title;
  expect(new Set([await refused('en'), await refused('nl'), await refused('ru')]).size).toBe(3);
});

fully.each([
  ['a role', 'office-manager', async () => {}],
  ['a variant', 'office-manager-hr', async () => void (await asked('roles/office-manager/variant', { body: { department: 'hr' } }))],
])('offers %s the next version where people would sign other words under the same', async (_, role, begin) => {
  await begin();
  await asked('register', { text: '' });
  const { base, path, data } = (await asked<{ base: string; path: string; data: { version: string } }>(`roles/${role}`)).said;
  const draft = { base, edits: [{ do: 'set', at: ['title'], value: 'kantoorbeheerder' }] };
  const compared = async (body: object) => (await asked<{ keeps: object | null }>(`roles/${role}/comparison`, { body })).said.keeps;
  const next = data.version.replace(/\.\d+\.\d+$/, '.1.0');
  expect(await compared(draft)).toEqual({ version: data.version, next });
  expect(await compared({ base, edits: [] })).toBeNull();
  expect(await compared({ ...draft, edits: [...draft.edits, { do: 'set', at: ['version'], value: next }] })).toBeNull();
  const { id } = (await asked<{ id: string }>(`roles/${role}/propose`, { body: { ...draft, summary: 'Korter', raised: true } })).said;
  const { seen } = (await asked<{ seen: string }>(`proposals/${id}`)).said;
  expect((await asked(`proposals/${id}/approve`, { body: { seen } })).status).toBe(200);
  expect(readFileSync(join(at.folder, path), 'utf8')).toContain(`\nversion: ${next}\n`);
});
