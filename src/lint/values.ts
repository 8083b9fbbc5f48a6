/** Numbers, amounts and lengths of time in a text, read as values, whether in figures or in words: 90, «полгода», "six". */
import type { Words } from './phrase.js';

export type Unit = 'day' | 'week' | 'month' | 'year' | 'hour';

export interface Value {
  kind: 'number' | 'money' | 'percent' | 'time';
  /** Money and percentages as written; time in its unit. */
  amount: number;
  unit?: Unit;
  /** Places of words, the last one not included. */
  start: number;
  end: number;
}

/** The words of a language that values are made of; a word can begin with a stem that ends in `*`. */
export interface ValueWords {
  numbers: ReadonlyMap<string, number>;
  units: ReadonlyMap<Unit, readonly string[]>;
  /** Words that are a length of time by themselves, in months. */
  spans: ReadonlyMap<string, number>;
  currency: readonly string[];
  percent: readonly string[];
}

/** What a number is multiplied by. */
const isFactor = (amount: number): boolean => amount === 1000 || amount === 1_000_000;

const isSign = /[€$£₽]/u;

/** Every value of a text, by the place of its first word. The longest reading is taken: 5 000 рублей is money. */
export function valuesOf({ text, list }: Words, words: ValueWords): Map<number, Value> {
  const values = new Map<number, Value>();
  for (let at = 0; at < list.length; at += 1) {
    const span = spanAt(at);
    const value = span ?? (numberAt(at) && measured(at));
    if (!value) continue;
    values.set(at, value);
    at = value.end - 1;
  }
  return values;

  function spanAt(at: number): Value | null {
    const months = words.spans.get(list[at]?.plain ?? '');
    return months === undefined ? null : { kind: 'time', amount: months, unit: 'month', start: at, end: at + 1 };
  }

  function numberAt(at: number): { amount: number; end: number } | null {
    const first = list[at];
    if (!first) return null;
    if (/^\d+$/.test(first.plain)) {
      let [digits, end] = [first.plain, at + 1];
      for (let next = list[end]; next && /^\d{3}$/.test(next.plain) && /^[\s.,]$/u.test(between(end - 1)); next = list[end]) {
        digits += next.plain;
        end += 1;
      }
      return factored(Number(digits), end);
    }
    let [amount, end, last] = [0, at, Infinity];
    for (let part = words.numbers.get(first.plain); part !== undefined && part < last; part = words.numbers.get(list[end]?.plain ?? '')) {
      amount += part;
      last = part;
      end += 1;
      if (isFactor(part)) break;
    }
    return end === at ? null : factored(amount, end);
  }

  function factored(amount: number, end: number): { amount: number; end: number } {
    const factor = words.numbers.get(list[end]?.plain ?? '') ?? 0;
    return isFactor(factor) ? { amount: amount * factor, end: end + 1 } : { amount, end };
  }

  function between(at: number): string {
    return text.slice(list[at]?.end ?? 0, list[at + 1]?.start ?? text.length);
  }

  function measured(at: number): Value | null {
    const number = numberAt(at);
    if (!number) return null;
    const { amount, end } = number;
    const [before, behind] = [text.slice(Math.max(0, (list[at]?.start ?? 0) - 2), list[at]?.start), between(end - 1)];
    const next = list[end]?.plain ?? '';
    if (isSign.test(before) || isSign.test(behind.slice(0, 2))) return { kind: 'money', amount, start: at, end };
    if (/^\s?%/u.test(behind)) return { kind: 'percent', amount, start: at, end };
    if (begins(next, words.currency)) return { kind: 'money', amount, start: at, end: end + 1 };
    if (begins(next, words.percent)) return { kind: 'percent', amount, start: at, end: end + 1 };
    for (const [unit, names] of words.units) if (begins(next, names)) return { kind: 'time', amount, unit, start: at, end: end + 1 };
    return { kind: 'number', amount, start: at, end };
  }
}

const begins = (plain: string, names: readonly string[]): boolean =>
  plain !== '' && names.some((one) => (one.endsWith('*') ? plain.startsWith(one.slice(0, -1)) : plain === one));

const perMonth: Record<Unit, number> = { hour: 720, day: 30, week: 30 / 7, month: 1, year: 1 / 12 };

/** A length of time in months of thirty days; null when the value is none. */
export const monthsOf = ({ kind, amount, unit }: Value): number | null => (kind === 'time' && unit ? amount / perMonth[unit] : null);
