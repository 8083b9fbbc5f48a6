/** What a heading means: the words of `locales/columns.yaml`, however systems and people decorate them. */
import type { Locale } from '../document/document.js';
import { fields } from './fields.js';
import type { ColumnWords, Field } from './fields.js';

export interface Meaning<F extends string = Field> {
  readonly field: F;
  /** Of two columns for one thing the one with the lower rank is the surer. */
  readonly rank: number;
}

/** Null for a heading that nobody knows. */
export type Meanings<F extends string = Field> = (heading: string) => Meaning<F> | null;

/**
 * Headings are compared without capitals, spaces and signs, but for the sign of a number: “Employee #”, “Employee No.” and
 * “EmployeeNr” are one heading, and another than “Employee”.
 */
export function headingKey(heading: string): string {
  const words = heading
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/#|№|(?<=[\p{L}\s])n°/gu, ' № ')
    .split(/[^\p{L}\p{N}№]+/u)
    .filter(Boolean);
  return words.map((word, at) => (at > 0 && numbers.has(word) ? '№' : word)).join('');
}

// NFKC has made “№” of a form of its own into two letters.
const numbers = new Set(['no', 'nr', 'num', 'number', 'nummer', 'номер', '№']);

/** The words of a sort of table: how its columns are called in each language, and what stands around these words. */
export interface HeadingWords<F extends string> extends Pick<ColumnWords, 'subjects' | 'notes'> {
  /** From the surest; a name that ends with … is the beginning of a heading. */
  readonly columns: Readonly<Record<F, Readonly<Record<Locale, readonly string[]>>>>;
}

/** What the headings of a list mean. `chosen` names headings for fields where the user does: nothing else is then read for these. */
export const meaningsOf = (words: ColumnWords, chosen: Partial<Record<Field, string>> = {}): Meanings => meaningsIn(fields, words, chosen);

/** The same of any table; of two fields with one word the first of `fields` has it. */
export function meaningsIn<F extends string>(
  fields: readonly F[],
  words: HeadingWords<F>,
  chosen: Partial<Record<F, string>> = {},
): Meanings<F> {
  const known = new Map<string, Meaning<F>>();
  const beginnings: (Meaning<F> & { readonly start: string })[] = [];
  for (const field of fields) {
    if (chosen[field] !== undefined) continue;
    for (const names of Object.values<readonly string[]>(words.columns[field]))
      for (const [rank, name] of names.entries())
        if (name.endsWith('…')) beginnings.push({ field, rank, start: headingKey(name) });
        else if (!known.has(headingKey(name))) known.set(headingKey(name), { field, rank });
  }
  for (const [field, heading] of Object.entries(chosen) as [F, string][]) known.set(headingKey(heading), { field, rank: -1 });
  const notes = new Set(words.notes.map(headingKey));

  const ofKey = (key: string): Meaning<F> | null => known.get(key) ?? beginnings.find(({ start }) => key.startsWith(start)) ?? null;
  const whole = (heading: string): Meaning<F> | null => ofKey(headingKey(heading));
  const subjects = words.subjects.map((one) => headingKey(one)).sort((a, b) => b.length - a.length);
  /** “Employee first name”, «Должность сотрудника». */
  function ofSubject(heading: string): Meaning<F> | null {
    const key = headingKey(heading);
    for (const one of subjects) {
      const rest = key.startsWith(one) ? key.slice(one.length) : key.endsWith(one) ? key.slice(0, -one.length) : '';
      const meaning = known.get(rest);
      if (meaning) return { ...meaning, rank: meaning.rank + lessSure };
    }
    return null;
  }
  /** Of a heading in two languages, “ФИО / Full name”, both halves must say the same. */
  function both(heading: string): Meaning<F> | null {
    const halves = heading
      .split(/[/|\n]|\s[-–—]\s/u)
      .filter((half) => headingKey(half) !== '')
      .map(whole);
    const [first] = halves;
    return halves.length > 1 && first && halves.every((half) => half?.field === first.field) ? first : null;
  }
  const look = (heading: string): Meaning<F> | null => {
    const key = headingKey(heading);
    if (key === '') return null;
    const plain = withoutNotes(heading, notes);
    return ofKey(key) ?? (plain === heading ? null : whole(plain)) ?? both(plain) ?? ofSubject(plain);
  };
  // Headings are looked at row by row, in one row and in two, and most cells below them say what others say.
  const seen = new Map<string, Meaning<F> | null>();
  return (heading) => {
    const before = seen.get(heading);
    if (before !== undefined) return before;
    if (seen.size >= mostSeen) seen.clear();
    const meaning = look(heading);
    seen.set(heading, meaning);
    return meaning;
  };
}

/** Cells: a few hundred kilobytes. */
const mostSeen = 2000;

/** More than any list of headings has words. */
const lessSure = 100;

const dateFormat = /^[dmyjtдмг]{1,4}[./\- ][dmyjtдмг]{1,4}[./\- ][dmyjtдмг]{1,4}$/iu;

/** “1. Start date (dd/mm/yyyy, required)*” without what only helps to fill it in. */
function withoutNotes(heading: string, notes: ReadonlySet<string>): string {
  const isNote = (text: string): boolean => notes.has(headingKey(text)) || dateFormat.test(text.trim());
  return heading
    .replace(/^\s*\d{1,3}[.)]\s+/u, '')
    .replace(/[([{<]([^()[\]{}<>]*)[)\]}>]/gu, (part, inside: string) =>
      isNote(inside) || inside.split(/[,;]/u).every(isNote) ? ' ' : part,
    )
    .replace(/[\s:–—-]+([dmyjtдмг./-]{6,12})$/iu, (end, format: string) => (dateFormat.test(format) ? '' : end));
}
