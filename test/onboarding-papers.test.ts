/** The papers around an onboarding: one plan seen by three readers, the sheet to sign, the scorecard and the review. */
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { run } from '../src/cli/program.js';
import { locales } from '../src/document/document.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Checkbox, Document, Field, Locale, Table } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { readRules } from '../src/lint/catalogue.js';
import { foundInText } from '../src/lint/paper.js';
import { openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { readPerson } from '../src/person/person.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { listRoles } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { writeDocx } from '../src/write/docx.js';
import { readReference } from '../src/write/docx/reference.js';
import { branded } from '../src/theme/brand.js';
import { command } from './command.js';
import { company } from './company-docx.js';
import { child, openDocx } from './opened-docx.js';
import { kindsIn } from './own-kinds.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => {
  throw new Error('no fonts are needed here');
});
const must = <T>(value: T | null): T => value ?? expect.fail('not valid');
const role = (id: string): Role => must(readRole(shelf, `roles/${id}.yaml`).role);
const seller = role('sales-manager');
const organisation = (id: string): Organisation => must(readOrganisation(shelf, `examples/organisation.${id}.yaml`).organisation);
const person = (id: string): Person => must(readPerson(shelf, `examples/person.${id}.yaml`).person);

const make = (kind: string, locale: Locale, over: Partial<Job> = {}): Document =>
  press.assemble({
    role: seller,
    kind,
    locale,
    jurisdiction: usualJurisdiction[locale],
    organisation: null,
    person: null,
    date: null,
    logo: null,
    ...over,
  });

/** With the dates of the country; without more, what its example organisation gives to its example newcomer. */
async function dated(
  kind: string,
  country: JurisdictionId,
  locale: Locale,
  over: Partial<Job> = { organisation: organisation(country), person: person(country) },
): Promise<Document> {
  const job: Job = {
    role: seller,
    kind,
    locale,
    jurisdiction: country,
    organisation: null,
    person: null,
    date: '2026-05-20',
    logo: null,
    ...over,
  };
  return press.assemble({ ...job, calendar: openCalendars(library)(job) });
}

