/** Which column holds what: headings in Russian, English or Dutch, in any order; unknown ones are the organisation’s own. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { textOf } from './sheet.js';
import type { Sheet } from './sheet.js';

export const fields = [
  'name',
  'last',
  'first',
  'middle',
  'particle',
  'initials',
  'gender',
  'personnelNumber',
  'position',
  'role',
  'department',
  'hireDate',
  'contract',
  'contractEnd',
  'probation',
  'manager',
  'managerPost',
  'managerEmail',
  'mentor',
  'mentorPost',
  'mentorEmail',
  'language',
  'email',
  'genitive',
  'reason',
] as const;
export type Field = (typeof fields)[number];

/** The words of `locales/columns.yaml`. */
export interface ColumnWords {
  columns: Record<Field, Record<Locale, readonly string[]>>;
  /** What headings have in brackets and mean nothing by. */
  notes: readonly string[];
  values: {
    gender: Record<'male' | 'female' | 'unspecified', readonly string[]>;
    language: Record<Locale, readonly string[]>;
    contract: Record<'indefinite' | 'fixed-term', readonly string[]>;
    /** No probation, and the units of its length. */
    probation: Record<'none' | 'months' | 'weeks', readonly string[]>;
    /** Twelve, each as dates have it. */
    months: readonly (readonly string[])[];
    weekdays: readonly string[];
  };
}

export interface Columns {
  /** Numbers of columns from 0. */
  known: ReadonlyMap<Field, number>;
  /** Columns of the organisation’s own, by the name that templates use. */
  custom: ReadonlyMap<string, number>;
}

/** Headings and values are compared by their letters and digits only. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№]+/gu, '');

/** `chosen` names headings for fields where the user does. Two columns for one field and missing names are problems. */
export function columnsOf(sheet: Sheet, words: ColumnWords, chosen: Partial<Record<Field, string>>, problems: Diagnostic[]): Columns {
  const headings = sheet.headings.cells.map(textOf);
  const place = { file: sheet.file, line: sheet.headings.number };
  const meanings = new Map<string, Field>();
  for (const field of fields)
    for (const names of Object.values(words.columns[field]))
      for (const name of names) if (!meanings.has(folded(name))) meanings.set(folded(name), field);
  for (const [field, heading] of Object.entries(chosen) as [Field, string][]) {
    if (!headings.some((one) => folded(one) === folded(heading)))
      problems.push(diagnostic('column-missing', { column: heading, known: headings.filter(Boolean).join(', ') }, place));
    for (const [name, meant] of meanings) if (meant === field) meanings.delete(name);
    meanings.set(folded(heading), field);
  }

  const known = new Map<Field, number>();
  const custom = new Map<string, number>();
  for (const [at, heading] of headings.entries()) {
    if (heading === '') continue;
    const field = meanings.get(folded(heading));
    const first = field === undefined ? undefined : known.get(field);
    if (first !== undefined) problems.push(diagnostic('column-twice', { column: heading, first: headings[first] ?? '' }, place));
    else if (field) known.set(field, at);
    else if (customName(heading) !== '') custom.set(customName(heading), at);
  }
  if (!known.has('name') && !known.has('last'))
    problems.push(diagnostic('column-name-missing', { known: headings.filter(Boolean).join(', ') }, place));
  return { known, custom };
}

/** «Номер пропуска» is `custom.номер_пропуска` in a template. */
export const customName = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
