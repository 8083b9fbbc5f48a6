/** One press for several organisations: what it keeps of one must not show on the papers of another. */
import { expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { frozen } from '../src/content/content.js';
import type { Brand, Document } from '../src/document/document.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { openLibrary } from '../src/shelf/library.js';
import { createPress, dataFormats, paperFormats } from '../src/press/press.js';
import type { Job, Press } from '../src/press/press.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { dressed } from './dressed.js';
import { some } from './every.js';
import { fonts } from './paper.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const open = (): Press => createPress(library, () => fonts);

/** Looks that differ in one thing each. */
const brands: Brand[] = [{ accent: '1B5E20' }, { accent: '8A3B0C' }, { accent: '8A3B0C', font: 'sans' }, {}];

/** Words to paste have no look. */
const looking = paperFormats.filter((format) => format !== 'md' && format !== 'txt');

test.each(looking)('prints each look as if it were alone: %s', async (format) => {
  const shared = open();
  const alone = await Promise.all(brands.map(async (brand) => (await open().print(dressed({ brand }), format)).bytes));
  // What is kept of a document are the blocks that come again, which are frozen.
  const { blocks } = frozen({ blocks: dressed().blocks });
  for (const [at, brand] of [...brands.entries(), ...brands.entries()])
    expect(Buffer.compare((await shared.print(dressed({ brand, blocks }), format)).bytes, alone[at] ?? new Uint8Array())).toBe(0);
  expect(new Set(alone.map((bytes) => Buffer.from(bytes).toString('latin1'))).size).toBe(brands.length);
});

function job(id: string, over: Partial<Job> = {}): Job {
  const { role } = readRole(shelf, `roles/${id}.yaml`);
  if (!role) throw new Error('not valid');
  return {
    role,
    kind: 'job-description',
    locale: 'en',
    jurisdiction: 'gb',
    person: null,
    organisation: null,
    date: null,
    logo: null,
    ...over,
  };
}

const british = readOrganisation(shelf, 'examples/organisation.gb.yaml').organisation as Organisation;
/** Another firm of the same country, with other words and another look. */
const other: Organisation = {
  ...british,
  name: 'Mill & Meadow Limited',
  brand: { accent: '#7B1FA2', font: 'sans' },
  departments: [],
};

test.each(some(paperFormats))('prints the papers of two organisations in turn as if each were alone: %s', async (format) => {
  const shared = open();
  const bytesOf = async (press: Press, organisation: Organisation): Promise<Buffer> =>
    Buffer.from((await press.print(press.assemble(job('account-manager', { organisation })), format)).bytes);
  const alone = [await bytesOf(open(), british), await bytesOf(open(), other)];
  expect(alone[0]?.equals(alone[1] ?? Buffer.of())).toBe(false);
  for (let turn = 0; turn < 2; turn += 1)
    for (const [at, organisation] of [british, other].entries())
      expect((await bytesOf(shared, organisation)).equals(alone[at] ?? Buffer.of())).toBe(true);
});

test.each(some(dataFormats))('and their plans: %s', async (format) => {
  const person = { name: { last: 'Smith', first: 'Ann' }, hireDate: '2026-12-01' };
  const firms = [british, { ...other, calendar: { daysOff: [{ date: '2026-12-03', name: 'Founders’ day' }] } }];
  const calendars = openCalendars(library);
  const bytesOf = async (press: Press, calendarFor: typeof calendars, organisation: Organisation): Promise<Buffer> => {
    const plan = job('account-manager', { organisation, person, kind: 'onboarding-plan-hr' });
    return Buffer.from((await press.transfer({ ...plan, calendar: calendarFor(plan) }, format)).bytes);
  };
  const alone = await Promise.all(firms.map((firm) => bytesOf(open(), openCalendars(library), firm)));
  expect(alone[0]?.equals(alone[1] ?? Buffer.of())).toBe(false);
  const shared = open();
  for (let turn = 0; turn < 2; turn += 1)
    for (const [at, firm] of firms.entries()) expect((await bytesOf(shared, calendars, firm)).equals(alone[at] ?? Buffer.of())).toBe(true);
});

/** Tries to put something else into every place that can be reached; returns the places where it could. */
function edit(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = `${path}/${key}`;
    if (typeof inner === 'object' && inner !== null) return edit(inner, place);
    return Reflect.set(value, key, typeof inner === 'number' ? inner + 1 : typeof inner === 'boolean' ? !inner : 'edited') ? [place] : [];
  });
}

test('an edit in one document, in a role or in a theme changes no other', () => {
  const shared = open();
  const people = ['Ann', 'Bea', 'Cleo', 'Dot', 'Eve'].map((first) => ({ name: { last: 'Smith', first } }));
  const expected = people.map((person) => JSON.stringify(open().assemble(job('hr-manager', { person }))));
  const edited = people.map((person, at): string[] => {
    const document: Document = shared.assemble(job('hr-manager', { person }));
    expect(JSON.stringify(document)).toBe(expected[at]);
    return edit(document);
  });
  // What is of one document alone may be edited; what it shares with others may not, and from the third on most is shared.
  expect(edited.map((places) => places.length > 0)).toEqual(people.map(() => true));
  const blocks = (at: number): Set<string> => new Set(edited[at]?.flatMap((place) => /^\/blocks\/\d+/.exec(place) ?? []));
  expect(blocks(4).size).toBeLessThan(blocks(0).size / 2);

  const { role } = readRole(shelf, 'roles/hr-manager.yaml');
  const own = structuredClone(role) as unknown as { title: { en: string } };
  const titled = (title: string): string => {
    own.title.en = title;
    return shared.assemble(job('hr-manager', { role: own as unknown as Job['role'] })).title;
  };
  expect(
    [titled('people officer'), titled('people partner'), titled('people officer')].map((title) => /people \w+/i.exec(title)?.[0]),
  ).toEqual(['people officer', 'people partner', 'people officer']);
  expect(edit(library.theme('uk'))).toEqual([]);
});

test('says that there is no such kind, and which there are', () => {
  const wrong = (): unknown => open().assemble(job('hr-manager', { kind: 'job-descripton' }));
  expect(wrong).toThrow(Refusal);
  expect(wrong).toThrow(/unknown-kind .*"nearest":"job-description"/);
});