const words = (document: Document): string => [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
const inlines = (document: Document) => [...contents(document.blocks)].flat();
const boxes = (document: Document): string[] =>
  inlines(document)
    .filter((one): one is Checkbox => one.type === 'checkbox')
    .map(({ name }) => name);
const fields = (document: Document): string[] =>
  inlines(document)
    .filter((one): one is Field => one.type === 'field')
    .map(({ name }) => name);
const tableIn = (document: Document, id: string): Table =>
  [...walk(document.blocks)].find((one): one is Table => one.type === 'table' && one.id === id) ?? expect.fail(`no table ${id}`);

describe('one plan and its readers', () => {
  const plans: string[] = ['onboarding-checklist', 'onboarding-plan-manager', 'onboarding-plan-hr'];

  // Roles whose steps belong to posts of all kinds.
  it.each(['sales-manager', 'production-department-head', 'bank-client-manager'])(
    'has a box for every step of %s where its owner looks',
    (id) => {
      const shown = role(id);
      const [mine, lead, hr] = plans.map((kind) => new Set(boxes(make(kind, 'en', { role: shown }))));
      const steps = (shown.onboarding?.stages ?? [])
        .flatMap((stage) => stage.steps)
        .filter(({ jurisdictions }) => !jurisdictions || jurisdictions.includes('gb'));
      const offices = ['hr', 'it', 'security', 'accounting'];
      for (const { id: step, owner } of steps) {
        expect([step, mine?.has(step)]).toEqual([step, owner === 'new-hire']);
        // What the newcomer does, the manager accepts.
        expect([step, lead?.has(step)]).toEqual([step, !offices.includes(owner)]);
        expect([step, hr?.has(step)]).toEqual([step, offices.includes(owner)]);
      }
    },
  );

  it('names a participant once who takes the place of a post that is not there', async () => {
    const shown = await dated('onboarding-checklist', 'gb', 'en', {
      role: role('bank-client-manager'),
      organisation: organisation('gb'),
      person: person('gb'),
    });
    expect(words(shown)).toContain('Participants: head of HR, manager, mentor and system administrator.');
  });

  it('leaves preparation and the questions of tests to those who need them', () => {
    const [mine, lead] = plans.map((kind) => words(make(kind, 'en')));
    expect(mine).not.toContain('Preparation before the first day');
    expect(lead).toContain('Preparation before the first day');
    const question = 'Which parts must a quotation contain?';
    expect([mine?.includes(question), lead?.includes(question)]).toEqual([false, true]);
  });

  it('gives each question room for an answer and a mark, and each attempt a line', () => {
    const document = make('onboarding-plan-manager', 'nl');
    expect(fields(document)).toEqual(
      expect.arrayContaining([
        'question-offer-answer-1',
        'question-offer-answer-3',
        'question-offer-mark',
        'role-play-date-2',
        'role-play-remarks-2',
      ]),
    );
    expect(boxes(document)).toEqual(expect.arrayContaining(['role-play-passed-1', 'role-play-failed-2']));
  });

  it('leaves room for the names of those who help or assess and whom no file names', () => {
    const checklist = make('onboarding-checklist', 'nl', { role: role('lead-sales-specialist') });
    expect(fields(checklist)).toEqual(expect.arrayContaining(['contact-trainer', 'assessor-trainer']));
  });

  it('says of a named mentor no criteria for choosing one', async () => {
    const { mentor } = (seller.onboarding ?? expect.fail()) as { mentor?: { criteria?: { text: Record<string, string> }[] } };
    const criterion = mentor?.criteria?.[0]?.text['ru'] ?? expect.fail();
    expect(words(make('onboarding-plan-manager', 'ru'))).toContain(criterion.slice(1));
    expect(words(await dated('onboarding-plan-manager', 'ru', 'ru'))).not.toContain(criterion.slice(1));
  });

  it('tells the newcomer who helps and whom to ask', async () => {
    const text = words(await dated('onboarding-checklist', 'ru', 'ru'));
    expect(text).toContain('Кто помогает на этом этапе');
    expect(text).toContain('Ким Ольга Павловна');
    expect(text).toContain('Последний день испытания\n31 августа 2026 г.');
    expect(text).toContain('Итоги испытания\n17 августа 2026 г.');
  });

  it.each([
    ['ru', 'ru'],
    ['nl', 'nl'],
    ['nl', 'en'],
    ['gb', 'en'],
  ] as const)('reads well with the dates of %s in %s', async (country, locale) => {
    for (const kind of kindsIn(country)) {
      const lines = [...contents((await dated(kind, country, locale)).blocks)]
        .map((line) => line.map((one) => (one.type === 'text' ? one.value : '_')).join(''))
        .join('\n');
      expect(lines.match(/.*(?:\.\.(?!\.)|;;|[;,]\.| {2}|undefined|[{}<>]).*/g)).toBeNull();
    }
  });
});

describe('what the law wants', () => {
  const rowsOf = async (country: JurisdictionId, locale: Locale): Promise<string> =>
    words(await dated('onboarding-plan-hr', country, locale, { person: person('nl') }));

  it('is reckoned from the first day of work where it can be', async () => {
    const dutch = await rowsOf('nl', 'nl');
    expect(dutch).toContain('Uiterlijk 11 januari 2027 (binnen een week na aanvang van het werk)\nArt. 7:655 BW');
    expect(dutch).toContain('Uiterlijk 4 februari 2027');
    // 18 January is a federal holiday, so it does not count among three business days from the 14th on.
    const american = words(await dated('onboarding-plan-hr', 'us', 'en', { person: { ...person('gb'), hireDate: '2027-01-14' } }));
    expect(american).toMatch(/January 20, 2027 \([^)]+\)\n8 CFR § 274a\.2\(b\)\(1\)/u);
  });

  it('is said in the language of the document, with its reference', async () => {
    expect(await rowsOf('ru', 'ru')).toContain('Даты 2027 года предварительные');
    const russian = words(make('onboarding-plan-hr', 'ru'));
    expect(russian).toContain('Ст. 68 ТК РФ');
    expect(russian).toContain('Подпись об инструктаже ставят собственноручно на бумаге');
    expect(words(make('onboarding-plan-hr', 'en', { jurisdiction: 'ru' }))).toContain('Labour Code of the Russian Federation, art. 68');
  });

  it('decides on the end of the probation', async () => {
    const [russian, dutch, british] = [
      await dated('probation-review', 'ru', 'ru'),
      await dated('probation-review', 'nl', 'nl'),
      await dated('probation-review', 'gb', 'en'),
    ];
    expect(words(russian)).toContain('О неудовлетворительном результате предупредить не позднее 28 августа 2026 г.');
    expect([russian, dutch, british].map((document) => boxes(document).includes('extended'))).toEqual([false, false, true]);
    expect(words(russian)).toContain('С оценкой ознакомлена:');
  });

  it('says how long the probation is that counts, and in the United States no role’s', async () => {
    const { onboarding, ...rest } = role('project-manager');
    const stating = { ...rest, onboarding: { ...onboarding, stages: onboarding?.stages ?? [], probation: { months: 2 } } };
    const said = async (country: JurisdictionId, own: Pick<Organisation, 'probation'> | null, agreed?: number): Promise<string> => {
      const who = person('gb');
      const firm: Organisation = { name: 'North', jurisdiction: country, languages: ['en'], ...own };
      return words(
        await dated('onboarding-checklist', country, 'en', {
          role: stating,
          organisation: own && firm,
          person: agreed === undefined ? who : { ...who, probation: { months: agreed } },
        }),
      );
    };
    const lengthIn = async (...facts: Parameters<typeof said>): Promise<string | undefined> =>
      /\n(?:Probation|Introductory period)\n([^\n]*)/.exec(await said(...facts))?.[1];
    expect(await lengthIn('gb', { probation: { months: 6 } })).toBe('2 months');
    expect(await lengthIn('gb', { probation: { months: 6 } }, 1)).toBe('1 month');
    expect(await lengthIn('gb', { probation: { months: 6 } }, 0.5)).toBe('2 weeks');
    expect(await lengthIn('gb', null, 1.5)).toBe('1.5 months');
    expect(await lengthIn('us', { probation: { months: 6 } })).toBe('6 months');
    expect(await said('us', {})).not.toMatch(/\n(Probation|Last day of probation)\n/);
    expect(await said('gb', {}), 'two months as the role states').toContain('\nLast day of probation\n10 March 2027');
    expect(await lengthIn('us', {}, 3)).toBe('3 months');
  });

  it('stops for no year without a decree, and says so once, where the first day is', async () => {
    const files = { 'someone.yaml': shelf.readText('examples/person.ru.yaml').replace('2026-06-01', '2026-12-01') };
    const { code, err, out } = await command(
      'generate sales-manager hr-manager --jurisdiction ru --locale ru --kind onboarding-checklist,onboarding-plan-hr --format html --person someone.yaml --out papers',
      { workspace: memoryWorkspace(files) },
    );
    expect([code, out.trim().split('\n').length]).toEqual([0, 4]);
    expect(err.match(/^.*calendar-provisional/gmu)).toEqual(['someone.yaml:8:11: warning calendar-provisional']);
  });

  it('leaves out of the review what comes after the probation', async () => {
    const rows = (document: Document): (string | null)[] => tableIn(document, 'check-table').rows.map(({ id }) => id);
    const review = await dated('probation-review', 'ru', 'ru');
    expect(rows(review)).not.toContain('six-month-review');
    expect(words(review)).toContain('итоги первых 6 месяцев (27 ноября 2026 г.)');
    expect(rows(make('probation-review', 'ru'))).toContain('six-month-review');
  });

  it('judges by no measure whose period is not over, and says which these are', async () => {
    const measures = (document: Document): (string | null)[] => tableIn(document, 'measure-table').rows.map(({ id }) => id);
    const quarterly = (seller.kpis ?? []).filter(({ period }) => period === 'quarter').map(({ id }) => id);
    const monthly = (seller.kpis ?? []).filter(({ period }) => period === 'month').map(({ id }) => id);
    expect([quarterly.length, monthly.length]).toEqual([expect.any(Number), expect.any(Number)]);
    const review = await dated('probation-review', 'ru', 'ru');
    expect(measures(review)).toEqual(expect.arrayContaining(monthly));
    expect(measures(review)).not.toEqual(expect.arrayContaining(quarterly.slice(0, 1)));
    expect(words(review)).toContain('(период: квартал)');
    // In one month no month ends before the review.
    const short = { ...person('ru'), hireDate: '2026-06-15', probation: { months: 1 } };
    const early = await dated('probation-review', 'ru', 'ru', { organisation: organisation('ru'), person: short });
    expect(words(early)).not.toContain('measure-table');
    expect([...walk(early.blocks)].some((one) => one.type === 'table' && one.id === 'measure-table')).toBe(false);
  });
});

