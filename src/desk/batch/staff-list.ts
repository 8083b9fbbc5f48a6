/** The staff list as it is read for a batch: its rows as people, with the roles and departments that they name. */
import { basename, posix } from 'node:path';
import type { Encoding } from '../../content/encoding.js';
import { columnsOf, folded, unusedColumns } from '../../staff-list/columns.js';
import type { ChosenColumns, Columns, ColumnWords } from '../../staff-list/columns.js';
import type { DateOrder } from '../../staff-list/dates.js';
import { firstLook, saysAnything } from '../../staff-list/first-look.js';
import { headed, only } from '../../staff-list/headed.js';
import { headingKey } from '../../staff-list/heading-words.js';
import { aligned, peopleSheet, remarksOn } from '../../staff-list/people-sheet.js';
import { readPerson } from '../../staff-list/people.js';
import type { Staff } from '../../staff-list/people.js';
import { roleFinder } from '../../staff-list/role-titles.js';
import { textOf } from '../../staff-list/sheet.js';
import type { Sheet, SheetRow } from '../../staff-list/sheet.js';
import { diagnostic, hasErrors, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { locales, usualJurisdiction } from '../../shelf/library.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import type { Organisation } from '../../organisation/organisation.generated.js';
import { ownData } from '../../read/own-data.js';
import type { Desk } from '../desk.js';
import { shortList } from '../../structure/shape.js';
import { titlesOf } from '../../structure/titled.js';
import { structureAt } from '../structure-file.js';
import type { StructureFile } from '../structure-file.js';
import { customUsedBy } from './custom-used.js';
import type { StaffList } from './list.js';
import { structureList } from './structure-list.js';
import { namedRoles, titlesIn } from '../role-names.js';

export interface ListOptions {
  sheet?: string;
  encoding?: Encoding;
  /** What text files are in that are not in Unicode. */
  usualEncoding?: Encoding | undefined;
  /** Whether rows that are hidden in the spreadsheet are taken. */
  hiddenRows: boolean;
  role?: string;
  /** The row of the headings; null where it is to be found. */
  headerRow: number | null;
  /** Headings of columns by what they hold, where they are not known by their words. */
  columns: ChosenColumns;
  /** How dates in figures are written; null where the columns tell. */
  dateOrder: DateOrder | null;
  /** Whether it is told when dates are read as the country of the organisation writes them, though they could be other days. */
  tellsDates?: boolean;
  /** Ids of roles by titles that people use for them. */
  titles: Readonly<Record<string, string>>;
  locale: Locale | null;
  jurisdiction: JurisdictionId | null;
  organisation: Organisation | null;
  structure: StructureFile | null;
  /** The day of the papers. */
  date: string | null;
  /** Of people of whom nothing else says it. */
  language: Locale;
}

/** Bytes; a list of a hundred thousand people has as many. */
const largestList = 64 << 20;

/** Throws a Refusal when the file is no list; `problems` has what is wrong with its headings. */
export async function openList(path: string, options: ListOptions, desk: Desk, problems: Diagnostic[]): Promise<StaffList> {
  const { workspace, shelf } = desk;
  const words = ownData(shelf.own, 'locales/columns.yaml') as ColumnWords;
  if (/\.ya?ml$/i.test(path)) return listOfStructure(path, words, options, desk, problems);
  const bytes = workspace.readBytes(path, largestList);
  const { sheet: wanted, encoding, usualEncoding, hiddenRows, columns: chosen } = options;
  const whole = await peopleSheet(bytes, path, { sheet: wanted, encoding, usualEncoding, hiddenRows, words, chosen }, problems);
  const { sheet: found, sample } = await headed(whole, { words, chosen: options.columns, row: options.headerRow }, problems);
  const sheet = await aligned(found);
  const columns = columnsOf(sheet, words, options.columns, problems, sample);
  problems.push(...(await remarksOn(sheet, columns)));
  tellColumns({ sheet, sample, columns, words }, options, desk, problems);
  const locale = options.locale ?? options.organisation?.languages[0] ?? languageOfHeadings(sheet, words) ?? options.language;
  const jurisdiction = options.jurisdiction ?? options.organisation?.jurisdiction ?? usualJurisdiction[locale];
  const look = await firstLook(sheet, columns, { words, locale, jurisdiction, dateOrder: options.dateOrder });
  if (!hasErrors(problems)) tellNobody(look.nobody, path, problems);
  const isCountryKnown = options.jurisdiction !== null || options.organisation !== null;
  // In English both orders are in use, and nobody has said in which country the list was written.
  if (locale === 'en' && !isCountryKnown)
    for (const { at, row } of look.assumed) {
      const column = textOf(sheet.headings.cells[at]);
      problems.push(diagnostic('dates-assumed', { column }, { file: path, line: row, column: at + 1 }, 'warning'));
    }
  else if (options.tellsDates)
    for (const { at, row } of look.assumed) {
      const args = { column: textOf(sheet.headings.cells[at]), order: jurisdiction === 'us' ? 'mdy' : 'dmy' };
      problems.push(diagnostic('dates-by-country', args, { file: path, line: row, column: at + 1 }, 'info'));
    }
  for (const { at, row, order } of isCountryKnown ? look.otherwise : []) {
    const args = { column: textOf(sheet.headings.cells[at]), row, order };
    problems.push(diagnostic('dates-otherwise', args, { file: path, line: row, column: at + 1 }, 'warning'));
  }
  const staff: Staff = {
    words,
    locale,
    jurisdiction,
    role: options.role ?? null,
    organisation: options.organisation,
    position: positionIn(options.structure),
    roleOf: roleFinder(
      namedRoles(desk).map(({ id, title, synonyms }) => ({ id, titles: titlesIn(title, jurisdiction), synonyms })),
      new Map(Object.entries(options.titles).map(([title, id]) => [folded(title), id])),
    ),
    look,
  };
  return {
    name: basename(posix.normalize(path.replaceAll('\\', '/'))),
    sheet: { ...sheet, rows: { [Symbol.asyncIterator]: () => only(sheet.rows, ({ cells }) => saysAnything(cells, columns, words)) } },
    columns,
    locale,
    jurisdiction,
    read: (row) => readPerson(row, sheet, columns, staff),
    reasonHeading: (language) => words.columns.reason[language][0] ?? '',
  };
}

interface Told {
  readonly sheet: Sheet;
  readonly sample: readonly SheetRow[];
  readonly columns: Columns;
  readonly words: ColumnWords;
}

/** What is missing for all rows is told once, and so is what nothing is read from. */
function tellColumns({ sheet, sample, columns, words }: Told, { role, structure }: ListOptions, desk: Desk, problems: Diagnostic[]): void {
  const place = { file: sheet.file, line: sheet.headings.number };
  // A structure that cannot be read is told of already.
  const byPosition = columns.known.has('position') && (structure !== null || hasErrors(problems));
  if (!columns.known.has('role') && !byPosition && role === undefined) {
    const known = sheet.headings.cells.map(textOf).filter(Boolean).join(', ').slice(0, longestList);
    problems.push(diagnostic('column-role-missing', { known }, place));
  }
  const { columns: unused, meant } = unusedColumns(sheet, columns, words, customUsedBy(desk), sample);
  if (unused.length === 0 || hasErrors(problems)) return;
  const named = unused.join(', ');
  const facts = { count: unused.length, columns: named.length > longestList ? `${named.slice(0, longestList)}…` : named };
  problems.push(diagnostic('columns-unused', facts, place, meant ? 'warning' : 'info'));
}

/** Totals, signatures and notes below a list are no people. */
function tellNobody(rows: readonly number[], file: string, problems: Diagnostic[]): void {
  if (rows[0] === undefined) return;
  const named = `${rows.slice(0, mostRows).join(', ')}${rows.length > mostRows ? ' …' : ''}`;
  problems.push(diagnostic('rows-without-person', { count: rows.length, rows: named }, { file, line: rows[0] }, 'info'));
}

/** Rows that a message names. */
const mostRows = 5;

/** Characters of headings that a message names. */
const longestList = 300;

/** A structure is a list of those who hold its positions: that of the organisation, under its own name. */
function listOfStructure(path: string, words: ColumnWords, options: ListOptions, desk: Desk, problems: Diagnostic[]): StaffList {
  const { structure, organisation, date: day } = options;
  const locale = options.locale ?? organisation?.languages[0] ?? options.language;
  const jurisdiction = options.jurisdiction ?? organisation?.jurisdiction ?? usualJurisdiction[locale];
  if (structure && posix.normalize(path.replaceAll('\\', '/')) === posix.normalize(structure.file.path)) {
    const without = [...structure.lines.places.values()]
      .filter(({ position }) => position.role === undefined && position.holders)
      .map(({ id }) => id);
    if (without.length > 0)
      problems.push(
        diagnostic(
          'positions-without-role',
          { positions: shortList(without.map(titlesOf(structure.lines.structure, null).position)), count: without.length },
          { file: path },
          'info',
        ),
      );
    return structureList(structure, { words, locale, jurisdiction, day });
  }
  const found = structureAt(desk.workspace, path, problems);
  throw new Refusal(found ? [diagnostic('batch-other-structure', { file: path }, { file: path })] : []);
}

const positionIn =
  (structure: StructureFile | null): NonNullable<Staff['position']> =>
  (id) => {
    const place = structure?.lines.places.get(id);
    return place ? { role: place.position.role, department: place.department?.id } : null;
  };

/** The language that most headings are in. */
function languageOfHeadings(sheet: Sheet, words: ColumnWords): Locale | null {
  const headings = new Set(sheet.headings.cells.map((cell) => headingKey(textOf(cell))));
  const counts = locales.map((locale) => ({
    locale,
    count: Object.values(words.columns).filter((column) => column[locale].some((name) => headings.has(headingKey(name)))).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.locale : null;
}
