/** A table as it lies in its file, from the first filled row to the last: titles above the headings and signatures below among them. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { csvRows } from './csv.js';
import { decodeText } from './encoding.js';
import type { Encoding } from './encoding.js';
import { columnLetters } from './sheet.js';
import type { SheetRow } from './sheet.js';
import { isSpreadsheet, spreadsheetRows } from './spreadsheet.js';

export interface Grid {
  readonly file: string;
  /** The name of the sheet in a spreadsheet; null for CSV. */
  readonly name: string | null;
  /** Filled rows only; of merged cells the first has the value. */
  readonly rows: readonly SheetRow[];
}

/** Rows of one table, five times as many as it may have positions. */
const mostRows = 50_000;
/** Columns; what stands further right is no table of people. */
const mostColumns = 250;
/** Lines by which it is told what divides the cells: titles and headings. */
const telling = 40;

/** Refuses what is no table, has no row, has no sheet of that name or has more rows than anybody employs people. */
export async function readGrid(
  bytes: Uint8Array,
  file: string,
  { sheet, encoding }: { readonly sheet?: string | undefined; readonly encoding?: Encoding | undefined },
): Promise<Grid> {
  if (!isSpreadsheet(bytes) && /\.xlsx?$/i.test(file)) throw new Refusal([diagnostic('table-not-spreadsheet', { file }, { file })]);
  const found = isSpreadsheet(bytes)
    ? await spreadsheetRows(bytes, file, sheet)
    : { name: null, rows: await csvGrid(bytes, file, encoding) };
  if (found.rows.length === 0) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  if (found.rows.length > mostRows) throw new Refusal([diagnostic('table-too-long', { file, limit: mostRows }, { file })]);
  return { file, name: found.name, rows: found.rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, mostColumns) })) };
}

async function csvGrid(bytes: Uint8Array, file: string, encoding: Encoding | undefined): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of csvRows(decodeText(bytes, encoding), file, telling).read()) {
    rows.push(row);
    if (rows.length > mostRows) break;
  }
  return rows;
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
