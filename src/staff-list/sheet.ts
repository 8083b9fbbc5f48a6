/** A table of people as it comes: one line of headings, then rows of cells, from CSV or a spreadsheet. */

/** A cell; dates of spreadsheets come as `2026-11-22`, with a time that is not midnight as `2026-11-22 09:30`. */
export type Cell = string | number | boolean | null;

/**
 * Why the value of a cell is not what somebody meant to be there:
 * `error` a formula came to an error such as #N/A; `no-value` a formula was never reckoned; `unreadable` letters are lost;
 * `imprecise` figures of a long number are lost; `cut-short` the file ends within the row; `shifted` the row is wider than
 * the headings, so that its cells stand in other columns.
 */
export type CellFault = 'error' | 'no-value' | 'unreadable' | 'imprecise' | 'cut-short' | 'shifted';

/** A rectangle of cells that are shown as one; rows from 1, columns from 0, both ends within. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SheetRow {
  /** The number that spreadsheet programs give the row, also where it comes from a CSV file. */
  number: number;
  cells: readonly Cell[];
  /** By columns from 0; hardly any row has one. */
  faults?: ReadonlyMap<number, CellFault>;
}

export interface Sheet {
  file: string;
  /** The name of the sheet in a spreadsheet; null for CSV. */
  name: string | null;
  /** What divides the cells of a CSV file. */
  delimiter: string | null;
  headings: SheetRow;
  /** Whether the workbook counts days from 1904, as those of old Macintoshes do; numbers without a format are read by it. */
  from1904?: boolean;
  /** Ranges that are shown as one cell; the value stands in each of their rows. */
  merged?: readonly MergedRange[];
  /** From 0. */
  hiddenColumns?: ReadonlySet<number>;
  /** Can be gone through more than once. */
  rows: AsyncIterable<SheetRow>;
}

/** Any space that is not a single plain one between words; hardly any cell of millions has one. */
const otherSpace = /[^\S ]|\u200b|^ | $| {2}/;

/** What a cell says as text, on one line, without spaces around it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  return otherSpace.test(cell) ? cell.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim() : cell;
}

/** The letters of a column as spreadsheets show them: 0 is A, 27 is AB. */
export const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
