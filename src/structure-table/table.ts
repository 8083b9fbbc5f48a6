/** What all who read a table work with: its cells by what they mean, and how they tell of a cell. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { printable, unprintableIn } from '../read/printable.js';
import type { ColumnWords } from '../staff-list/columns.js';
import { dateColumn, openEvidence } from '../staff-list/date-column.js';
import type { DateColumn, DateFound } from '../staff-list/date-column.js';
import { cellPlace } from '../staff-list/grid.js';
import type { Grid } from '../staff-list/grid.js';
import { textOf } from '../staff-list/sheet.js';
import type { Cell, SheetRow } from '../staff-list/sheet.js';
import { headingsOf } from './headings.js';
import type { Headings } from './headings.js';
import { wordsOf } from './words.js';
import type { Field, TableWords } from './words.js';

export interface Table {
  readonly grid: Grid;
  readonly headings: Headings;
  readonly words: TableWords;
  /** Words that keep their capital: names, and those of the places in the table. */
  readonly names: ReadonlySet<string>;
  /** The language of titles and names. */
  readonly language: Locale;
  /** For dates and the usual currency. */
  readonly jurisdiction: JurisdictionId;
  has(field: Field): boolean;
  cell(row: SheetRow, field: Field): Cell | undefined;
  text(row: SheetRow, field: Field): string;
  /** The day in a column of dates. */
  day(row: SheetRow, field: DateField): DateFound;
  /** A text that fits into its bound and can be printed; null, and told of, where it cannot, and null where there is none. */
  short(row: SheetRow, field: Field, limit?: number): string | null;
  /** The same of a text that is a part of a cell. */
  fitting(text: string, row: SheetRow, field: Field, limit: number): string | null;
  /** Tells of a cell; gives null, so that a reader can end with it. */
  report(code: string, row: number, at: Field | number, args?: Diagnostic['args'], severity?: Diagnostic['severity']): null;
}

/** Columns of dates. */
const dateFields = ['positionStart', 'hireDate', 'leaveDate'] as const;
export type DateField = (typeof dateFields)[number];

export interface TableOptions {
  readonly words: TableWords;
  /** How sexes, languages and months are written. */
  readonly values: ColumnWords['values'];
  /** Null where the headings tell. */
  readonly language: Locale | null;
  jurisdictionOf(language: Locale): JurisdictionId;
}

/** Characters of a cell, and of one that a message quotes. */
export const longest = { text: 300, name: 100, number: 40, code: 20, grade: 100, quoted: 60 };

/** Refuses a table without headings. */
export function tableOf(grid: Grid, { words, values, language: asked, jurisdictionOf }: TableOptions, problems: Diagnostic[]): Table {
  const headings = headingsOf(grid, words);
  const language = asked ?? headings.language;
  const columnOf = (field: Field): number | undefined => headings.columns.get(field);
  const rows = new Map(grid.rows.map((row) => [row.number, row]));

  function cell(row: SheetRow, field: Field): Cell | undefined {
    const at = columnOf(field);
    return at === undefined ? undefined : row.cells[at];
  }

  function report(
    code: string,
    row: number,
    at: Field | number,
    args: Diagnostic['args'] = {},
    severity: Diagnostic['severity'] = 'error',
  ): null {
    const column = typeof at === 'number' ? at : (columnOf(at) ?? columnOf('title') ?? 0);
    const value = printable(textOf(rows.get(row)?.cells[column]));
    const named = { column: (headings.names[column] ?? '').slice(0, longest.quoted), value };
    problems.push(diagnostic(code, { ...named, ...args }, cellPlace(grid, row, column), severity));
    return null;
  }

  function fitting(text: string, row: SheetRow, field: Field, limit: number): string | null {
    if (text === '') return null;
    if (unprintableIn(text).length > 0) return report('cell-unprintable', row.number, field);
    return text.length > limit ? report('cell-too-long', row.number, field, { limit, length: text.length }) : text.normalize('NFC');
  }

  const jurisdiction = jurisdictionOf(language);
  const dates = datesOf(grid, headings, { values, jurisdiction });
  const placesAt = columnOf('place');
  const places = placesAt === undefined ? [] : grid.rows.slice(headings.firstRow).flatMap(({ cells }) => wordsOf(textOf(cells[placesAt])));
  return {
    grid,
    headings,
    words,
    names: new Set([...words.names, ...places.filter((one) => !words.places.includes(one))]),
    language,
    jurisdiction,
    has: (field) => columnOf(field) !== undefined,
    cell,
    text: (row, field) => textOf(cell(row, field)),
    day: (row, field) => dates.get(field)?.(cell(row, field)) ?? null,
    short: (row, field, limit = longest.text) => fitting(textOf(cell(row, field)), row, field, limit),
    fitting,
    report,
  };
}

/** Each column of dates is read as its cells together say. */
function datesOf(
  grid: Grid,
  { columns, firstRow }: Headings,
  { values, jurisdiction }: { readonly values: ColumnWords['values']; readonly jurisdiction: JurisdictionId },
): Map<Field, DateColumn> {
  const facts = { words: values };
  const looks = dateFields.flatMap((field) => {
    const at = columns.get(field);
    if (at === undefined) return [];
    const evidence = openEvidence(facts);
    for (const { cells, number } of grid.rows.slice(firstRow)) evidence.add(cells[at], number);
    return [{ field, against: evidence.against }];
  });
  return new Map(
    looks.map(({ field, against: own }) => {
      const others = looks.filter((one) => one.field !== field).map(({ against }) => against);
      return [field, dateColumn({ facts, jurisdiction, chosen: null, own, others })];
    }),
  );
}