describe('a probation review', () => {
  const targets = (document: Document): string[] =>
    tableIn(document, 'measure-table').rows.map(({ cells }) =>
      (cells[1]?.children ?? []).flatMap((one) => [...contents([one])].map(plainText)).join(' '),
    );

  it.each([
    ['nl', 'nl', 'Streefwaarde voor deze periode', 'volledige streefwaarde vanaf'],
    ['gb', 'en', 'Target set for this period', 'full target from'],
    ['ru', 'ru', 'Цель на этот период', 'полная цель с'],
  ] as const)('leaves targets of full performance after it to be set for the period (%s)', async (country, locale, heading, full) => {
    const review = await dated('probation-review', country, locale);
    expect(words(review)).toContain(heading);
    expect(words(review)).toContain(full);
    expect(fields(review).filter((name) => name.endsWith('-target'))).toHaveLength(targets(review).length);
  });

  it('prints the targets of a role whose onboarding is over before it', async () => {
    const onboarding = { ...(seller.onboarding ?? expect.fail()) };
    delete onboarding.fullPerformance;
    const stages = onboarding.stages.slice(0, 1);
    const quick = { ...seller, onboarding: { ...onboarding, stages } };
    const review = await dated('probation-review', 'ru', 'ru', { role: quick, organisation: organisation('ru'), person: person('ru') });
    expect(words(review)).not.toContain('Цель на этот период');
  });
});

