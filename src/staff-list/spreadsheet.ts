/** The first sheet of a spreadsheet, or the one that is named. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { readExcelFile } from '../packages/installed.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Cell, Sheet, SheetRow } from './sheet.js';

/** XLSX files are ZIP archives. */
export const isSpreadsheet = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Refuses what is no XLSX file, has no such sheet or has no headings. */
export async function spreadsheet(bytes: Uint8Array, file: string, wanted?: string): Promise<Sheet> {
  const { name, rows: filled } = await spreadsheetRows(bytes, file, wanted);
  const [headings, ...rows] = filled;
  if (!headings) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  return { file, name, delimiter: null, headings, rows: { [Symbol.asyncIterator]: () => oneByOne(rows) } };
}

/** The filled rows of a sheet. Refuses what is no XLSX file or has no such sheet. The reader is loaded when it is needed. */
export async function spreadsheetRows(bytes: Uint8Array, file: string, wanted?: string): Promise<{ name: string; rows: SheetRow[] }> {
  const { default: readWorkbook } = await readExcelFile();
  // A copy in memory of its own: Node.js keeps small files together with others.
  const sheets = await readWorkbook(new Uint8Array(bytes).buffer).catch(() => {
    throw new Refusal([diagnostic('table-not-spreadsheet', { file }, { file })]);
  });
  const names = sheets.map((one) => one.sheet);
  const found = wanted === undefined ? sheets[0] : sheets.find((one) => one.sheet === wanted);
  if (!found)
    throw new Refusal([
      diagnostic('sheet-missing', { file, sheet: wanted ?? '', nearest: nearest(wanted ?? '', names), known: names.join(', ') }, { file }),
    ]);
  const rows = found.data
    .map((cells, at): SheetRow => ({ number: at + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  return { name: found.sheet, rows };
}

async function* oneByOne(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

function cellOf(value: unknown): Cell {
  // Spreadsheets know no time zones: the library gives the day at midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
