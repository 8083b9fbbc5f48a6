/** Which column holds what: headings in Russian, English or Dutch, in any order; unknown ones are the organisation’s own. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import { fields } from './fields.js';
import type { ColumnWords, Field } from './fields.js';
import { headingKey, meaningsOf } from './heading-words.js';
import type { Meaning } from './heading-words.js';
import { columnLetters, textOf } from './sheet.js';
import type { Sheet, SheetRow } from './sheet.js';

export { fields } from './fields.js';
export type { ColumnWords, Field } from './fields.js';

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

/** Headings of columns by what they hold, where the user names them. */
export type ChosenColumns = Partial<Record<Field, string>>;

/**
 * What the columns hold. Of two for one thing the one with the surer heading is read; two of one heading, headings that the
 * user names and that are not there, and missing names are problems. `sample` are the first rows: headings such as “Employee”
 * stand over names in some lists and over numbers in others.
 */
export function columnsOf(
  sheet: Sheet,
  words: ColumnWords,
  chosen: ChosenColumns,
  problems: Diagnostic[],
  sample: readonly SheetRow[] = [],
): Columns {
  const headings = sheet.headings.cells.map(textOf);
  const keys = headings.map(headingKey);
  const place = { file: sheet.file, line: sheet.headings.number };
  const found = headings.filter(Boolean).join(', ').slice(0, longestList);
  for (const heading of Object.values(chosen))
    if (!keys.includes(headingKey(heading))) problems.push(diagnostic('column-missing', { column: heading, known: found }, place));

  const meaningOf = meaningsOf(words, chosen);
  const known = new Map<Field, number>();
  const ranks = new Map<Field, number>();
  const second: [number, Field][] = [];
  const own: number[] = [];
  for (const [at, cell] of sheet.headings.cells.entries()) {
    const meaning = asFilled(meaningOf(String(cell ?? '')), at, sample);
    if (!meaning) own.push(at);
    else {
      const { field, rank } = meaning;
      const before = known.get(field);
      if (before !== undefined && keys[before] === keys[at])
        problems.push(diagnostic('column-twice', { column: headings[at] ?? '', first: headings[before] ?? '' }, place));
      const isSurer = rank < (ranks.get(field) ?? Infinity);
      if (before !== undefined) second.push([isSurer ? before : at, field]);
      if (isSurer) {
        known.set(field, at);
        ranks.set(field, rank);
      }
    }
  }
  for (const [at, field] of second) {
    const first = headings[known.get(field) ?? -1] ?? '';
    problems.push(diagnostic('column-second', { column: headings[at] ?? '', first, field }, place, 'warning'));
  }
  if (!known.has('name') && !known.has('last')) problems.push(diagnostic('column-name-missing', { known: found }, place));
  const custom = [...own, ...second.map(([at]) => at)].sort((a, b) => a - b).map((at) => [customName(headings[at] ?? ''), at] as const);
  return { known, custom: new Map(custom.filter(([name]) => name !== '')) };
}

/** Characters of headings that a message names. */
const longestList = 300;

/** Numbers below a heading for names are those of the people; a manager by number is nobody whose name could be printed. */
function asFilled(meaning: Meaning | null, at: number, sample: readonly SheetRow[]): Meaning | null {
  if (meaning === null || meaning.rank < 0) return meaning;
  const { field, rank } = meaning;
  const values = sample.map(({ cells }) => textOf(cells[at])).filter((text) => text !== '');
  const most = (pattern: RegExp): boolean => values.filter((text) => pattern.test(text)).length * 2 > values.length;
  if (field === 'name' && most(/\d/)) return { field: 'personnelNumber', rank: rank + unsure };
  if (field === 'role' && most(/^\d[\d-]*$/)) return { field: 'position', rank: rank + unsure };
  // A pay rate goes by the Russian word for a share, and whether somebody is part-time at all by the Dutch one.
  if (field === 'fte' && most(/^\D*$|\d{4}|\d\s\d{3}/)) return null;
  // How many days a week is not which.
  if (field === 'workDays' && most(/^\d+(?:[.,]\d+)?$/)) return null;
  return (field === 'manager' || field === 'mentor') && most(/\d/) ? null : meaning;
}

/** More than any list of headings has words. */
const unsure = 1000;

/**
 * The headings of columns from which nothing is read, but for those that `isUsed` names, as a text of a list: behind each the
 * known heading that it may be meant for. Columns without a heading go by their letters.
 */
export function unusedColumns(
  { headings }: Sheet,
  { known, custom }: Columns,
  words: ColumnWords,
  isUsed: (custom: string) => boolean,
  sample: readonly SheetRow[],
): { columns: string[]; meant: boolean } {
  const free = fields.filter((field) => !known.has(field));
  const names = free.flatMap((field) => Object.values(words.columns[field]).flat());
  const read = new Set(known.values());
  const meaningOf = meaningsOf(words);
  let meant = false;
  const unused = [...custom].flatMap(([name, at]) => {
    if (read.has(at) || isUsed(name)) return [];
    const heading = textOf(headings.cells[at]).slice(0, 60);
    // One that is known is left out for what stands below it.
    const near = meaningOf(heading) ? '' : nearest(heading, names, Math.max(1, Math.floor(heading.length / 5)));
    meant ||= near !== '';
    return [near === '' ? heading : `${heading} (${near}?)`];
  });
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const nameless = Array.from({ length: width }, (_, at) => at).filter(
    (at) => textOf(headings.cells[at]) === '' && sample.some(({ cells }) => textOf(cells[at]) !== ''),
  );
  return { columns: [...unused, ...nameless.map(columnLetters)], meant };
}

/** «Номер пропуска» is `custom.номер_пропуска` in a template. */
export const customName = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
