/** Numbers as people write them in tables: units, parts of a unit, pay. Each reader gives null when it cannot be sure. */
import type { Money } from '../role/role.generated.js';
import { textOf } from '../staff-list/sheet.js';
import type { Cell } from '../staff-list/sheet.js';
import { wordsOf } from './words.js';
import type { Currency, Period, TableWords } from './words.js';

/** «1 250,50», “1,250.50”, “1.250,50”, 1250.5. What is negative, or beyond what anybody is paid, is no amount. */
export function amountIn(cell: Cell | undefined): number | null {
  const text = textOf(cell).replace(/[\s\u00a0\u202f'’]/gu, '');
  if (!/^\d[\d.,]*$/.test(text) || text.length > 20) return null;
  const sign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const parts = text.replaceAll(other, '').split(sign);
  const last = parts.at(-1) ?? '';
  // Groups of three digits are thousands; behind a nought they are a part of one.
  const grouped = parts.length > 2 || (parts.length === 2 && last.length === 3 && !text.includes(other) && parts[0] !== '0');
  if (grouped && parts.slice(1).some((one) => one.length !== 3)) return null;
  const amount = Number(grouped ? parts.join('') : parts.join('.'));
  return Number.isFinite(amount) && amount < 1e12 ? amount : null;
}

/** Units of a table: more than none. «1,000» is one with three noughts behind the comma, as 1С prints it. */
export function unitsIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell > 0 && cell <= 100_000 ? rounded(cell) : null;
  const [, figures] = /^(\d+(?:[.,]\d+)?)(?:\s*\p{L}{1,8}\.?){0,2}$/u.exec(textOf(cell).replace(/(\d)[\s\u00a0](?=\d{3}\b)/gu, '$1')) ?? [];
  const units = figures === undefined ? NaN : Number(figures.replace(',', '.'));
  return units > 0 && units <= 100_000 ? rounded(units) : null;
}

/** A plain number with its decimals behind a comma or a point: 0,8, “40.00”. */
export function decimalIn(text: string): number | null {
  const plain = /^\d{1,9}(?:[.,]\d{1,9})?$/.exec(text.trim());
  return plain ? Number(plain[0].replace(',', '.')) : null;
}

/** A part of a unit: 0,8 or “80%”, or 80 where a column holds hundredths. */
export function partIn(cell: Cell | undefined, inHundredths: boolean): number | null {
  const text = textOf(cell);
  const amount = decimalIn(text.replace(/%$/, ''));
  if (amount === null) return null;
  const part = text.endsWith('%') || inHundredths ? amount / 100 : amount;
  return part > 0 && part <= 2 ? rounded(part) : null;
}

/** What a sum stands for where its cell does not say. */
export interface PayTerms {
  readonly currency: Currency | null;
  readonly per: Period;
}

export type PayReading = { readonly pay: Money } | { readonly reversed: { readonly min: number; readonly max: number } } | null;

/** «45 000», «от 45 000 до 60 000 руб.», “£28,000 – £34,000 per year”. */
export function payIn(cell: Cell | undefined, terms: PayTerms, { values }: TableWords): PayReading {
  const text = textOf(cell);
  const said = termsIn(text, values, terms);
  const words = [...values.ranges.from, ...values.ranges.to, ...Object.values(said.words)];
  let figures = text;
  for (const word of words.sort((a, b) => b.length - a.length))
    figures = figures.replace(new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}\\.?(?!\\p{L})`, 'giu'), ' – ');
  const parts = figures
    .split(/[–—]|-(?=\s*[\d£$€])|\/(?=\s*[\d£$€])/u)
    .map((one) =>
      one
        .replace(/[£$€₽]/gu, '')
        .replace(/,\s*-+$/, '')
        .trim(),
    )
    .filter((one) => /\S/.test(one) && !/^[.,/]+$/.test(one));
  const amounts = parts.map((one) => amountIn(one));
  const [min, max] = amounts;
  if (min === null || min === undefined || amounts.length > 2 || max === null) return null;
  if (max !== undefined && max < min) return { reversed: { min, max } };
  return { pay: payOf(min, max, said) };
}

export const payOf = (min: number, max: number | undefined, { currency, per }: PayTerms): Money => ({
  min,
  ...(max !== undefined && max > min && { max }),
  ...(currency !== null && { currency }),
  per,
});

/** The currency and the period that a cell or a heading names, and the words by which it does. */
export function termsIn(text: string, values: TableWords['values'], usual: PayTerms): PayTerms & { readonly words: readonly string[] } {
  const named = <T extends string>(known: Readonly<Record<T, readonly string[]>>): readonly [T | null, string[]] => {
    const hits = (Object.entries(known) as [T, readonly string[]][]).flatMap(([key, words]) =>
      words.filter((word) => says(text, word)).map((word) => [key, word] as const),
    );
    return [hits[0]?.[0] ?? null, hits.map(([, word]) => word)];
  };
  const [currency, signs] = named(values.currencies);
  const [per, periods] = named(values.per);
  return { currency: currency ?? usual.currency, per: per ?? usual.per, words: [...signs, ...periods] };
}

/** Signs of currencies stand anywhere; words among words. */
const says = (text: string, word: string): boolean => {
  const sought = wordsOf(word);
  if (sought.length === 0) return text.includes(word);
  const words = wordsOf(text);
  return words.some((_, at) => sought.every((one, after) => words[at + after] === one));
};

/** Thirds of a unit add up to one again. */
export const rounded = (units: number): number => Math.round(units * 100) / 100;
