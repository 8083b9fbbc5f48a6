/** Papers of one person say what holds for that person: a mentor that there is, the contract, days, and the titles that the organisation has. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openCalendars } from '../src/desk/calendars.js';
import { locales } from '../src/document/document.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import { paperOrganisation, paperRole } from './paper-role.js';
import { readList } from './read-list.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => expect.fail('no fonts are needed'));

const anna: Person = { name: { last: 'Smit', first: 'Anna' }, gender: 'female', hireDate: '2026-12-01' };
const bert = { name: { last: 'Mol', first: 'Bert' } };

function make(kind: string, locale: Locale, over: Partial<Job> = {}, country: JurisdictionId = usualJurisdiction[locale]): Document {
  const blank = { organisation: null, person: null, date: null, logo: null };
  const job: Job = { role: paperRole(), kind, locale, jurisdiction: country, ...blank, ...over };
  return press.assemble({ ...job, calendar: openCalendars(library)(job) });
}
const words = ({ title, subject, blocks }: Document): string =>
  [title, subject, ...[...contents(blocks)].map(plainText)].join('\n').replaceAll('\u00a0', ' ');

/** A role whose onboarding is led by the manager alone. */
function unmentored(): Role {
  const role = paperRole();
  const onboarding = role.onboarding ?? expect.fail('no onboarding');
  delete onboarding.mentor;
  const led = onboarding.stages.map(({ actors, steps, checks, ...stage }) => ({
    ...stage,
    ...(actors && { actors: actors.filter((actor) => actor !== 'mentor') }),
    steps: steps.map((step) => (step.owner === 'mentor' ? { ...step, owner: 'manager' } : step)),
    ...(checks && { checks: checks.map((check) => (check.by === 'mentor' ? { ...check, by: 'manager' } : check)) }),
  }));
  return { ...role, onboarding: { ...onboarding, stages: led } };
}

/** What a command tells of a project with this role, as JSON. */
async function generate(line: string, role: Role, person: Person, organisation: object) {
  const files = {
    'roles/buyer.yaml': stringify({ ...role, id: 'buyer' }),
    'p.yaml': stringify({ schema: 2, ...person }),
    'o.yaml': stringify({
      schema: 2,
      name: { ru: 'Дуб', en: 'Oak', nl: 'Eik' },
      jurisdiction: 'ru',
      languages: ['ru', 'en', 'nl'],
      ...organisation,
    }),
  };
  const { out, err } = await command(`generate roles/buyer.yaml --organisation o.yaml --person p.yaml --format html --json ${line}`, {
    workspace: memoryWorkspace(files),
  });
  const { files: made, diagnostics } = JSON.parse(out || err) as { files: { kind: string }[]; diagnostics: { code: string }[] };
  return { kinds: made.map(({ kind }) => kind), codes: diagnostics.map(({ code }) => code) };
}

describe('a mentor', () => {
  const plans = ['onboarding-checklist', 'onboarding-plan-manager', 'onboarding-plan-hr', 'probation-review'];

  it.each(locales)('is not spoken of where the onboarding has none (%s)', (locale) => {
    for (const kind of plans)
      for (const person of [null, anna])
        expect(words(make(kind, locale, { role: unmentored(), person }))).not.toMatch(/mentor|наставник/iu);
    expect(words(make('onboarding-checklist', locale, { role: unmentored(), person: { ...anna, mentor: bert } }))).toContain('Mol');
  });

  it('is named or left open where plans give one work, and no review of a known person asks for one that there is not', () => {
    const review = (person: Person | null): string => words(make('probation-review', 'en', { person }));
    for (const kind of plans.slice(0, 3)) expect(words(make(kind, 'en', { person: anna }))).toContain('Mentor');
    expect(review(anna)).not.toContain('Mentor');
    expect(review(null)).toContain('Mentor');
    expect(review({ ...anna, mentor: bert })).toContain('Bert Mol');
  });

  it('agrees in writing only where there is one, or where somebody asks for the agreement', async () => {
    const kinds = async (line: string, role: Role, person: Person) => generate(`--locale ru --kind ${line}`, role, person, {});
    expect((await kinds('onboarding', paperRole(), anna)).kinds).not.toContain('mentoring-agreement');
    expect((await kinds('onboarding', paperRole(), { ...anna, mentor: bert })).kinds).toContain('mentoring-agreement');
    expect((await kinds('mentoring-agreement', paperRole(), anna)).kinds).toEqual(['mentoring-agreement']);
    const none = await kinds('mentoring-agreement', unmentored(), anna);
    expect(none.kinds).toEqual([]);
    expect(none.codes).toContain('no-mentor');
  });
});

