/** Cells that are shown as one: the value of several rows stands in the first of them only. */
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

/** As spreadsheets write it: `C2:C4`. */
export const rangeName = ({ firstRow, lastRow, firstColumn, lastColumn }: MergedRange): string =>
  `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
