/** The onboarding as a value says what its papers say: the same tasks, in the same words, on the same days. */
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Locale } from '../src/document/document.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { formatDate } from '../src/language/dates.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { listRoles } from '../src/role/read.js';
import { openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { answersFor } from '../src/view/audience.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => {
  throw new Error('no fonts are needed here');
});
const must = <T>(value: T | null): T => value ?? expect.fail('not valid');
const roles = listRoles(shelf).flatMap(({ id }) => {
  const { role } = readRole(shelf, `roles/${id}.yaml`);
  return role?.onboarding ? [role] : [];
});

function jobFor(role: (typeof roles)[number], locale: Locale): Job {
  const country = usualJurisdiction[locale];
  const organisation = must(readOrganisation(shelf, `examples/organisation.${country}.yaml`).organisation);
  const person = must(readPerson(shelf, `examples/person.${country}.yaml`).person);
  const job: Job = {
    role,
    kind: 'onboarding-checklist',
    locale,
    jurisdiction: country,
    organisation,
    person,
    date: '2026-05-20',
    logo: null,
  };
  return { ...job, calendar: openCalendars(library)(job) };
}

const plain = (words: string): string => words.replaceAll('\u00a0', ' ').toLowerCase();

describe.each(['ru', 'en', 'nl'] as const)('in %s', (locale) => {
  it.each(roles.map((role) => [role.id, role] as const))(
    '%s: each task of the newcomer stands on the checklist with its day',
    (_, role) => {
      const job = jobFor(role, locale);
      const told = press.onboarding(job);
      const paper = plain([...contents(press.assemble(job).blocks)].map(plainText).join('\n'));
      const own = told.stages.flatMap(({ tasks }) => tasks).filter(({ owner }) => answersFor('new-hire', owner));
      expect(own.length).toBeGreaterThan(0);
      const tag = library.jurisdiction(job.jurisdiction).languages[locale];
      for (const { text, due } of own) {
        // What typography puts between words is of the paper alone.
        expect(paper.replace(/\s+/g, ' ')).toContain(plain(text).replace(/\s+/g, ' ').slice(0, 20));
        expect(paper).toContain(plain(formatDate(due, locale, 'weekday', tag)));
      }
      for (const { title } of told.stages.filter(({ tasks }) => tasks.some(({ owner }) => owner === 'new-hire')))
        expect(paper).toContain(plain(title).slice(0, 12));
    },
  );
});

it('has the days of the plan, and says who is reached how', () => {
  const job = jobFor(must(roles.find(({ id }) => id === 'sales-manager') ?? null), 'en');
  const told = press.onboarding(job);
  const plan = must(press.plan(job));
  expect(told.firstDay).toBe(plan.firstDay);
  const dues = told.stages.flatMap(({ tasks }) => tasks).map(({ id, due }) => [id, due]);
  expect(new Map(dues as [string, string][])).toEqual(new Map([...plan.due].map(([id, { date }]) => [id, date])));
  expect(told.contacts.find(({ id }) => id === 'mentor')).toMatchObject({ name: expect.stringMatching(/\w/) as string });
});

it('has nothing to tell where there are no days', () => {
  const job = { ...jobFor(must(roles[0] ?? null), 'en'), person: null };
  expect(() => press.onboarding(job)).toThrow(Refusal);
});
