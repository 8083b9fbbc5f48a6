/** The words of `locales/structure-columns.yaml`: how people head a table of positions, and what they write in it. */
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import { folded } from '../staff-list/columns.js';
import type { ColumnWords, Field as ListField } from '../staff-list/columns.js';
import { headingKey } from '../staff-list/heading-words.js';
import type { HeadingWords } from '../staff-list/heading-words.js';

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

export interface TableWords extends HeadingWords<Field> {
  readonly values: {
    readonly vacant: readonly string[];
    readonly nobody: readonly string[];
    readonly left: readonly string[];
    readonly there: readonly string[];
    readonly yes: readonly string[];
    readonly total: readonly string[];
    readonly ofPage: readonly string[];
    readonly foot: readonly string[];
    readonly currencies: Readonly<Record<Currency, readonly string[]>>;
    readonly per: Readonly<Record<Period, readonly string[]>>;
    readonly ranges: { readonly from: readonly string[]; readonly to: readonly string[] };
    readonly grades: readonly string[];
    readonly reports: readonly string[];
    readonly acting: readonly string[];
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

/** What a table of positions calls as lists of people do, and what the field is called there. */
const asInLists = {
  department: 'department',
  name: 'name',
  last: 'last',
  first: 'first',
  middle: 'middle',
  particle: 'particle',
  initials: 'initials',
  gender: 'gender',
  personnelNumber: 'personnelNumber',
  email: 'email',
  language: 'language',
  hireDate: 'hireDate',
  superior: 'manager',
  superiorTitle: 'managerPost',
  superiorEmail: 'managerEmail',
} as const satisfies Partial<Record<Field, ListField>>;

/** The words of tables with those of lists of people behind them, as far as no column of a table is called so. */
export function withListWords(own: Omit<TableWords, 'subjects' | 'notes'>, list: ColumnWords): TableWords {
  const taken = new Set(Object.values(own.columns).flatMap((names) => Object.values(names).flat().map(headingKey)));
  const more = Object.entries(asInLists).map(([field, listed]) => {
    const names = own.columns[field as Field];
    const added = (locale: Locale): readonly string[] => list.columns[listed][locale].filter((name) => !taken.has(headingKey(name)));
    return [field, Object.fromEntries(locales.map((locale) => [locale, [...names[locale], ...added(locale)]]))];
  });
  const { subjects, notes } = list;
  return { ...own, subjects, notes, columns: { ...own.columns, ...(Object.fromEntries(more) as Partial<TableWords['columns']>) } };
}

/** What is known of a list of words, worked out once: each cell of a table is held against several. */
interface Known {
  readonly folded: ReadonlySet<string>;
  /** Signs, which fold to nothing. */
  readonly signs: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}
const knownLists = new WeakMap<readonly string[], Known>();

function knownOf(words: readonly string[]): Known {
  const before = knownLists.get(words);
  if (before) return before;
  const known = {
    folded: new Set(words.map(folded).filter((one) => one !== '')),
    signs: new Set(words.filter((one) => folded(one) === '')),
    phrases: words.map(wordsOf).filter((one) => one.length > 0),
  };
  knownLists.set(words, known);
  return known;
}

/** Whether a text is one of these words, by letters and digits; signs alone are compared as they stand. */
export function isOneOf(text: string, words: readonly string[]): boolean {
  if (text === '') return false;
  const key = folded(text);
  const known = knownOf(words);
  return key === '' ? known.signs.has(text) : known.folded.has(key);
}

/** The words of a text in lower case, without signs. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean);

/** Whether a text begins with one of these phrases, word for word. */
export function beginsWith(text: string, phrases: readonly string[]): boolean {
  if (text === '') return false;
  const words = wordsOf(text);
  return knownOf(phrases).phrases.some((phrase) => phrase.every((word, at) => words[at] === word));
}

/** Whether a text has one of these phrases anywhere, word for word. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  if (text === '') return false;
  const words = wordsOf(text);
  return knownOf(phrases).phrases.some((phrase) => words.some((_, start) => phrase.every((word, at) => words[start + at] === word)));
}