describe('HR’s plan', () => {
  const collected = (document: Document): (string | null)[] =>
    tableIn(document, 'check-table').rows.flatMap(({ id }) => (id?.endsWith('-collected') ? [id] : []));
  const duties = (document: Document): (string | null)[] => tableIn(document, 'law-table').rows.map(({ id }) => id);
  const us = { organisation: organisation('us'), person: person('us') };

  it('collects the talks, and the decision by the last day of notice', async () => {
    expect(collected(await dated('onboarding-plan-hr', 'ru', 'ru'))).toEqual([
      'probation-midpoint-collected',
      'probation-review-collected',
      'last-notice-collected',
    ]);
    expect(collected(await dated('onboarding-plan-hr', 'us', 'en'))).toEqual([
      'check-in-30-collected',
      'check-in-60-collected',
      'check-in-90-collected',
    ]);
  });

  it('names the state of the organisation, and E-Verify only where it is used', async () => {
    const plan = await dated('onboarding-plan-hr', 'us', 'en', us);
    expect(words(plan)).toContain('the Ohio new hire directory');
    expect(words(plan)).not.toContain('{state}');
    expect(duties(plan)).not.toContain('law-e-verify');
    expect(duties(plan)).not.toContain('law-posters-remote');
    const verified = { ...us, organisation: { ...us.organisation, eVerify: true, facts: { hybrid: 'two days a week' } } };
    expect(duties(await dated('onboarding-plan-hr', 'us', 'en', verified))).toEqual(
      expect.arrayContaining(['law-e-verify', 'law-posters-remote']),
    );
  });

  it('tells the law of a state that is known, and leaves room for that of another', async () => {
    const said = async (state: NonNullable<Organisation['state']>): Promise<Document> =>
      dated('onboarding-plan-hr', 'us', 'en', { ...us, organisation: { ...us.organisation, state } });
    const ohio = await said({ ru: 'Огайо', en: 'Ohio' });
    expect(duties(ohio)).toEqual(expect.arrayContaining(['law-new-hire-ohio', 'law-posters-ohio', 'law-employer-ohio']));
    expect(duties(ohio)).not.toContain('law-state-notices');
    expect(words(ohio)).not.toContain('or sooner');
    const georgia = await said('Georgia');
    expect(duties(georgia)).not.toContain('law-new-hire-ohio');
    expect(words(georgia)).toContain('within 20 days, or sooner where Georgia law says so');
  });

  it('has each safety briefing given by the one who must', () => {
    const rows = tableIn(make('onboarding-plan-hr', 'ru'), 'law-table').rows;
    const giver = (id: string): string | undefined =>
      rows
        .find((row) => row.id === id)
        ?.cells.map((cell) => [...contents(cell.children)].map(plainText).join(' ').replaceAll('\u00a0', ' '))[2];
    expect(giver('law-briefing')).toBe('Специалист по охране труда');
    expect(giver('law-briefing-workplace')).toBe('Руководитель');
  });

  it('has those who lead others examined by a commission, and trains the rest as their work requires', () => {
    const training = (over: Partial<Job>): (string | null)[] =>
      duties(make('onboarding-plan-hr', 'ru', over)).filter((id) => id?.startsWith('law-safety-training'));
    expect(training({})).toEqual(['law-safety-training-staff']);
    expect(training({ role: role('production-department-head') })).toEqual(['law-safety-training']);
  });

  it('waits for what it collects in the order of the days', async () => {
    const document = await dated('onboarding-plan-hr', 'gb', 'en');
    const rows = tableIn(document, 'check-table').rows.map(({ id }) => id);
    expect(rows.slice(-5)).toEqual([
      'probation-midpoint-collected',
      'own-work-check',
      'probation-review-collected',
      'last-notice-collected',
      'six-month-review',
    ]);
    expect(words(document)).toContain('Last day for notice to end employment before six months’ service');
  });

  it('does not decide beforehand how a probation ends', async () => {
    expect(words(await dated('onboarding-plan-hr', 'ru', 'ru'))).toContain(
      'При неудовлетворительном результате — письменное предупреждение',
    );
    expect(words(await dated('onboarding-plan-hr', 'nl', 'nl'))).toContain('Bij een negatieve uitkomst: schriftelijke opzegging');
  });
});

