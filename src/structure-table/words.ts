/** The words of `locales/structure-columns.yaml`: how people head a table of positions, and what they write in it. */
import type { Locale } from '../document/document.js';
import { folded } from '../staff-list/columns.js';

export const fields = [
  'ordinal',
  'department',
  'departmentCode',
  'parentDepartment',
  'division',
  'team',
  'title',
  'positionCode',
  'grade',
  'units',
  'pay',
  'payMin',
  'payMax',
  'place',
  'note',
  'superior',
  'superiorName',
  'superiorTitle',
  'superiorNumber',
  'superiorPosition',
  'superiorEmail',
  'employee',
  'name',
  'last',
  'first',
  'middle',
  'particle',
  'initials',
  'gender',
  'personnelNumber',
  'email',
  'language',
  'positionStart',
  'hireDate',
  'leaveDate',
  'status',
  'fte',
  'hours',
  'fullHours',
  'vacancy',
] as const;
export type Field = (typeof fields)[number];

export type Currency = 'RUB' | 'EUR' | 'GBP' | 'USD';
export type Period = 'hour' | 'month' | 'year';

export interface TableWords {
  readonly columns: Readonly<Record<Field, Readonly<Record<Locale, readonly string[]>>>>;
  readonly values: {
    readonly vacant: readonly string[];
    readonly nobody: readonly string[];
    readonly left: readonly string[];
    readonly yes: readonly string[];
    readonly total: readonly string[];
    readonly ofPage: readonly string[];
    readonly foot: readonly string[];
    readonly currencies: Readonly<Record<Currency, readonly string[]>>;
    readonly per: Readonly<Record<Period, readonly string[]>>;
    readonly ranges: { readonly from: readonly string[]; readonly to: readonly string[] };
    readonly grades: readonly string[];
    readonly reports: readonly string[];
  };
  /** Sorts of departments, the highest first. */
  readonly kinds: readonly (readonly string[])[];
  readonly heads: {
    readonly leads: readonly string[];
    readonly leadsLast: readonly string[];
    readonly perhaps: readonly string[];
    readonly never: readonly string[];
    readonly parts: readonly string[];
    /** The surest first. */
    readonly top: readonly string[];
  };
  /** What a post of roles is called besides its title there, under its short name. */
  readonly posts: Readonly<Record<string, readonly string[]>>;
  readonly above: Readonly<Record<'number' | 'date' | 'from' | 'order' | 'count', readonly string[]>>;
  readonly months: readonly string[];
  readonly names: readonly string[];
  /** Words of places that are no names. */
  readonly places: readonly string[];
}

/** Whether a text is one of these words, by letters and digits; signs alone are compared as they stand. */
export const isOneOf = (text: string, words: readonly string[]): boolean => {
  const key = folded(text);
  return words.some((one) => (key === '' ? one === text : folded(one) === key));
};

/** The words of a text in lower case, without signs. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean);

/** Whether a text begins with one of these phrases, word for word. */
export const beginsWith = (text: string, phrases: readonly string[]): boolean => phrases.some((one) => phraseAt(text, one) === 0);

/** At which of its words a text has a phrase; −1 where it has not. */
export function phraseAt(text: string, phrase: string): number {
  const words = wordsOf(text);
  const sought = wordsOf(phrase);
  if (sought.length === 0) return -1;
  return words.findIndex((_, at) => sought.every((word, after) => words[at + after] === word));
}
