/** A table as it lies in its file, from the first filled row to the last: titles above the headings and signatures below among them. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { openTable } from './open-table.js';
import type { TableChoice } from './open-table.js';
import { columnLetters } from './sheet.js';
import type { MergedRange, SheetRow } from './sheet.js';

export interface Grid {
  readonly file: string;
  /** The name of the sheet in a spreadsheet; null for CSV. */
  readonly name: string | null;
  /** Filled rows only; of merged cells the first has the value. */
  readonly rows: readonly SheetRow[];
  readonly merged?: readonly MergedRange[];
  /** Whether numbers without a format are counted from 1904 when they are days. */
  readonly from1904?: boolean;
}

export interface GridOptions extends TableChoice {
  /** Whether these first rows are those of the table that is wanted; any are when left out. */
  fits?(grid: Grid): boolean;
}

/** Rows of one table, five times as many as it may have positions. */
const mostRows = 50_000;

/** Refuses what is no table, has no row, has no sheet of that name or has more rows than anybody employs people. */
export async function readGrid(bytes: Uint8Array, file: string, options: GridOptions, problems: Diagnostic[] = []): Promise<Grid> {
  const { fits, ...how } = options;
  const table = await openTable(
    bytes,
    file,
    { ...how, most: mostRows, fits: (rows) => fits?.({ file, name: null, rows }) ?? rows.length > 0 },
    problems,
  );
  const rows = [...table.rows()];
  if (rows.length === 0) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  return { file, name: table.name, rows, merged: table.merged, from1904: table.from1904 };
}

/** Where a cell is: the row as a line, and its name as spreadsheets show it, such as `Staff!C12`. */
export function cellPlace(
  { file, name: sheet }: Pick<Grid, 'file' | 'name'>,
  row: number,
  column: number,
): { file: string; line: number; column: number; path: string } {
  const name = `${columnLetters(column)}${row}`;
  return { file, line: row, column: column + 1, path: sheet === null ? name : `${sheet}!${name}` };
}
