/** Where cells are: `C7`, `$C$7:$C$19`, and what the references of a formula become. */
import type { Column } from '../../document/workbook.js';

/** The rows of a table, counted from 1. */
export interface Rows {
  first: number;
  last: number;
}

/** The letters of a column, counted from 0: A, Z, AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

export const address = (column: number, row: number): string => `${letters(column)}${row}`;

/** Throws an Error for a column that there is not: formulas are ours. */
export function columnAt(columns: readonly Column[], id: string): number {
  const at = columns.findIndex((column) => column.id === id);
  if (at < 0) throw new Error(`no column ${id}`);
  return at;
}

/** A formula with addresses for `{column}` and `{column:}`. */
export const resolved = (formula: string, columns: readonly Column[], row: number, { first, last }: Rows): string =>
  formula.replace(/\{([a-z-]+)(:?)\}/g, (_, id: string, all: string) => {
    const at = letters(columnAt(columns, id));
    return all === '' ? `${at}${row}` : `$${at}$${first}:$${at}$${last}`;
  });