describe('a contract', () => {
  it('is in the checklist, whoever says it', () => {
    const firm = { ...paperOrganisation(), contract: { kind: 'indefinite' as const } };
    const said = (person: Person): string => words(make('onboarding-checklist', 'nl', { organisation: firm, person }));
    expect(said(anna)).toContain('Onbepaalde tijd');
    expect(said({ ...anna, contract: { kind: 'fixed-term' } })).toContain('Bepaalde tijd');
    expect(words(make('job-description', 'nl', { organisation: firm, detail: 'full' }))).toContain('Onbepaalde tijd');
  });

  it.each([
    ['nulurencontract', { kind: 'on-call' }],
    ['Oproepovereenkomst', { kind: 'on-call' }],
    ['zero hours', { kind: 'on-call' }],
    ['по вызову', { kind: 'on-call' }],
    ['onbepaalde tijd', { kind: 'indefinite' }],
  ])('on call is known in lists: “%s”', async (cell, contract) => {
    const list = `Name;Role;First day;Contract type;Contract end\nSmith Anna;sales-manager;2026-12-01;${cell};\n`;
    const { rows } = await readList(new TextEncoder().encode(list), 'people.csv');
    expect(rows.get(2)?.read?.person.contract).toEqual(contract);
  });

  it('on call brings no usual hours, and what the law wants of it', () => {
    const firm = {
      ...paperOrganisation(),
      facts: { hours: 38, fte: 1, pattern: { nl: 'maandag tot en met vrijdag', en: 'Monday to Friday' } },
    };
    const person: Person = { ...anna, contract: { kind: 'on-call', endDate: '2027-05-31' } };
    const dutch = words(make('onboarding-checklist', 'nl', { organisation: firm, person }));
    expect(dutch).toContain('Oproepovereenkomst zonder vast aantal uren (nulurencontract), bepaalde tijd, tot en met 31 mei 2027');
    expect(dutch).not.toMatch(/38 uur|maandag tot en met/u);
    const agreed = words(make('onboarding-checklist', 'nl', { organisation: firm, person: { ...person, facts: { hours: 8 } } }));
    expect(agreed).toMatch(/Oproepovereenkomst, bepaalde tijd[^]*8 uur/u);
    expect(words(make('onboarding-plan-hr', 'nl', { organisation: firm, person }))).toContain('rt. 7:628a BW');
    expect(words(make('onboarding-plan-hr', 'nl', { organisation: firm, person: anna }))).not.toContain('rt. 7:628a BW');
    // A contract of six months ends before the thirteenth.
    expect(words(make('onboarding-plan-hr', 'nl', { organisation: firm, person }))).not.toContain('vaste arbeidsomvang');
    expect(words(make('onboarding-plan-hr', 'nl', { person: { ...anna, contract: { kind: 'on-call' } } }))).toContain(
      'iterlijk 1 december 2027',
    );
    expect(words(make('onboarding-plan-hr', 'en', { organisation: firm, person }))).toContain('Employment Rights Act 1996, s. 27A');
  });
});

describe('the plan of HR', () => {
  it('names those who act by the titles of the organisation', () => {
    const firm = paperOrganisation();
    const posts = {
      ...firm.posts,
      security: { title: { ru: 'инженер по охране труда', en: 'safety engineer', nl: 'veiligheidskundige' } },
    };
    const plan = make('onboarding-plan-hr', 'ru', { organisation: { ...firm, posts }, person: anna });
    const owners = [...walk(plan.blocks)]
      .flatMap((block) => (block.type === 'table' && block.id === 'law-table' ? block.rows : []))
      .map(({ cells }) => [...contents(cells[2]?.children ?? [])].map(plainText).join('').replaceAll('\u00a0', ' '));
    expect(owners).toContain('Инженер по охране труда');
    expect(owners).not.toContain('Специалист по охране труда');
    expect(owners).not.toContain('Специалист по персоналу');
  });
});

describe('days of work', () => {
  const shifts = { ru: 'сменный график', en: 'rotating shifts', nl: 'ploegendienst' };
  it.each([
    ['shifts without days', { pattern: shifts }, {}, true],
    ['shifts with a rota', { pattern: shifts }, { facts: { days: { on: 2, off: 2 } } }, false],
    ['a usual week', { pattern: { ru: 'пятидневная неделя', en: 'five days', nl: 'vijf dagen' } }, {}, false],
    ['on call', {}, { contract: { kind: 'on-call' } }, true],
  ] as const)('are asked for where dates need them: %s', async (_, facts, own, told) => {
    const role: Role = { ...paperRole(), facts };
    const { codes } = await generate('--locale nl --kind onboarding-checklist', role, { ...anna, ...(own as Partial<Person>) }, {});
    expect(codes.includes('work-days-unknown')).toBe(told);
  });
});
