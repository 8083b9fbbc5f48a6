/** Which row of a table holds the headings: titles, merged rows and notes may stand above them. */
import type { ColumnWords, Field } from './fields.js';
import { meaningsOf } from './heading-words.js';
import { textOf } from './sheet.js';
import type { SheetRow } from './sheet.js';

/** Filled rows among which headings are looked for. */
export const searchedRows = 20;

/**
 * Which of the rows, from 0, heads a list of people: the one with most known headings, the upper of two. Null where no row
 * has a heading for names, nor two for anything else. `rows` are the texts of the cells of filled rows, from the top.
 */
export function headingRowIn(
  rows: readonly (readonly string[])[],
  words: ColumnWords,
  chosen: Partial<Record<Field, string>> = {},
): number | null {
  const meaningOf = meaningsOf(words, chosen);
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const [at, cells] of rows.slice(0, searchedRows).entries()) {
    const found = new Set(cells.map((cell) => meaningOf(cell)?.field).filter((field) => field !== undefined));
    const named = found.has('name') || found.has('last');
    if (!named && found.size < 2) continue;
    const score = found.size * 2 + (named ? 1 : 0);
    if (!best || score > best.score) best = { at, score };
  }
  return best?.at ?? null;
}

/** «1 2 3 4 …» below the headings of a form. */
export function isNumbering({ cells }: SheetRow): boolean {
  let filled = 0;
  for (const cell of cells) {
    const text = textOf(cell);
    if (text === '') continue;
    filled += 1;
    if (text !== String(filled)) return false;
  }
  return filled >= 3;
}
