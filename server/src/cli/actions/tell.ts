/** `register status`, `changes` and `journal`. */
import { choices, locales } from 'rolewright';
import type { Diagnostic, Locale, OutputFile } from 'rolewright';
import { journalName, journalPaper, journalWorkbook } from '../../papers/journal.js';
import { changesOf } from '../../register/changes.js';
import { nameIn, paperLabel } from '../../register/find.js';
import { departmentLabel, roleTitle } from '../../register/titles.js';
import { journalRows } from '../../register/journal.js';
import { shownNumber } from '../../register/series.js';
import { employerOf, orRefuse } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { shownStanding, shownStandings, standingTotals, withoutPaper } from '../../register/status.js';
import type { StatusRow } from '../../register/status.js';
import type { Holder } from '../../register/wanted.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { lifeOf } from '../../register/ask.js';
import { disagrees } from '../../register/journal-notes.js';
import { settingFor } from './answers.js';
import { scopeOf } from './papers.js';
import type { ScopeOptions } from './papers.js';
import { idsOf, rowsFor } from './requests.js';

export interface StatusOptions extends CommonOptions, ScopeOptions {
  readonly kind?: string;
  readonly overdue?: boolean;
  readonly standing?: string;
}

export const status = (persons: readonly string[], options: StatusOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const usage: Diagnostic[] = [];
    const shown = [...shownStandings, noPaper] as const;
    const wanted: readonly string[] = options.standing === undefined ? shown : choices('--standing', options.standing, shown, usage);
    orRefuse(usage);
    const all = await rowsFor(persons, options, setting);
    const rows = all.filter((one) => wanted.includes(shownStanding(one)) && (!options.overdue || one.stand.overdue));
    const ids = await idsOf(persons, setting);
    const bare = (await withoutPaper({ ...(await scopeOf(options, setting)), kind: options.kind }, setting)).filter(
      ({ person }) => ids === null || ids.has(person.id),
    );
    const lacking = wanted.includes(noPaper) && !options.overdue ? bare : [];
    const totals = { ...standingTotals(all), noPaper: bare.length };
    const answers = await declinedIn(rows, setting);
    const { say } = counter;
    return {
      data: {
        totals,
        rows: rows.map((row) => ({ ...plainRow(row), answer: answers.get(row) ?? null })),
        withoutPaper: lacking.map(plainHolder),
      },
      lines: rows.length + lacking.length === 0 ? [] : statusLines({ rows, lacking, answers }, setting, counter),
      note: [say('told.totals', totals), ...(bare.length === 0 ? [] : [say('told.noPaper', { n: bare.length })])].join('\n'),
    };
  });

/** Who has no paper in force. */
const noPaper = 'no-paper';

const plainHolder = ({ person, holding }: Holder): object => ({
  ...{ person: person.id, number: person.externalId, department: holding.department, role: holding.role },
});

const plainRow = (row: StatusRow): object => {
  const {
    holder: { person, holding },
    document,
    stand,
    startsOn,
  } = row;
  return {
    ...{ person: person.id, number: person.externalId, department: holding.department, role: holding.role },
    ...{ document: document.id, kind: document.kind, documentNumber: shownNumber(document) },
    ...{
      standing: shownStanding(row),
      startsOn,
      due: stand.due,
      overdue: stand.overdue,
      daysLate: stand.daysLate,
      request: stand.asking?.request ?? null,
    },
  };
};

type Answers = ReadonlyMap<StatusRow, 'disagrees' | 'declined'>;

/** What those have said who neither sign nor are on record to refuse. */
async function declinedIn(rows: readonly StatusRow[], { storage: { read } }: Setting): Promise<Answers> {
  const answers = new Map<StatusRow, 'disagrees' | 'declined'>();
  for (const row of rows) {
    const { asking } = row.stand;
    if (asking?.state !== 'declined') continue;
    answers.set(row, disagrees((await lifeOf('request', asking.request, read)).last) ? 'disagrees' : 'declined');
  }
  return answers;
}

interface Listed {
  readonly rows: readonly StatusRow[];
  readonly lacking: readonly Holder[];
  readonly answers: Answers;
}

function statusLines({ rows, lacking, answers }: Listed, setting: Setting, { say, language, lifeWords }: Counter): string[] {
  const whose = ({ person, holding }: Holder): string[] => [
    departmentLabel(holding.department, language, setting),
    person.externalId ?? person.id.slice(0, 10),
    nameIn(person, language),
  ];
  const wordsFor = (row: StatusRow): string => {
    const shown = shownStanding(row);
    const answer = answers.get(row);
    if (answer !== undefined) return say(`columns.${answer}`);
    if (shown === 'refused') return lifeWords.states.request.refused;
    return shown === 'to-come' ? say('columns.toCome', { day: row.startsOn ?? '' }) : lifeWords.standings[shown];
  };
  const dueOf = ({ stand: { due, overdue, daysLate } }: StatusRow): string =>
    due === null ? '' : overdue ? `${due}, ${say('columns.late', { n: daysLate })}` : due;
  const lines = rows.map((row) => [...whose(row.holder), paperLabel(row.document, setting), wordsFor(row), dueOf(row)]);
  const bare = lacking.map((holder) => [
    ...whose(holder),
    roleTitle(holder.holding.role ?? '', holder.holding.department, language, setting),
    say('columns.noPaper'),
    '',
  ]);
  const head = ['department', 'number', 'person', 'paper', 'standing', 'due'].map((name) => say(`columns.${name}`));
  return table([head, ...lines, ...bare]);
}

