/** What the screen shows of a list on its way: how its columns were understood, and a page of rows with what is to be put right in each. */
import { staffFieldNames } from 'rolewright';
import type { Diagnostic, Locale, StaffField, StaffTable } from 'rolewright';
import type { Studio, Told } from '../studio.js';
import { ownTitles } from '../roles.js';
import type { StaffDraft } from './staff-draft.js';
import { offered } from './staff-reading.js';

export interface DraftColumn {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: StaffField | null;
}

export interface DraftFinding extends Told {
  /** From 0; null for the whole row. */
  readonly column: number | null;
  /** Other words for the cell. */
  readonly fixes: readonly string[];
  /** In how many rows the cell says the same. */
  readonly alike: number;
}

export interface DraftRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly left: boolean;
  readonly findings: readonly DraftFinding[];
}

export interface DraftView {
  readonly name: string;
  readonly columns: readonly DraftColumn[];
  readonly fields: readonly { readonly id: StaffField; readonly name: string }[];
  /** What is wrong with the list as a whole: it cannot be taken before that is mended. */
  readonly whole: readonly Told[];
  /** Which page this is: the last one there is, where one behind it was asked for. */
  readonly page: AskedPage;
  readonly items: readonly DraftRow[];
  /** Rows that are shown on all pages. */
  readonly count: number;
  readonly rows: number;
  readonly left: number;
  /** Rows that can be taken. */
  readonly people: number;
  readonly withErrors: number;
  readonly withWarnings: number;
  readonly newDepartments: readonly string[];
  /** What may stand in the column of posts. */
  readonly roles: readonly string[];
}

export interface AskedPage {
  /** Rows with something to look at come first; with `findings` no others come. */
  readonly show: 'all' | 'findings';
  readonly offset: number;
  readonly limit: number;
}

/** Samples of a column. */
const sampled = 3;

export function draftView(draft: StaffDraft, { show, offset, limit }: AskedPage, language: Locale, studio: Studio): DraftView {
  const { table, fields, left, checked } = draft;
  const findings = checked?.findings ?? [];
  const byRow = new Map<number, Diagnostic[]>();
  const whole: Diagnostic[] = [];
  const isRow = new Set(table.rows.map(({ number }) => number));
  for (const one of findings) {
    if (one.line === undefined || !isRow.has(one.line) || one.code.startsWith('column')) whole.push(one);
    else if (byRow.get(one.line)?.push(one) === undefined) byRow.set(one.line, [one]);
  }
  const isWrong = (number: number): boolean => (byRow.get(number) ?? []).some(({ severity }) => severity === 'error');
  const rank = (number: number): number => (left.has(number) || !byRow.has(number) ? 0 : isWrong(number) ? 2 : 1);
  const shown = table.rows
    .filter(({ number }) => show === 'all' || rank(number) > 0)
    .sort((one, other) => rank(other.number) - rank(one.number));
  const last = Math.floor(Math.max(0, shown.length - 1) / limit) * limit;
  const first = Math.min(offset, last);
  const desk = studio.desk();
  const names = staffFieldNames(language, desk);
  const titles = ownTitles(studio.named(), language);
  const told = findingsIn(draft, titles, language, studio);
  return {
    ...{ name: draft.name, people: checked?.people ?? 0, newDepartments: checked?.newDepartments ?? [] },
    columns: table.headings.map((heading, at) => ({
      heading,
      field: fields[at] ?? null,
      samples: [...new Set(table.rows.map(({ cells }) => cells[at] ?? '').filter(Boolean))].slice(0, sampled),
    })),
    fields: offered.map((id) => ({ id, name: names[id] })),
    whole: studio.tell(whole, language),
    page: { show, offset: first, limit },
    items: shown.slice(first, first + limit).map((row) => ({
      ...{ number: row.number, cells: row.cells, left: left.has(row.number) },
      findings: left.has(row.number) ? [] : told(row, byRow.get(row.number) ?? []),
    })),
    ...{ count: shown.length, rows: table.rows.length, left: left.size },
    withErrors: [...byRow.keys()].filter((number) => rank(number) === 2).length,
    withWarnings: [...byRow.keys()].filter((number) => rank(number) === 1).length,
    roles: [...new Set([...titles.values()].filter(Boolean))].sort(new Intl.Collator(language).compare),
  };
}

/** The findings of rows. How often a cell says the same is counted once for a column, and titles are read once for all rows. */
function findingsIn(
  { table, fields }: StaffDraft,
  titles: ReadonlyMap<string, string>,
  language: Locale,
  studio: Studio,
): (row: StaffTable['rows'][number], found: readonly Diagnostic[]) => readonly DraftFinding[] {
  const counts = new Map<number, ReadonlyMap<string, number>>();
  const countsIn = (column: number): ReadonlyMap<string, number> => {
    const known = counts.get(column);
    if (known) return known;
    const own = new Map<string, number>();
    for (const { cells } of table.rows) own.set(cells[column] ?? '', (own.get(cells[column] ?? '') ?? 0) + 1);
    counts.set(column, own);
    return own;
  };
  return ({ cells }, found) => {
    const told = studio.tell(found, language);
    return found.flatMap((one, at) => {
      const words = told[at];
      const column = one.column === undefined || fields[one.column - 1] === undefined ? null : one.column - 1;
      if (!words) return [];
      const text = column === null ? '' : (cells[column] ?? '');
      const alike = column === null || text === '' ? 1 : (countsIn(column).get(text) ?? 1);
      return [{ ...words, column, fixes: fixesOf(one, titles), alike }];
    });
  };
}

/** What the finding itself offers. */
function fixesOf({ code, args }: Diagnostic, titles: ReadonlyMap<string, string>): readonly string[] {
  const titled = (ids: unknown): readonly string[] => {
    const known = typeof ids === 'string' ? ids.split(', ').filter(Boolean) : [];
    const called = known.map((id) => titles.get(id) || id);
    // Of roles of one title only their ids tell which is meant.
    return known.map((id, at) => (called.filter((one) => one === called[at]).length > 1 ? id : (called[at] ?? id)));
  };
  switch (code) {
    case 'cell-unknown-role':
      return titled(args['nearest']);
    case 'cell-role-unclear':
      return titled(args['known']);
    case 'cell-unknown-department':
      return typeof args['nearest'] === 'string' && args['nearest'] !== '' ? [args['nearest']] : [];
    default:
      return [];
  }
}