describe('the acknowledgement sheet', () => {
  it('says the version before the date, and lists the handbook and what the organisation has', async () => {
    for (const [country, locale, version] of [
      ['nl', 'nl', 'Versie 2, 20 mei 2026'],
      ['gb', 'en', 'Version 2, No. JD-1, 20 May 2026'],
      ['us', 'en', 'Version 2, No. JD-1, May 20, 2026'],
    ] as const) {
      const sheet = await dated('acknowledgement-sheet', country, locale);
      expect(words(sheet)).toContain(version);
      const rows = tableIn(sheet, 'sheet').rows.map(({ id }) => id);
      expect(rows).toContain('read-handbook');
      expect(rows).toContain('policy-1');
      expect(rows.filter((id) => id?.startsWith('empty-'))).toHaveLength(0);
      // A checklist is nobody’s act: there is no day to write in.
      const list = tableIn(sheet, 'sheet').rows.find(({ id }) => id === 'read-checklist');
      expect([...contents(list?.cells[2]?.children ?? [])].map(plainText).join('')).toMatch(/^Versi(?:e|on) 2$/u);
    }
  });

  it('offers a newcomer nothing to sign for that there may not be', () => {
    const { policies = [], ...silent } = organisation('ru');
    const rowsOf = (employer: Organisation | null): string[] =>
      tableIn(make('acknowledgement-sheet', 'ru', { person: person('ru'), organisation: employer }), 'sheet').rows.map(
        ({ id }) => id ?? '',
      );
    const ofLaw = ['policy-rules', 'policy-data', 'policy-safety', 'empty-1', 'empty-2', 'empty-3'];
    expect(policies.length).toBeGreaterThan(0);
    for (const employer of [null, silent]) expect(rowsOf(employer).slice(-6)).toEqual(ofLaw);
    expect(rowsOf({ ...silent, policies: [] }).filter((id) => !id.startsWith('read-'))).toEqual([]);
    expect(words(make('acknowledgement-sheet', 'ru', { organisation: { ...silent, policies } }))).toContain(
      'Правила внутреннего трудового распорядка\nот 13 января 2025 г. № 2',
    );
  });

  it('has the columns of the Russian journal, and rows with version, date and number', async () => {
    const document = await dated('acknowledgement-sheet', 'ru', 'ru');
    const { header, rows } = tableIn(document, 'sheet');
    expect(header).toHaveLength(7);
    const first = rows[0]?.cells.map((cell) => [...contents(cell.children)].map(plainText).join(' ').replaceAll('\u00a0', ' '));
    expect(first?.slice(0, 4)).toEqual([
      '1',
      `Должностная инструкция менеджера по продажам (редакция 2) от 20 мая 2026 г. № ДИ-1/2026`,
      'Иванова Анна Петровна',
      'Менеджер по продажам, отдел продаж',
    ]);
    expect(words(document)).toContain('Подписью подтверждаю, что ознакомлена с перечисленными ниже');
  });

  it('is one list for several people', () => {
    const people = [person('ru'), { ...person('ru'), gender: 'male' as const, name: { last: 'Петров', first: 'Пётр' } }];
    const document = make('acknowledgement-sheet', 'ru', { people });
    const { rows } = tableIn(document, 'sheet');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows).toHaveLength(2 * 7);
    expect(words(document)).toContain('ознакомлен(а)');
    expect(words(document)).toContain('Петров Пётр');
  });
});

