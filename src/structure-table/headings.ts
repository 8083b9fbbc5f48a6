/** Where the headings of a table are and what its columns hold: in one row or two, below titles, in any order. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';

import { cellPlace } from '../staff-list/grid.js';
import type { Grid } from '../staff-list/grid.js';
import { isNumbering } from '../staff-list/heading-row.js';
import { headingKey, meaningsIn } from '../staff-list/heading-words.js';
import type { Meanings } from '../staff-list/heading-words.js';
import { textOf } from '../staff-list/sheet.js';
import type { SheetRow } from '../staff-list/sheet.js';
import { fields } from './words.js';
import type { Field, TableWords } from './words.js';

export interface Headings {
  /** Which of the rows of the grid, from 0, is the first below the headings. */
  readonly firstRow: number;
  /** Which is the first of the headings themselves. */
  readonly headingRow: number;
  /** Columns from 0. */
  readonly columns: ReadonlyMap<Field, number>;
  /** Headings of columns as they are written. */
  readonly names: readonly string[];
  /** The language that most headings are in. */
  readonly language: Locale;
  /** Headings of columns that nothing is taken from. */
  readonly unused: readonly string[];
  /** Whether a row below is the headings once more, as at the top of a printed page. */
  isHeading(row: SheetRow): boolean;
}

/** Filled rows among which headings are looked for. */
const searched = 30;

interface Candidate {
  readonly at: number;
  readonly height: number;
  readonly names: readonly string[];
  readonly found: ReadonlyMap<Field, number>;
}

/** Refuses a table in whose first rows nobody finds headings, or none for the titles of positions. */
export function headingsOf(grid: Grid, words: TableWords): Headings {
  const meaningOf = meaningsIn(fields, words);
  let best: Candidate | null = null;
  for (let at = 0; at < Math.min(searched, grid.rows.length); at++)
    for (const height of [1, 2]) {
      const names = namesAt(grid, at, height);
      const candidate = { at, height, names: names.map((one) => one[0] ?? ''), found: fieldsIn(names, meaningOf) };
      if (!best || scoreOf(candidate) > scoreOf(best)) best = candidate;
    }
  if (!best || best.found.size < 2) throw new Refusal([diagnostic('table-no-headings', { limit: searched }, { file: grid.file })]);
  if (!best.found.has('title')) {
    const place = cellPlace(grid, grid.rows[best.at]?.number ?? 1, 0);
    throw new Refusal([diagnostic('column-title-missing', { known: best.names.filter(Boolean).join(', ').slice(0, 300) }, place)]);
  }
  const { found, names } = best;
  const isHeading = (row: SheetRow): boolean => looksLikeHeadings(row, found, meaningOf);
  let firstRow = best.at + best.height;
  // Numbers of columns, and headings in other words below the keys of a system.
  for (let next = grid.rows[firstRow]; next && (isHeading(next) || isNumbering(next)); next = grid.rows[firstRow]) firstRow++;
  const columns = withEmployees(found, grid, firstRow);
  // Hours tell a part of a unit only beside those of full time, or tell it once more.
  const tellsPart = columns.has('fullHours') || columns.has('fte');
  const used = new Set([...columns].filter(([field]) => field !== 'hours' || tellsPart).map(([, column]) => column));
  return {
    firstRow,
    headingRow: best.at,
    columns,
    names,
    language: languageOf(names, words),
    unused: names.filter((name, at) => name !== '' && !used.has(at)),
    isHeading,
  };
}

/** Whether the first rows of a sheet have the headings of a table of positions. */
export function hasHeadings(grid: Grid, words: TableWords): boolean {
  try {
    return grid.rows.length > 0 && headingsOf(grid, words).columns.has('title');
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Where as many fields are found, one row is surer than two, and the upper than the lower. */
const scoreOf = ({ found, height }: Candidate): number => found.size * 2 + (found.has('title') ? 3 : 0) - height / 2;

type MeaningOf = Meanings<Field>;

/** What each column may be called, the surest first: by both rows together, by the lower, by the upper. */
function namesAt(grid: Grid, at: number, height: number): string[][] {
  const upper = (grid.rows[at]?.cells ?? []).map(textOf);
  if (height === 1) return upper.map((one) => [one]);
  const lower = (grid.rows[at + 1]?.cells ?? []).map(textOf);
  let above = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [high, low] = [upper[column] ?? '', lower[column] ?? ''];
    // A merged heading has its words in the first of its columns.
    if (high !== '') above = high;
    else if (low === '') above = '';
    // One that is merged over both rows has its words in the upper, or in each.
    return low === '' || low === high ? [high] : [`${above} ${low}`.trim(), ...(high === '' ? [low] : [high, low])];
  });
}

function fieldsIn(names: readonly (readonly string[])[], meaningOf: MeaningOf): Map<Field, number> {
  const found = new Map<Field, number>();
  const ranks = new Map<Field, number>();
  for (const [column, choices] of names.entries()) {
    const meaning = choices.map(meaningOf).find((one) => one !== null);
    if (!meaning || meaning.rank >= (ranks.get(meaning.field) ?? Infinity)) continue;
    found.set(meaning.field, column);
    ranks.set(meaning.field, meaning.rank);
  }
  return found;
}

function looksLikeHeadings({ cells }: SheetRow, found: ReadonlyMap<Field, number>, meaningOf: MeaningOf): boolean {
  const filled = cells.map(textOf).filter((one) => one !== '');
  const same = [...found].filter(([field, column]) => meaningOf(textOf(cells[column]))?.field === field);
  return same.length >= 2 && same.length * 2 >= Math.min(filled.length, found.size);
}

/** “Medewerker” heads names in some tables and numbers in others. */
function withEmployees(found: ReadonlyMap<Field, number>, grid: Grid, firstRow: number): Map<Field, number> {
  const columns = new Map(found);
  const employee = columns.get('employee');
  columns.delete('employee');
  if (employee === undefined) return columns;
  const values = grid.rows
    .slice(firstRow, firstRow + 100)
    .map(({ cells }) => textOf(cells[employee]))
    .filter((one) => one !== '');
  const field = values.filter((one) => /\d/.test(one)).length * 2 > values.length ? 'personnelNumber' : 'name';
  if (!columns.has(field)) columns.set(field, employee);
  return columns;
}

function languageOf(names: readonly string[], words: TableWords): Locale {
  const written = new Set(names.map(headingKey));
  const count = (locale: Locale): number =>
    fields.reduce((sum, field) => sum + words.columns[field][locale].filter((word) => written.has(headingKey(word))).length, 0);
  if (names.some((name) => /\p{Script=Cyrillic}/u.test(name))) return 'ru';
  return count('nl') > count('en') ? 'nl' : 'en';
}
