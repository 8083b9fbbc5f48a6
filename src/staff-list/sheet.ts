/** A table of people as it comes: one line of headings, then rows of cells, from CSV or a spreadsheet. */

/** A cell; dates of spreadsheets come as `2026-11-22`. */
export type Cell = string | number | boolean | null;

export interface SheetRow {
  /** The number under which people see the row: the line of a CSV file, the row of a spreadsheet. */
  number: number;
  cells: readonly Cell[];
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
  /** Can be gone through more than once. */
  rows: AsyncIterable<SheetRow>;
}

/** What a cell says as text, on one line, without spaces around it. */
export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
        .trim();

/** The letters of a column as spreadsheets show them: 0 is A, 27 is AB. */
export const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
