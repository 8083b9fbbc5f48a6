/** A table from its headings downwards: titles above them, and the headings of printed pages further down, are left out. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { ChosenColumns, ColumnWords } from './columns.js';
import { headingRowIn, isNumbering, searchedRows } from './heading-row.js';
import { textOf } from './sheet.js';
import type { Sheet, SheetRow } from './sheet.js';

export interface HeadedOptions {
  readonly words: ColumnWords;
  readonly chosen: ChosenColumns;
  /** The row of the headings as people number it; null where it is to be found. */
  readonly row: number | null;
}

export interface Headed {
  readonly sheet: Sheet;
  /** The first rows below the headings. */
  readonly sample: readonly SheetRow[];
}

const sampled = 100;

/** Refuses a row for headings that is not there or empty; a row that was found below others is told of. */
export async function headed(sheet: Sheet, { words, chosen, row }: HeadedOptions, problems: Diagnostic[]): Promise<Headed> {
  const rows = [sheet.headings];
  for await (const one of sheet.rows) {
    rows.push(one);
    if (rows.length >= searchedRows + sampled && one.number >= (row ?? 0)) break;
  }
  const texts = (one: SheetRow): string[] => one.cells.map((cell) => String(cell ?? ''));
  const at =
    row === null
      ? (headingRowIn(rows.slice(0, searchedRows).map(texts), words, chosen) ?? 0)
      : rows.findIndex(({ number }) => number === row);
  const headings = rows[at];
  if (!headings) throw new Refusal([diagnostic('header-row-missing', { row: row ?? 0 }, { file: sheet.file })]);
  if (row === null && at > 0)
    problems.push(diagnostic('headings-below', { row: headings.number, above: at }, { file: sheet.file, line: headings.number }, 'info'));
  const isPerson = (one: SheetRow): boolean => one.number > headings.number && !isNumbering(one) && !repeats(one, headings);
  return {
    sheet: { ...sheet, headings, rows: { [Symbol.asyncIterator]: () => only(sheet.rows, isPerson) } },
    sample: rows
      .slice(at + 1)
      .filter(isPerson)
      .slice(0, sampled),
  };
}

/** The rows that are wanted, one by one. */
export async function* only(rows: AsyncIterable<SheetRow>, isWanted: (row: SheetRow) => boolean): AsyncGenerator<SheetRow> {
  for await (const row of rows) if (isWanted(row)) yield row;
}

/** The headings once more, as at the top of a printed page. */
function repeats({ cells }: SheetRow, headings: SheetRow): boolean {
  let filled = 0;
  // Most rows differ in their first cell, and every row of a list comes by here several times.
  for (const [at, cell] of cells.entries()) {
    const text = textOf(cell);
    if (text === '') continue;
    if (text !== textOf(headings.cells[at])) return false;
    filled += 1;
  }
  return filled >= 2;
}
