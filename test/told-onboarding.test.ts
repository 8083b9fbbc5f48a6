/** The onboarding as a value says what its papers say: the same tasks, in the same words, on the same days. */
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Document, Locale } from '../src/document/document.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { formatDate } from '../src/language/dates.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { listRoles } from '../src/role/read.js';
import { openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import type { Lived } from '../src/view/agenda.js';
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

describe.each(['ru', 'en', 'nl'] as const)('for personnel, in %s', (locale) => {
  it.each(['ru', 'nl', 'gb', 'us'] as const)('under the law of %s has what its paper has, with its days', (country) => {
    const role = must(roles.find(({ id }) => id === 'sales-manager') ?? null);
    const given = { ...jobFor(role, locale), kind: 'onboarding-plan-hr', jurisdiction: country };
    const told = press.onboarding(given);
    const paper = plain([...contents(press.assemble(given).blocks)].map(plainText).join('\n')).replace(/\s+/g, ' ');
    const tasks = told.office.flatMap((stage) => stage.tasks);
    const law = tasks.filter(({ of }) => of !== 'probation');
    const { legal, probation, checkIns } = must(press.plan(given));
    const own = library.jurisdiction(country).starting.map(({ id }) => id);
    expect(law.length).toBeGreaterThan(5);
    expect(own).toEqual(expect.arrayContaining(law.map(({ id }) => id)));
    for (const { id, text, due, dated, when } of law) {
      expect(paper).toContain(plain(text).replace(/\s+/g, ' ').slice(0, 60));
      expect([id, due, dated]).toEqual([id, legal.get(id) ?? told.firstDay, legal.has(id)]);
      expect(when).toMatch(/\p{L}/u);
    }
    const tag = library.jurisdiction(country).languages[locale];
    const rest = tasks.filter(({ of }) => of === 'probation');
    // What was agreed under one law may be void under another.
    expect(rest.length > 0).toBe(probation !== null || checkIns.length > 0);
    for (const { id, due, owner } of rest) {
      expect(owner).toBe('hr');
      expect(paper).toContain(plain(formatDate(due, locale, id === 'probation-end' ? 'long' : 'weekday', tag)).replace(/\s+/g, ' '));
    }
    expect(law.filter(({ of }) => of === 'acquaintance').map(({ id }) => id)).toEqual(country === 'ru' ? ['law-acquaintance'] : []);
    const ids = [...told.stages, ...told.office].flatMap(({ id, tasks: of }) => [id, ...of.map((one) => one.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('leaves a role its own step, though a duty of the law has its name', () => {
  const role = must(roles.find(({ id }) => id === 'sales-manager') ?? null);
  const [first, ...rest] = role.onboarding?.stages ?? [];
  const [step, ...steps] = first?.steps ?? [];
  if (!role.onboarding || !first || !step) expect.fail('no step');
  const named = {
    ...role,
    onboarding: { ...role.onboarding, stages: [{ ...first, steps: [{ ...step, id: 'law-contract' }, ...steps] }, ...rest] },
  };
  const told = press.onboarding({ ...jobFor(named, 'en'), jurisdiction: 'ru' });
  expect(told.stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === 'law-contract')).toMatchObject({ of: 'role' });
  expect(told.office.flatMap(({ tasks }) => tasks).find(({ id }) => id === 'law-contract-of-law')).toMatchObject({ of: 'law' });
});

it('has nothing to tell where there are no days', () => {
  const job = { ...jobFor(must(roles[0] ?? null), 'en'), person: null };
  expect(() => press.onboarding(job)).toThrow(Refusal);
});

it('comes back to a review: the box of each check is ticked as it came out, and steps are counted', () => {
  const job = jobFor(must(roles.find(({ id }) => id === 'sales-manager') ?? null), 'en');
  const tasks = press.onboarding(job).stages.flatMap((stage) => stage.tasks);
  const [check] = tasks.filter(({ what }) => what === 'check');
  const [step] = tasks.filter(({ owner, what }) => owner === 'new-hire' && what === 'step');
  const checks = { [check?.id ?? '']: { passed: false, on: '2026-06-01', by: 'Oliver Grant', words: 'Once more on Friday' } };
  const review = (results: Job['results']): Document => press.assemble({ ...job, kind: 'probation-review', results: results ?? null });
  const boxes = (document: Document): string[] =>
    [...contents(document.blocks)].flat().flatMap((one) => (one.type === 'checkbox' && one.checked ? [one.name] : []));
  const words = (document: Document): string => plain([...contents(document.blocks)].map(plainText).join('\n'));
  const filled = review({ done: [step?.id ?? ''], checks });
  expect(boxes(filled)).toEqual([`${check?.id}-failed`]);
  expect(words(filled)).toContain('oliver grant, 1 june 2026: once more on friday');
  expect(words(filled)).toMatch(/1 of \d steps done; not done: /);
  expect(boxes(review({ done: [], checks: { [check?.id ?? '']: { passed: true, on: '2026-06-01', by: 'A', words: null } } }))).toEqual([
    `${check?.id}-passed`,
  ]);
  // Nobody has told: there is room to write.
  expect(boxes(review(null))).toEqual([]);
  expect(words(review(null))).not.toContain('steps done');
});

it('comes back to a calendar: what is done is ticked off and reminds nobody, and stands on the day that it had', async () => {
  const job = jobFor(must(roles.find(({ id }) => id === 'sales-manager') ?? null), 'en');
  const [step] = press.onboarding(job).stages.flatMap(({ tasks }) => tasks.filter(({ owner }) => owner === 'new-hire'));
  const entryOf = async (lived?: Lived): Promise<string> => {
    const text = new TextDecoder().decode((await press.transfer(job, 'ics', lived)).bytes).replaceAll('\r\n ', '');
    return text.split('BEGIN:VEVENT').find((one) => one.includes(step?.text ?? '?')) ?? expect.fail('no entry');
  };
  const id = step?.id ?? '';
  const open = await entryOf();
  expect(open).toContain('BEGIN:VALARM');
  const done = await entryOf({ done: new Set([id]), due: new Map([[id, '2026-05-04']]) });
  expect(done).toMatch(/SUMMARY[^:]*:✓ /);
  expect(done).toContain('DTSTART;VALUE=DATE:20260504');
  expect(done).not.toContain('BEGIN:VALARM');
});
