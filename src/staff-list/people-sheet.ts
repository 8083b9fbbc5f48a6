/** A staff list as a sheet, from the bytes of its file; and what is said of how its cells were taken. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Columns, ColumnWords, Field } from './columns.js';
import { headingRowIn, searchedRows } from './heading-row.js';
import { mergedRemarks, spreadDown } from './merged.js';
import { openTable, spans } from './open-table.js';
import type { TableChoice } from './open-table.js';
import { columnLetters, textOf } from './sheet.js';
import type { CellFault, Sheet, SheetRow } from './sheet.js';

export interface SheetOptions extends TableChoice {
  readonly words: ColumnWords;
  /** Headings of columns that the user names. */
  readonly chosen: Partial<Record<Field, string>>;
}

/** People of one list. */
const mostRows = 200_000;

/** The table with its first filled row for headings: titles may stand above the real ones. Refuses what is no table or has no row. */
export async function peopleSheet(bytes: Uint8Array, file: string, options: SheetOptions, problems: Diagnostic[]): Promise<Sheet> {
  const { words, chosen, ...how } = options;
  const textsOf = ({ cells }: SheetRow): string[] => cells.map((cell) => String(cell ?? ''));
  const fits = (rows: readonly SheetRow[]): boolean => headingRowIn(rows.slice(0, searchedRows).map(textsOf), words, chosen) !== null;
  const table = await openTable(bytes, file, { ...how, most: mostRows, fits }, problems);
  const { name, delimiter, from1904, merged, hiddenColumns } = table;
  const spread = merged.length === 0 ? null : spreadDown([...table.rows()], merged);
  const rows = (): Iterable<SheetRow> => spread ?? table.rows();
  const [headings] = rows();
  if (!headings) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  return { file, name, delimiter, headings, rows: { [Symbol.asyncIterator]: () => below(rows()) }, from1904, merged, hiddenColumns };
}

async function* below(rows: Iterable<SheetRow>): AsyncGenerator<SheetRow> {
  let first = true;
  for (const row of rows) {
    if (!first) yield row;
    first = false;
  }
}

/**
 * The same with the rows of a CSV file marked that are wider than its headings and than most rows: a sign within a cell has
 * then divided it, and what follows stands in the wrong columns.
 */
export async function aligned(sheet: Sheet): Promise<Sheet> {
  if (sheet.delimiter === null) return sheet;
  const widths = new Map<number, number>();
  for await (const { cells } of sheet.rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [usual] = [...widths].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  const width = sheet.headings.cells.length;
  return { ...sheet, rows: { [Symbol.asyncIterator]: () => marked(sheet.rows, width, Math.max(width, usual)) } };
}

async function* marked(rows: AsyncIterable<SheetRow>, width: number, usual: number): AsyncGenerator<SheetRow> {
  for await (const row of rows) {
    const beyond = row.cells.findIndex((cell, column) => column >= width && textOf(cell) !== '');
    const at = beyond >= 0 ? beyond : row.cells.length > usual ? row.cells.length - 1 : -1;
    yield at < 0 ? row : { ...row, faults: new Map<number, CellFault>([...(row.faults ?? []), [at, 'shifted']]) };
  }
}

/** What looks different in the spreadsheet, and how it was taken: merged cells, hidden columns, rows that end early. */
export async function remarksOn(sheet: Sheet, { known, custom }: Columns): Promise<Diagnostic[]> {
  const { file, headings, merged = [], hiddenColumns = new Set<number>(), delimiter } = sheet;
  const tell = (code: string, args: Diagnostic['args'], line: number, severity: Diagnostic['severity'] = 'info'): Diagnostic =>
    diagnostic(code, args, { file, line }, severity);
  const columns = new Set(known.values());
  const hidden = [...columns].filter((at) => hiddenColumns.has(at)).sort((one, other) => one - other);
  const { short, lost } = await roughRows(sheet, custom, delimiter === null ? 0 : Math.max(...columns, 0) + 1);
  return [
    ...mergedRemarks(merged, { file, headingRow: headings.number, columns }),
    ...(hidden.length > 0
      ? [
          tell(
            'columns-hidden',
            { count: hidden.length, columns: hidden.map((at) => `${columnLetters(at)} (${textOf(headings.cells[at])})`).join(', ') },
            headings.number,
          ),
        ]
      : []),
    ...(short[0] === undefined ? [] : [tell('rows-short', { count: short.length, rows: spans(short) }, short[0], 'warning')]),
    ...[...lost].map(([at, rows]) =>
      tell(
        'cells-lost',
        { column: textOf(headings.cells[at]), count: rows.length, rows: spans(rows) },
        rows[0] ?? headings.number,
        'warning',
      ),
    ),
  ];
}

/** Rows that end before the last column that is known, and those of cells that are lost by their own columns. */
async function roughRows(
  { rows }: Sheet,
  custom: Columns['custom'],
  width: number,
): Promise<{ short: number[]; lost: Map<number, number[]> }> {
  const short: number[] = [];
  const lost = new Map<number, number[]>();
  const own = new Set(custom.values());
  for await (const { cells, number, faults } of rows) {
    if (cells.length < width && !faults) short.push(number);
    for (const [at, fault] of faults ?? []) if (own.has(at) && fault !== 'cut-short') lost.set(at, [...(lost.get(at) ?? []), number]);
  }
  return { short, lost };
}