export interface ChangesOptions extends CommonOptions, ScopeOptions {
  readonly kind?: string;
  readonly locale?: string;
}

export const changes = (options: ChangesOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { say, language } = counter;
    const told: Diagnostic[] = [];
    const { kind, locale } = options;
    const day = options.on === undefined ? counter.today : counter.day(options.on);
    const documents = { day, ...(kind !== undefined && { kind }), ...(locale !== undefined && { locale }) };
    const found = await changesOf(await scopeOf(options, setting), documents, setting, told);
    counter.problems.push(...told.filter(({ severity }) => severity === 'error'));
    const papers = found.papers.filter(({ changed }) => changed);
    // Whoever need not sign is told of only where something has changed.
    const concerned = found.people.filter(({ consequence }) => consequence.sign !== 'no' || consequence.superseded.length > 0);
    const count = (sign: string): number => found.people.filter(({ consequence }) => consequence.sign === sign).length;
    const paperLines = papers.map(({ paper, before }) => [
      before === null ? '' : shownNumber(before),
      paper.title,
      departmentLabel(paper.department, language, setting),
      paper.locale,
      `${before?.role_version ?? '–'} → ${paper.role.version}`,
      say(before === null ? 'outcomes.new' : 'outcomes.to-issue'),
    ]);
    const peopleLines = concerned.map(({ holder: { person, holding }, document, consequence }) => [
      departmentLabel(holding.department, language, setting),
      person.externalId ?? person.id.slice(0, 10),
      nameIn(person, language),
      paperLabel(document, setting),
      say(`sign.${consequence.sign}`),
      say(`sign.${consequence.why}`),
    ]);
    const heads = (...names: readonly string[]): string[] => names.map((name) => (name === '' ? '' : say(`columns.${name}`)));
    return {
      data: {
        papers: papers.map(({ paper, before }) => ({
          ...{ kind: paper.kind.id, role: paper.roleId, department: paper.department, locale: paper.locale, title: paper.title },
          ...{ before: before?.id ?? null, fingerprint: paper.fingerprint },
        })),
        people: found.people.map(({ holder, document, consequence }) => ({
          ...{ person: holder.person.id, number: holder.person.externalId, document: document.id },
          ...{ sign: consequence.sign, why: consequence.why, superseded: consequence.superseded },
        })),
      },
      lines: [
        ...(paperLines.length === 0 ? [] : [...table([heads('number', 'paper', 'department', '', 'version', 'state'), ...paperLines]), '']),
        ...(peopleLines.length === 0 ? [] : table([heads('department', 'number', 'person', 'paper', 'sign', ''), ...peopleLines])),
      ],
      note: say('told.toIssue', { n: papers.length, again: count('again'), first: count('first'), no: count('no') }),
    };
  });

export interface JournalOptions extends CommonOptions, ScopeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format?: string;
  readonly locale?: string;
  readonly out?: string;
  readonly force?: boolean;
}

const journalFormats = ['docx', 'pdf', 'xlsx'] as const;

export const journal = (options: JournalOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const usage: Diagnostic[] = [];
    const formats = choices('--format', options.format ?? 'pdf', journalFormats, usage);
    const { languages, jurisdiction } = employerOf(setting);
    const locale: Locale = choices('--locale', options.locale ?? languages[0] ?? counter.language, locales, usage)[0] ?? 'en';
    orRefuse(usage);
    const period = {
      from: options.from === undefined ? null : counter.day(options.from),
      to: options.to === undefined ? counter.today : counter.day(options.to),
    };
    const rows = await journalRows({ ...(await scopeOf(options, setting)), ...period, locale }, setting);
    const paper = settingFor(locale, jurisdiction, setting, counter);
    const content = { ...period, keeper: null, rows };
    const files: OutputFile[] = [];
    for (const format of formats) {
      const { bytes } =
        format === 'xlsx'
          ? await setting.press.workbook(journalWorkbook(content, paper))
          : await setting.press.print(journalPaper(content, paper), format);
      files.push({ path: `${journalName(content, paper)}.${format}`, bytes });
    }
    const folder = options.out ?? setting.workplace.project?.out ?? 'out';
    const written = counter.desk.workspace.writeAll(files, { folder, force: options.force ?? false });
    return { data: { files: written, entries: rows.length, rows }, lines: written, note: counter.say('told.journal', { n: rows.length }) };
  });
