/** One person without a list, as the screens ask for it: added, called otherwise, moved to another post. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanFile } from '../src/register/picture-facts.js';
import { openStorage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { photo } from './pictures.js';
import { openStudioAt, studioFolder } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

let at: StudioAt;
let pages: string;
let cookie: string;
let token: string;

async function asked<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/studio/${path}`, at.address), {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie, 'x-rolewright-token': token, 'x-rolewright-language': 'nl', 'content-type': 'application/json' },
  });
  return (await answer.json()) as T;
}

beforeEach(async () => {
  pages = mkdtempSync(join(tmpdir(), 'rolewright-pages-'));
  at = await openStudioAt(studioFolder('nl'), pages, 'nl');
  const entered = await fetch(at.address, { redirect: 'manual' });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  ({ token } = await asked<{ token: string }>('../session'));
});
afterEach(async () => {
  await at.close();
  rmSync(pages, { recursive: true });
});

interface Page {
  readonly name: string;
  readonly parts: object;
  readonly posts: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
}
interface Told {
  readonly id?: string;
  readonly code?: string;
  readonly diagnostics?: readonly { readonly code: string }[];
}

const name = (last: string, first: string, particle = ''): object => ({ last, first, particle, middle: '' });
const newOne = (parts: object): object => ({
  ...{
    name: name('Meer', 'Aisha', 'van der'),
    gender: 'female',
    number: '',
    role: 'office-manager',
    department: 'hr',
    from: '2026-11-02',
    sure: [],
  },
  ...parts,
});
const codes = (told: Told): readonly string[] => told.diagnostics?.map(({ code }) => code) ?? (told.code === undefined ? [] : [told.code]);

it('adds somebody, with the register begun by it, and offers the posts that there are', async () => {
  const { roles, departments } = await asked<{ roles: readonly { id: string }[]; departments: readonly object[] }>('hr/post-choices');
  expect(roles[0]?.id).toBe('office-manager');
  expect(departments).toContainEqual({ id: 'hr', name: 'HR' });
  const { id = '' } = await asked<Told>('hr/person', newOne({ number: '00101' }));
  const page = await asked<Page>(`hr/people/${id}`);
  expect(page).toMatchObject({ name: 'Aisha van der Meer', number: '00101', posts: [{ from: '2026-11-02', to: null }] });
  expect(codes(await asked<Told>('hr/person', newOne({ number: '00101', name: name('Bos', 'Piet') })))).toEqual(['register-number-of']);
});

it('asks back before somebody of the same name is added, and believes what is said then', async () => {
  const first = await asked<Told>('hr/person', newOne({}));
  expect(codes(await asked<Told>('hr/person', newOne({ role: 'sales-manager', department: 'sales' })))).toEqual([
    'register-person-doubtful',
  ]);
  const sure = ['register-person-doubtful'];
  const second = await asked<Told>('hr/person', newOne({ role: 'sales-manager', department: 'sales', sure }));
  expect(second.id).toEqual(expect.any(String));
  expect(second.id).not.toBe(first.id);
});

it('puts a name right', async () => {
  const { id = '' } = await asked<Told>('hr/person', newOne({}));
  await asked(`hr/people/${id}/name`, name('Meer', 'Aïsha', 'van der'));
  expect(await asked<Page>(`hr/people/${id}`)).toMatchObject({ name: 'Aïsha van der Meer', parts: name('Meer', 'Aïsha', 'van der') });
});

it('moves somebody: the post before ends on the day before, and what does not exist is refused', async () => {
  const { id = '' } = await asked<Told>('hr/person', newOne({}));
  const move = (parts: object): Promise<Told> =>
    asked<Told>(`hr/people/${id}/move`, { role: 'sales-manager', department: 'sales', from: '2026-12-01', ...parts });
  expect(codes(await move({ department: 'moon' }))).toEqual(['http-unknown']);
  expect(codes(await move({ role: 'astronaut' }))).toEqual(['http-unknown']);
  expect(await move({})).toEqual({});
  const { posts } = await asked<Page>(`hr/people/${id}`);
  expect(posts.map(({ from, to }) => [from, to]).sort()).toEqual([
    ['2026-11-02', '2026-11-30'],
    ['2026-12-01', null],
  ]);
});

it('begins the onboarding of somebody, and ticks a step and takes it back', async () => {
  interface Task {
    readonly id: string;
    readonly isDone: boolean;
    readonly isStep: boolean;
    readonly files: readonly { readonly seq: number; readonly by: string; readonly name: string }[];
  }
  interface Plans {
    readonly plans: readonly {
      readonly role: string;
      readonly plan: {
        readonly id: string;
        readonly done: number;
        readonly mentor: string;
        readonly stages: readonly { readonly tasks: readonly Task[] }[];
      } | null;
    }[];
  }
  const { id = '' } = await asked<Told>('hr/person', newOne({}));
  const path = `hr/people/${id}/plan`;
  expect(await asked<Plans>(path)).toMatchObject({ plans: [{ role: 'office-manager', plan: null }] });
  await asked(path, { role: 'office-manager', mentor: 'Fatima Bakker' });
  const shown = async () => (await asked<Plans>(path)).plans[0]?.plan;
  const begun = await shown();
  expect(begun).toMatchObject({ done: 0, mentor: 'Fatima Bakker' });
  const step = begun?.stages.flatMap(({ tasks }) => tasks).find(({ isStep }) => isStep)?.id ?? '';
  const tick = (done: boolean): Promise<Told> => asked<Told>(`${path}/tick`, { plan: begun?.id, task: step, done });
  expect(await tick(true)).toEqual({});
  expect((await shown())?.done).toBe(1);
  expect(await tick(false)).toEqual({});
  expect((await shown())?.done).toBe(0);
  // A photo that somebody attached is there for personnel, and for nobody who asks for it by another person.
  const storage = await openStorage({ folder: join(at.folder, 'register') }, madeEdge('telephone'));
  const clean = cleanFile(photo()) ?? expect.fail('no photo');
  const sha256 = await storage.files.put(clean.bytes);
  const deed = { item: step, as: 'new-hire', by: 'Aisha', made: '2026-12-01T08:00:00.000Z' } as const;
  const filed = { ...deed, name: 'bureau.jpg', type: 'jpg', sha256, size: clean.bytes.length } as const;
  await storage.transaction(
    async (tx) => void (await tx.append([{ actor: 'a_1', kind: 'task-filed', object: begun?.id ?? '', payload: filed }])),
  );
  await storage.close();
  const [file] = (await shown())?.stages.flatMap(({ tasks }) => tasks.flatMap((task) => task.files)) ?? [];
  expect(file).toMatchObject({ by: 'Aisha', name: 'bureau.jpg' });
  const fileOf = (of: string) =>
    fetch(new URL(`/api/v1/studio/hr/people/${of}/plan/${begun?.id}/files/${file?.seq}`, at.address), { headers: { cookie } });
  const got = await fileOf(id);
  expect([got.status, got.headers.get('content-type'), got.headers.get('content-disposition')]).toEqual([
    ...[200, 'image/jpeg', `attachment; filename="bureau.jpg"; filename*=UTF-8''bureau.jpg`],
  ]);
  expect(Buffer.from(await got.arrayBuffer()).includes('GPS')).toBe(false);
  // A plan of somebody else is none of theirs.
  const other = await asked<Told>('hr/person', newOne({ name: name('Bos', 'Piet') }));
  expect(codes(await asked<Told>(`hr/people/${other.id}/plan/tick`, { plan: begun?.id, task: step, done: true }))).toEqual([
    'http-not-found',
  ]);
  expect((await fileOf(other.id ?? '')).status).toBe(404);
});
