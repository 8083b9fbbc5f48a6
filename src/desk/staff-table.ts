/** A staff list as a table of texts, for callers whose users match its columns and correct its cells themselves. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { ownData } from '../read/own-data.js';
import { columnsOf, fields } from '../staff-list/columns.js';
import type { ColumnWords, Field } from '../staff-list/columns.js';
import { headed } from '../staff-list/headed.js';
import { headingRowIn } from '../staff-list/heading-row.js';
import { peopleSheet } from '../staff-list/people-sheet.js';
import { columnLetters, textOf } from '../staff-list/sheet.js';
import type { SheetRow } from '../staff-list/sheet.js';
import type { Desk } from './desk.js';

export type StaffField = Field;

/** Whatever a column of a staff list can hold. */
export const staffFields: readonly StaffField[] = fields;

export interface StaffTable {
  /** The name of the sheet; null for text. */
  readonly sheet: string | null;
  /** The row of the headings as spreadsheets number it; 0 where the list has none. */
  readonly headingRow: number;
  /** Each another: a second one of the same words has its number behind it, one that is empty the letter of its column. */
  readonly headings: readonly string[];
  /** What each column holds, as far as its heading tells. */
  readonly fields: readonly (StaffField | null)[];
  readonly rows: readonly StaffTableRow[];
}

export interface StaffTableRow {
  /** As spreadsheets number it. */
  readonly number: number;
  /** As many as there are headings; dates of spreadsheets as YYYY-MM-DD. */
  readonly cells: readonly string[];
}

/** Columns of a staff list; who needs more has another table. */
const mostColumns = 60;

/**
 * Reads a list of people from the bytes of a spreadsheet or a text with cells. Nothing is said of what stands in its cells: that is
 * `readStaff`’s. Throws a Refusal for what is no table, or is too large.
 */
export async function readStaffTable(bytes: Uint8Array, file: string, desk: Desk, problems: Diagnostic[]): Promise<StaffTable> {
  const words = ownData(desk.shelf.own, 'locales/columns.yaml') as ColumnWords;
  const whole = await peopleSheet(bytes, file, { words, chosen: {} }, problems);
  const first: SheetRow[] = [whole.headings];
  for await (const row of whole.rows) if (first.push(row) >= searched) break;
  const texts = first.map(({ cells }) => cells.map((cell) => String(cell ?? '')));
  const hasHeadings = headingRowIn(texts, words) !== null || texts.length === 1;
  const { sheet, sample } = hasHeadings ? await headed(whole, { words, chosen: {}, row: null }, problems) : { sheet: whole, sample: [] };
  const rows: SheetRow[] = hasHeadings ? [] : [whole.headings];
  for await (const row of sheet.rows) rows.push(row);
  const width = lastFilled([...(hasHeadings ? [sheet.headings] : []), ...rows]);
  if (width > mostColumns)
    throw new Refusal([diagnostic('table-too-wide', { cell: columnLetters(width - 1), limit: mostColumns }, { file })]);
  const places = Array.from({ length: width }, (_, at) => at);
  // What its headings lack is said once the columns are matched.
  const { known } = hasHeadings ? columnsOf(sheet, words, {}, [], sample) : { known: new Map<StaffField, number>() };
  const fieldAt = new Map([...known].map(([field, at]) => [at, field]));
  return {
    sheet: sheet.name,
    headingRow: hasHeadings ? sheet.headings.number : 0,
    headings: distinct(places.map((at) => (hasHeadings ? textOf(sheet.headings.cells[at]) : '') || columnLetters(at))),
    fields: places.map((at) => fieldAt.get(at) ?? null),
    rows: rows.map(({ number, cells }) => ({ number, cells: places.map((at) => textOf(cells[at])) })),
  };
}

/** Rows in which headings are looked for. */
const searched = 20;

const lastFilled = (rows: readonly SheetRow[]): number =>
  rows.reduce((most, { cells }) => {
    let end = cells.length;
    while (end > most && textOf(cells[end - 1]) === '') end -= 1;
    return Math.max(most, end);
  }, 0);

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** What a column of each sort is called in a language, in the words that lists have for it. */
export function staffFieldNames(language: Locale, desk: Desk): Readonly<Record<StaffField, string>> {
  const { columns } = ownData(desk.shelf.own, 'locales/columns.yaml') as ColumnWords;
  return Object.fromEntries(fields.map((field) => [field, columns[field][language][0] ?? field])) as Record<StaffField, string>;
}