describe('the papers of an onboarding', () => {
  const headings = (document: Document): string[] =>
    [...walk(document.blocks)].flatMap((block) => (block.type === 'section' ? [plainText(block.heading).replaceAll('\u00A0', ' ')] : []));

  it('give a check the same number', () => {
    const numbered = (kind: string): string[] => headings(make(kind, 'en')).filter((heading) => heading.startsWith('Check '));
    expect(numbered('onboarding-checklist')[1]).toBe('Check 2. Practice sale to experienced colleagues');
    expect(numbered('onboarding-plan-manager')).toEqual(numbered('onboarding-checklist'));
    for (const kind of ['onboarding-plan-hr', 'probation-review'])
      expect(words(make(kind, 'en'))).toContain('\n2. Practice sale to experienced colleagues\n');
  });

  it('do not say how a check is done when its name says so', () => {
    const english = words(make('onboarding-checklist', 'en'));
    expect(english).toMatch(/Check 1\. First test[^\n]+\nObservation at work\. Conducted by: mentor/u);
    expect(english).toMatch(/Check 5\. Figures[^\n]+\nReview of results\. Conducted by: manager/u);
    expect(words(make('onboarding-checklist', 'nl'))).toMatch(/Toets 2\. Verkooprollenspel[^\n]+\nBeoordelaar: collega/u);
    const leader = { role: role('sales-team-leader') };
    expect(words(make('onboarding-checklist', 'ru', leader))).toMatch(/Проверка \d\. Деловая игра[^\n]+\nПроводит наставник/u);
    expect(words(make('onboarding-checklist', 'en', { role: role('customer-service-manager') }))).toMatch(
      /\. Review of the first days\nConducted by: manager/u,
    );
  });

  // Texts of roles, not papers: a paper of each role for each country would take seconds.
  it('find nothing in our roles that leaves a filled paper open', () => {
    const rule = readRules(library.shelf).rules.find(({ data }) => data.id === 'open-choice') ?? expect.fail('there is no rule');
    const openIn = (value: unknown): string[] =>
      Object.entries(value ?? {}).flatMap(([key, said]: [string, unknown]) => {
        if (typeof said === 'object') return openIn(said);
        const locale = locales.find((one) => key === one || key.startsWith(`${one}-`));
        return locale && typeof said === 'string' && foundInText(said, locale, rule).length > 0 ? [said] : [];
      });
    expect(openIn({ en: 'Targets: to be set.' })).toHaveLength(1);
    expect(openIn(listRoles(shelf).map(({ path }) => readRole(shelf, path).role?.onboarding))).toEqual([]);
  });

  it('begin no sentence behind a colon', () => {
    for (const [locale, end] of [
      ['ru', 'Этап завершён: новый'],
      ['en', 'Stage complete: the'],
      ['nl', 'Fase afgerond: de'],
    ] as const)
      expect(words(make('onboarding-checklist', locale))).toContain(end);
  });

  it('have room for organisation and probation in a blank form, and for a target that is not set', () => {
    for (const kind of ['onboarding-checklist', 'onboarding-plan-manager', 'onboarding-plan-hr', 'probation-review'])
      expect(fields(make(kind, 'ru'))).toEqual(expect.arrayContaining(['organisation-name', 'probation-length']));
    for (const kind of ['kpi-scorecard', 'acknowledgement-sheet']) {
      expect(fields(make(kind, 'ru'))).toContain('organisation-name');
      expect(words(make(kind, 'ru'))).toContain('(наименование организации)');
    }
    const { id } = seller.kpis?.find(({ value }) => value === null) ?? expect.fail('all targets are set');
    expect(fields(make('kpi-scorecard', 'ru'))).toContain(`${id}-target`);
    const open = { ...seller, kpis: seller.kpis?.map((kpi) => (kpi.period === 'month' ? { ...kpi, value: null } : kpi)) } as Role;
    const monthly = open.kpis?.find(({ period }) => period === 'month')?.id ?? '';
    expect(fields(make('probation-review', 'ru', { role: open }))).toContain(`${monthly}-target`);
  });

  it('tell a newcomer on a telephone who helps, with the address where it is known', () => {
    const guide = (over: Partial<Job>) => make('onboarding-checklist', 'en', over).guide?.help;
    const known = person('gb');
    const { mentor = expect.fail('there is no mentor'), ...unguided } = known;
    expect(guide({})).toEqual({ label: 'Who helps', name: 'Mentor', mail: null });
    expect(guide({ person: { ...known, mentor: { ...mentor, email: 'maja@example.com' } } })).toEqual({
      label: 'Who helps',
      name: 'Maja Lindqvist, senior account manager',
      mail: 'maja@example.com',
    });
    expect(guide({ person: unguided })?.name).toBe('Thomas Whitfield, head of sales');
    expect(make('onboarding-plan-manager', 'en')).not.toHaveProperty('guide');
  });
});

