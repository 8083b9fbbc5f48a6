/** What people write in cells: sexes, languages, terms, addresses. Each reader gives null when it cannot be sure. */
import type { Locale } from '../document/document.js';
import { folded } from './columns.js';
import type { ColumnWords } from './columns.js';
import { textOf } from './sheet.js';
import type { Cell } from './sheet.js';

/** The value that one of the words of a list stands for. */
export function meaningOf<T extends string>(cell: Cell | undefined, words: Record<T, readonly string[]>): T | null {
  const text = textOf(cell);
  const found = (Object.entries(words) as [T, readonly string[]][]).find(([, known]) => known.some((one) => same(one, text)));
  return found?.[0] ?? null;
}

const same = (one: string, other: string): boolean => one === other || (folded(one) !== '' && folded(one) === folded(other));

export const languageIn = (cell: Cell | undefined, words: ColumnWords): Locale | null => meaningOf(cell, words.values.language);

/** No contract leaves anybody on probation for longer. */
const longestProbation = 12;

/**
 * A probation in months: a number of months, or of up to three weeks, which are quarters of a month; 0 where a word says
 * that there is none.
 */
export function monthsIn(cell: Cell | undefined, { values }: ColumnWords): number | null {
  if (meaningOf(cell, values.probation) === 'none') return 0;
  const [, figure, unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(\p{L}+\.?)?$/u.exec(textOf(cell)) ?? [];
  if (figure === undefined) return null;
  const number = Number(figure.replace(',', '.'));
  if (unit === '' || known(unit, values.probation.months)) return number <= longestProbation ? number : null;
  return known(unit, values.probation.weeks) && number < 4 ? number / 4 : null;
}

const known = (word: string, words: readonly string[]): boolean => words.some((one) => same(one, word));

export const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@.<>"]+$/.test(text);
