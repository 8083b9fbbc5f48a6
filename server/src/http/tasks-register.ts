/** Tasks that read all of the register: where everybody stands, the journal, and whether it is what it was. */
import type { Diagnostic, Locale } from 'rolewright';
import type { Reach } from '../access/rights.js';
import { reaches } from '../access/rights.js';
import { settingFor } from '../papers/for-request.js';
import { journalName, journalPaper, journalWorkbook } from '../papers/journal.js';
import { changesOf } from '../register/changes.js';
import { nameIn } from '../register/find.js';
import { journalRows } from '../register/journal.js';
import type { JournalRow } from '../register/journal.js';
import { shownNumber } from '../register/series.js';
import { employerOf } from '../register/setting.js';
import { shownStanding, standingTotals, statusOf, withoutPaper } from '../register/status.js';
import type { ShownStanding, StatusRow } from '../register/status.js';
import type { Holder } from '../register/wanted.js';
import { verify } from '../verify/verify.js';
import { plainProblem } from './plain.js';
import type { Workshop } from './tasks.js';

export interface StatusAsked {
  readonly reach: Reach;
  readonly role?: string;
  readonly department?: string;
  readonly person?: string;
  readonly kind?: string;
  readonly standing?: ShownStanding;
  readonly overdue?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export async function statusTask(asked: StatusAsked, { setting }: Workshop): Promise<object> {
  const { reach, role, department, person, kind, standing, overdue, offset, limit } = asked;
  const all = (await statusOf({ role, department, person, kind }, setting)).filter(({ holder }) =>
    reaches(reach, holder.holding.department),
  );
  const bare = (await withoutPaper({ role, department, person, kind }, setting)).filter(({ holding }) =>
    reaches(reach, holding.department),
  );
  const totals = { ...standingTotals(all), noPaper: bare.length };
  const rows = all.filter((row) => (standing === undefined || shownStanding(row) === standing) && (overdue !== true || row.stand.overdue));
  const items = rows.slice(offset, offset + limit).map((row) => plainRow(row, setting.language));
  return { totals, items, count: rows.length };
}

const plainRow = (row: StatusRow, language: Locale): object => {
  const { holder, document, stand, startsOn } = row;
  const { person, holding } = holder;
  return {
    ...{ person: person.id, number: person.externalId, name: nameIn(person, language), department: holding.department, role: holding.role },
    ...{ document: document.id, kind: document.kind, documentNumber: shownNumber(document), standing: shownStanding(row), startsOn },
    ...{ due: stand.due, overdue: stand.overdue, daysLate: stand.daysLate, request: stand.asking?.request ?? null },
  };
};

export interface ChangesAsked {
  readonly reach: Reach;
  readonly role?: string;
  readonly department?: string;
  readonly kind?: string;
  readonly language?: Locale;
  readonly on?: string;
}

/** What the roles of today mean: which papers are to be issued anew, and who has to acknowledge them then. */
export async function changesTask({ reach, role, department, kind, language, on }: ChangesAsked, { setting }: Workshop): Promise<object> {
  const told: Diagnostic[] = [];
  const documents = { day: on ?? setting.today, ...(kind !== undefined && { kind }), ...(language !== undefined && { locale: language }) };
  const found = await changesOf({ role, department }, documents, setting, told);
  const isSeen = ({ holding }: Holder): boolean => reaches(reach, holding.department);
  return {
    papers: found.papers
      .filter(({ changed, paper }) => changed && paper.holders.some(isSeen))
      .map(({ paper, before }) => ({
        ...{ kind: paper.kind.id, role: paper.roleId, department: paper.department, language: paper.locale, title: paper.title },
        ...{ before: before?.id ?? null, versionBefore: before?.role_version ?? null, version: paper.role.version },
      })),
    people: found.people
      .filter(({ holder }) => isSeen(holder))
      .map(({ holder: { person, holding }, document, consequence: { sign, why, superseded } }) => ({
        ...{ person: person.id, number: person.externalId, name: nameIn(person, setting.language), department: holding.department },
        ...{ document: document.id, sign, why, superseded: [...superseded] },
      })),
    problems: told.filter(({ severity }) => severity === 'error').map(plainProblem),
  };
}

export interface JournalAsked {
  readonly reach: Reach;
  readonly role?: string;
  readonly department?: string;
  readonly from: string | null;
  readonly to: string;
  /** Null: rows as data. */
  readonly format: 'pdf' | 'docx' | 'xlsx' | null;
}

/** The rows, or the journal as a file. */
export async function journalTask(
  { reach, role, department, from, to, format }: JournalAsked,
  { setting, own }: Workshop,
): Promise<{ readonly rows: readonly JournalRow[] } | { readonly name: string; readonly bytes: Uint8Array }> {
  const { languages, jurisdiction } = employerOf(setting);
  const locale = format === null ? setting.language : (languages[0] ?? setting.language);
  const asked = { role, from, to, locale };
  // The rows of several departments are those of each.
  const scopes = department !== undefined ? [department] : reach === 'everywhere' ? [undefined] : reach;
  const rows: JournalRow[] = [];
  for (const one of scopes)
    if (one === undefined || reaches(reach, one)) rows.push(...(await journalRows({ ...asked, department: one }, setting)));
  if (format === null) return { rows };
  const paper = settingFor(locale, jurisdiction, setting, own);
  const content = { from, to, keeper: null, rows };
  const { bytes } =
    format === 'xlsx'
      ? await setting.press.workbook(journalWorkbook(content, paper))
      : await setting.press.print(journalPaper(content, paper), format);
  return { name: `${journalName(content, paper)}.${format}`, bytes };
}

/** At most so many faults are told one by one. */
const mostFaults = 100;

export async function verifyTask({ now }: { readonly now: string }, { setting: { storage } }: Workshop): Promise<object> {
  const { whole, events, files, head, faults } = await verify(storage, { anchors: [], now: new Date(now), limit: mostFaults });
  return { whole, events, files, head: { seq: head.seq, at: head.at, hash: head.hash }, faults: faults.map((one) => ({ ...one })) };
}
