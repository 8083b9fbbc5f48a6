/** Cells that are shown as one: the value of several rows stands in the first of them only. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { columnLetters } from './sheet.js';
import type { Cell, CellFault, MergedRange, SheetRow } from './sheet.js';

/**
 * The rows with the value of a merged cell in each row that it covers, in its first column; blank rows stay out.
 * Takes time by the number of rows for each column, however the ranges lie.
 */
export function spreadDown(rows: readonly SheetRow[], merged: readonly MergedRange[]): readonly SheetRow[] {
  const spread = [...rows];
  const taken = new Map<number, number>();
  for (const { firstRow, lastRow, firstColumn } of [...merged].sort((one, other) => one.firstRow - other.firstRow)) {
    // Ranges never overlap in a sound file, and must not cost anything in another.
    if (lastRow === firstRow || firstRow <= (taken.get(firstColumn) ?? 0)) continue;
    taken.set(firstColumn, lastRow);
    let at = indexOf(rows, firstRow);
    const top = rows[at];
    const value = top?.number === firstRow ? (top.cells[firstColumn] ?? null) : null;
    const fault = top?.faults?.get(firstColumn);
    if (value === null && fault === undefined) continue;
    for (at += 1; (spread[at]?.number ?? Infinity) <= lastRow; at++) {
      const row = spread[at];
      if (row) spread[at] = withCell(row, firstColumn, value, fault);
    }
  }
  return spread;
}

function withCell({ number, cells, faults }: SheetRow, column: number, value: Cell, fault: CellFault | undefined): SheetRow {
  const own = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? null);
  own[column] = value;
  const all = fault === undefined ? faults : new Map([...(faults ?? []), [column, fault]]);
  return all ? { number, cells: own, faults: all } : { number, cells: own };
}

/** The first row with that number or a higher one. */
function indexOf(rows: readonly SheetRow[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface MergedFacts {
  readonly file: string;
  /** The row of the headings: cells above it, and those of its own, are no values. */
  readonly headingRow: number;
  /** Columns that something is read from. */
  readonly columns: ReadonlySet<number>;
}

/** What is said of merged cells: that each row has taken the value, and that only the first of several columns has. */
export function mergedRemarks(merged: readonly MergedRange[], { file, headingRow, columns }: MergedFacts): Diagnostic[] {
  const read = (first: number, last: number): number => [...columns].filter((at) => at >= first && at <= last).length;
  const below = merged.filter(({ firstRow, firstColumn, lastColumn }) => firstRow > headingRow && read(firstColumn, lastColumn) > 0);
  const down = below.filter(({ firstRow, lastRow, firstColumn }) => lastRow > firstRow && columns.has(firstColumn));
  const across = below.filter(({ firstColumn, lastColumn }) => read(firstColumn, lastColumn) > 1);
  const ranges = (all: typeof merged): string => all.slice(0, 8).map(rangeName).join(', ') + (all.length > 8 ? ' …' : '');
  const tell = (code: string, all: typeof merged, severity: Diagnostic['severity']): Diagnostic[] =>
    all[0] ? [diagnostic(code, { count: all.length, ranges: ranges(all) }, { file, line: all[0].firstRow }, severity)] : [];
  return [...tell('cells-merged', down, 'info'), ...tell('cells-merged-across', across, 'warning')];
}

/** As spreadsheets write it: `C2:C4`. */
const rangeName = ({ firstRow, lastRow, firstColumn, lastColumn }: MergedRange): string =>
  `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
