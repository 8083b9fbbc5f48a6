/** What people write in cells: dates, sexes, languages, addresses. Each reader gives null when it cannot be sure. */
import { isRealDate } from '../language/dates.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { folded } from './columns.js';
import type { ColumnWords } from './columns.js';
import { textOf } from './sheet.js';
import type { Cell } from './sheet.js';

/** Day 0 of spreadsheets; they count a 29 February 1900 that never was. */
const spreadsheetEpoch = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;
/** Serial numbers between 1954 and 2119 are taken for dates; others are mistakes. */
const serials = { first: 20_000, last: 80_000 };

/**
 * A date as `2026-11-22`: from a date cell, its serial number, `2026-11-22`, `22.11.2026`, `22-11-2026` or `22/11/2026`;
 * with slashes the month comes first in the United States. Years of two digits are refused, for they can be guessed only.
 */
export function dateIn(cell: Cell | undefined, jurisdiction: JurisdictionId): string | null {
  const text = textOf(cell)
    .replace(/\s*г\.?$/u, '')
    .replace(/[T ]00:00(:00)?(\.0+)?Z?$/u, '');
  if (/^\d{5}(\.0*)?$/.test(text)) {
    const serial = Number(text);
    return serial >= serials.first && serial <= serials.last
      ? new Date(spreadsheetEpoch + serial * dayLength).toISOString().slice(0, 10)
      : null;
  }
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!local) return null;
  const [, one, sign, other, year] = local;
  return sign === '/' && jurisdiction === 'us' ? dateOf(year, one, other) : dateOf(year, other, one);
}

function dateOf(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(date) ? date : null;
}

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
