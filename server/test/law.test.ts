/** What countries ask of acknowledgements, as their data say. */
import { openLibrary, packageWorkspace } from 'rolewright';
import type { Organisation } from 'rolewright';
import type { Jurisdiction } from '../../src/law/jurisdiction.js';
import { expect, it } from 'vitest';
import { countIn, lawsOf, methodsAllowed, newcomerLawOf, refusalLawOf, strongerBy } from '../src/register/law.js';

const library = openLibrary(packageWorkspace());

it('an act with two witnesses in Russia, a note elsewhere', () => {
  expect(refusalLawOf('ru', library)).toEqual({ act: true, witnesses: 2 });
  for (const country of ['nl', 'gb', 'us']) expect(refusalLawOf(country, library)).toEqual({ act: false, witnesses: 0 });
});

it('an annex to the contract needs more than a simple signature in Russia, and nowhere else by what we know', () => {
  const annex = (country: string) => strongerBy('job-description', country, { documentForm: 'annex' } as Organisation, library);
  expect(annex('ru')).toBe('Трудовой кодекс РФ, ст. 22.3');
  expect(['nl', 'gb', 'us'].map(annex)).toEqual([null, null, null]);
  expect(strongerBy('contract-annex', 'ru', null, library)).toContain('22.3');
  expect(strongerBy('job-description', 'ru', null, library)).toBeNull();
});

it('somebody new knows the paper on the first day where the law says so, and by the terms of the organisation elsewhere', () => {
  expect(newcomerLawOf('ru', library)).toContain('68');
  expect(newcomerLawOf('gb', library)).not.toBeNull();
  expect(['nl', 'us'].map((country) => newcomerLawOf(country, library))).toEqual([null, null]);
});

it('the papers that prove an acknowledgement are kept in Russia as long as what they prove', () => {
  const [described, ...others] = ['job-description', 'acknowledgement-sheet', 'acquaintance-list', 'refusal-act'].map(
    (kind) => library.kind(kind).keep?.['ru'],
  );
  for (const one of others) expect(one).toMatchObject({ years: described?.years, after: described?.after });
});

it('years of keeping count from January in Russia, from the day elsewhere', () => {
  expect(['ru', 'nl', 'gb', 'us'].map((country) => countIn(country, library))).toEqual(['next-january', 'day', 'day', 'day']);
});

it('a country can leave a way out, and one that says nothing asks for nothing', () => {
  const country = (acknowledging?: Jurisdiction['acknowledging']) => ({
    jurisdiction: () => ({ ...library.jurisdiction('nl'), ...(acknowledging ? { acknowledging } : {}) }),
  });
  const silent: Jurisdiction = { ...library.jurisdiction('nl') };
  delete (silent as { acknowledging?: unknown }).acknowledging;
  const refusal = { record: 'act', witnesses: 3, laws: [] } as const;
  const strict = country({ ways: [{ way: 'paper', laws: [] }], refusal });
  expect(methodsAllowed('be', strict)).toEqual(['paper']);
  expect(refusalLawOf('be', strict)).toEqual({ act: true, witnesses: 3 });
  expect(methodsAllowed('be', { jurisdiction: () => silent })).toEqual(['in-person', 'paper', 'link']);
  expect(refusalLawOf('be', { jurisdiction: () => silent })).toEqual({ act: false, witnesses: 0 });
  expect(countIn('be', { jurisdiction: () => silent })).toBe('day');
});

it('each way in Russia says what it rests on', () => {
  expect(lawsOf('link', 'ru', library)).toEqual([
    'Трудовой кодекс РФ, ст. 22.1, ч. 1 и 2',
    'Трудовой кодекс РФ, ст. 22.2',
    'Трудовой кодекс РФ, ст. 22.3',
  ]);
  expect(lawsOf('in-person', 'nl', library)).toEqual([]);
  const { acknowledging, laws } = library.jurisdiction('ru');
  const known = laws.map(({ id }) => id);
  for (const way of acknowledging?.ways ?? []) {
    expect(way.laws.length).toBeGreaterThan(0);
    expect(way.laws.filter((law) => !known.includes(law))).toEqual([]);
  }
  expect(acknowledging?.ways.find(({ way }) => way === 'link')?.condition?.ru).toMatch(/локальный нормативный акт/);
});
