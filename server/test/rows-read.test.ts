/** What many people cost: how much is asked of the database and how many rows come of it, not how long that takes. */
import { expect, it } from 'vitest';
import type { PersonRow } from 'rolewright';
import { acknowledgeInPerson } from '../src/register/answers.js';
import { someone } from '../src/register/find.js';
import { setContact } from '../src/register/contact.js';
import { leave } from '../src/register/leaving.js';
import { takePeople } from '../src/register/people.js';
import { request, toAsk } from '../src/register/requests.js';
import type { Setting } from '../src/register/setting.js';
import { statusOf } from '../src/register/status.js';
import { peoplePage, registerPage } from '../src/studio/hr/lists.js';
import { todayOf } from '../src/studio/hr/today.js';
import type { Storage } from '../src/storage/storage.js';
import { issued, on, openOffice, personOf, rowOf } from './office.js';
import type { Office } from './office.js';
import { fully } from './programs.js';

const many = 600;
const departments = ['sales', 'export', 'service'];
const people = (count: number): PersonRow[] =>
  Array.from({ length: count }, (_, at) =>
    rowOf(
      {
        name: { last: `Smith ${String.fromCharCode(97 + (at % 26))}${at}`, first: 'Anna' },
        personnelNumber: String(10_000 + at),
        department: departments[at % 3] ?? '',
        hireDate: '2026-01-05',
        email: `p${at}@example.com`,
      },
      at + 1,
      at % 2 === 0 ? 'office-manager' : 'hr-manager',
    ),
  );

/** The same storage, which counts what is asked of it and how many rows that gives. */
function counted(storage: Storage): { readonly storage: Storage; readonly asked: Map<string, number>; rows: () => number } {
  const asked = new Map<string, number>();
  let rows = 0;
  const counting = <T extends object>(queries: T): T =>
    Object.fromEntries(
      Object.entries(queries).map(([name, ask]) => [
        name,
        typeof ask !== 'function' || name === 'newId'
          ? (ask as unknown)
          : async (...of: unknown[]): Promise<unknown> => {
              asked.set(name, (asked.get(name) ?? 0) + 1);
              const answer = await (ask as (...of: unknown[]) => Promise<unknown>)(...of);
              rows += Array.isArray(answer) ? answer.length : 1;
              return answer;
            },
      ]),
    ) as T;
  const read = counting(storage.read);
  return {
    storage: { ...storage, read, transaction: (work) => storage.transaction((tx) => work(counting(tx))) },
    asked,
    rows: () => rows,
  };
}

it('takes over a list with a few statements for all of it, and leaves a chain that is whole', async () => {
  const office = await openOffice();
  const { storage, asked } = counted(office.storage);
  const list = people(many);
  const outcome = await takePeople(list, { on, complete: false, newcomers: false }, { ...(await office.setting()), storage }, []);
  expect(outcome.known).toHaveLength(many);
  // Three events for each, and nobody who is new is looked up.
  expect(asked.get('append')).toBeLessThanOrEqual(Math.ceil((3 * many) / 500) + 1);
  expect(asked.get('eventsOf')).toBeLessThanOrEqual(3 * (asked.get('append') ?? 0));
  const { seq } = await office.storage.read.head();
  const events = await office.storage.read.eventsAfter(0, seq + 1);
  expect(events.filter(({ kind }) => kind === 'contact-set')).toHaveLength(many);
  const person = await personOf('10007', office);
  expect((await office.storage.read.eventsOf(person.id)).map(({ kind }) => kind)).toEqual(['person-known', 'contact-set']);
  // Taken over once more, nothing is written.
  expect(await takePeople(list, { on, complete: true, newcomers: false }, await office.setting(), [])).toMatchObject({
    unchanged: many,
    known: [],
    left: [],
  });
  expect((await office.storage.read.head()).seq).toBe(seq);
});

const pages = (setting: Setting) =>
  Promise.all([
    peoplePage({ offset: 0, limit: 700 }, setting),
    registerPage({ offset: 0, limit: 700 }, setting),
    todayOf(setting),
    peoplePage({ offset: 0, limit: 50, gone: true }, setting),
  ]);

/** As a program reads it that has just begun. */
const anew = async (office: Office) => pages({ ...(await office.setting()), storage: { ...office.storage } });

fully(
  'reads the lines again of whom something has happened to, and nobody else’s; they are what they would be if all were read',
  async () => {
    const office = await openOffice(people(many));
    await issued(office);
    const { storage, rows } = counted(office.storage);
    const setting = { ...(await office.setting()), storage };
    const askFor = async (number: string): Promise<void> => {
      const scope = { person: (await personOf(number, office)).id };
      await request(toAsk(await statusOf(scope, setting)), { method: 'in-person', due: undefined }, setting);
    };
    await pages(setting);
    expect(rows()).toBeGreaterThan(2 * many);
    const after = async (change: () => Promise<unknown>): Promise<number> => {
      await change();
      const before = rows();
      const now = await pages(setting);
      const read = rows() - before;
      expect(now).toEqual(await anew(office));
      return read;
    };
    const changes = [
      () => askFor('10007'),
      async () => setContact(await personOf('10400', office), { email: null }, await office.setting()),
      async () => {
        const person = await personOf('10007', office);
        const [asked] = await office.storage.read.requestsOf({ person: person.id });
        const document = await office.storage.read.document(asked?.document ?? '');
        if (!asked || !document) throw new Error('nobody was asked');
        await acknowledgeInPerson({ request: asked, document, person }, { statement: 'Read', on: '2026-12-01' }, await office.setting());
      },
      async () => leave(await personOf('10123', office), '2026-11-30', await office.setting()),
      async () =>
        takePeople(
          [
            rowOf(
              { name: { last: 'Aalto', first: 'Eva' }, personnelNumber: '9', department: 'sales', hireDate: '2026-11-30' },
              1,
              'office-manager',
            ),
          ],
          { on, complete: false, newcomers: false },
          await office.setting(),
          [],
        ),
    ];
    for (const change of changes) expect(await after(change)).toBeLessThan(100);
    // A page of one person reads nobody else.
    const person = await personOf('10300', office);
    const before = rows();
    await statusOf({ person: person.id }, setting);
    expect(rows() - before).toBeLessThan(40);
    expect(someone({ ...(await office.storage.read.person(person.id)) } as never).externalId).toBe('10300');
  },
);