describe('the scorecard', () => {
  it('keeps target, unit and weight apart and leaves results to be written in', () => {
    const document = make('kpi-scorecard', 'en');
    const { rows } = tableIn(document, 'scorecard');
    const [first] = rows;
    expect(first?.cells.slice(1, 4).map((cell) => [...contents(cell.children)].map(plainText).join(' '))).toEqual([
      'At least 100',
      '%',
      '30',
    ]);
    expect(rows.at(-1)?.cells.map((cell) => [...contents(cell.children)].map(plainText).join(''))[3]).toBe('100');
    for (const { id } of seller.kpis ?? [])
      expect(fields(document)).toEqual(expect.arrayContaining([`${id}-actual`, `${id}-achieved`, `${id}-weighted`]));
  });

  it('lies on its side, in the paper of the company too', async () => {
    const document = make('kpi-scorecard', 'nl');
    const look = branded(library.theme(document.layout), document);
    expect([look.page.width, look.page.height]).toEqual([297, 210]);
    const sheet = async (reference: Uint8Array | null) => {
      const file = openDocx(await writeDocx(document, look, { reference: reference && readReference(reference) }));
      return child(child(file.body, 'w:sectPr'), 'w:pgSz')?.attributes;
    };
    expect(await sheet(null)).toMatchObject({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' });
    const own = await sheet(await company());
    expect(own).toHaveProperty('w:orient', 'landscape');
    expect(Number(own?.['w:w'])).toBeGreaterThan(Number(own?.['w:h']));
  });
});

describe('generate', () => {
  async function generate(line: string, files: Record<string, string> = {}): Promise<{ code: number; files: string[]; codes: string[] }> {
    const workspace = memoryWorkspace(files);
    let out = '';
    const code = await run({
      argv: `generate ${line} --locale nl --format html --json`.split(' ').filter(Boolean),
      environment: {},
      out: (text) => {
        out += text;
      },
      err: () => {},
      errIsTerminal: false,
      workspace,
      milliseconds: () => 0,
    });
    const { files: made, diagnostics } = JSON.parse(out) as { files: { kind: string }[]; diagnostics: { code: string }[] };
    return { code, files: made.map(({ kind }) => kind), codes: diagnostics.map((one) => one.code) };
  }
  const own = shelf.readText('roles/sales-manager.yaml');
  const without = (key: string): string => own.replace(new RegExp(`^${key}:\\n(?:[ \\t].*\\n|\\n)*`, 'm'), '');

  it('makes two kinds unless asked, and all of them when asked', async () => {
    expect((await generate('sales-manager')).files).toEqual(['job-description', 'onboarding-checklist']);
    expect(await generate('sales-manager --kind all')).toEqual({ code: 0, files: kindsIn('nl'), codes: ['kinds-left-out'] });
  });

  it('says what a role lacks for a kind, and makes the others', async () => {
    const role = without('onboarding');
    const { files, codes } = await generate('roles/mine.yaml --kind all', {
      'roles/mine.yaml': role.replace('id: sales-manager', 'id: mine'),
    });
    expect(codes).toEqual(['kinds-left-out', 'no-onboarding']);
    expect(files).toEqual(kindsIn('nl').filter((kind) => !kind.startsWith('onboarding-')));
  });

  it('leaves the review of a probation out of a set for whoever has none, and what the law wants of one', async () => {
    const someone = (months: number) =>
      `schema: 2\nname: { last: Jansen, first: Eva }\nhireDate: 2027-02-01\nprobation: { months: ${months} }\n`;
    const kindsFor = async (months: number, kinds: string) =>
      (await generate(`sales-manager --person p.yaml --kind ${kinds}`, { 'p.yaml': someone(months) })).files;
    expect(await kindsFor(1, 'onboarding')).toContain('probation-review');
    expect(await kindsFor(0, 'onboarding')).toEqual((await kindsFor(1, 'onboarding')).filter((kind) => kind !== 'probation-review'));
    expect(await kindsFor(0, 'probation-review')).toEqual(['probation-review']);
    const plan = (months: number) => words(make('onboarding-plan-hr', 'nl', { person: { ...person('nl'), probation: { months } } }));
    expect(plan(1)).toContain('De proeftijd schriftelijk overeenkomen');
    expect(plan(0)).not.toContain('De proeftijd schriftelijk overeenkomen');
  });

  it('warns of a probation that the law does not allow, once, where a paper speaks of it', async () => {
    const firm = shelf
      .readText('examples/organisation.nl.yaml')
      .replace('contract: { kind: indefinite }', 'contract: { kind: fixed-term, months: 12 }')
      .replace(/^logo:\n(?: .*\n)+/m, '');
    const line = '--organisation o.yaml --kind';
    expect(await generate(`sales-manager ${line} onboarding-plan-hr,probation-review`, { 'o.yaml': firm })).toMatchObject({
      code: 0,
      codes: ['review-left-out', 'probation-too-long'],
      files: ['onboarding-plan-hr'],
    });
    expect((await generate(`sales-manager ${line} kpi-scorecard`, { 'o.yaml': firm })).codes).toEqual([]);
  });
});
