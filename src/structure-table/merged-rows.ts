/** Cells of a table of positions that are shown as one over several rows. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { mergedRemarks, spreadDown } from '../staff-list/merged.js';
import type { SheetRow } from '../staff-list/sheet.js';
import type { Table } from './table.js';
import type { Field } from './words.js';

export interface MergedRows {
  /** The rows with the value of a merged cell in each that it covers. */
  readonly spread: readonly SheetRow[];
  /** Whether one of the rows, from 0, shares its title and its units with the one above: more people in one position. */
  oneUnit(at: number): boolean;
}

/** What counts once for all of its rows: two people beside a cell of two units do not make four. */
const counted: readonly Field[] = ['ordinal', 'units'];

export function mergedRows(rows: readonly SheetRow[], table: Table): MergedRows {
  const { grid, headings } = table;
  const [first = 0] = rows.map(({ number }) => number);
  const below = (grid.merged ?? []).filter(({ firstRow }) => firstRow >= first);
  if (below.length === 0) return { spread: rows, oneUnit: () => false };
  const once = new Set(counted.map((field) => headings.columns.get(field)));
  const spread = spreadDown(
    rows,
    below.filter(({ firstColumn }) => !once.has(firstColumn)),
  );
  const units = spreadDown(
    rows,
    below.filter(({ firstColumn }) => once.has(firstColumn)),
  );
  const fromAbove = (at: number, all: readonly SheetRow[], field: Field): boolean => {
    const [own, whole] = [rows[at], all[at]];
    return own !== undefined && whole !== undefined && table.text(own, field) === '' && table.text(whole, field) !== '';
  };
  return { spread, oneUnit: (at) => fromAbove(at, spread, 'title') && fromAbove(at, units, 'units') };
}

/** What is said of merged cells in columns that something is read from. */
export function mergedTold({ grid: { file, rows, merged = [] }, headings: { columns, firstRow } }: Table): Diagnostic[] {
  const read = [...columns].filter(([field]) => !counted.includes(field)).map(([, column]) => column);
  return mergedRemarks(merged, { file, headingRow: rows[firstRow - 1]?.number ?? 0, columns: new Set(read) });
}
