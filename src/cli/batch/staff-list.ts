/** The staff list as it is read for a batch: its rows as people, with the roles and departments that they name. */
import { basename, posix } from 'node:path';
import { parse } from 'yaml';
import { columnsOf, folded } from '../../batch/columns.js';
import type { ColumnWords, Columns } from '../../batch/columns.js';
import { csvSheet } from '../../batch/csv.js';
import { decodeText } from '../../batch/encoding.js';
import type { Encoding } from '../../batch/encoding.js';
import { readPerson } from '../../batch/people.js';
import type { RowReading, Staff } from '../../batch/people.js';
import { textOf } from '../../batch/sheet.js';
import type { Sheet, SheetRow } from '../../batch/sheet.js';
import { isSpreadsheet, spreadsheet } from '../../batch/spreadsheet.js';
import { diagnostic, Refusal } from '../../diagnostic.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { Locale } from '../../document.js';
import { locales, usualJurisdiction } from '../../library.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import type { Organisation } from '../../organisation.generated.js';
import { ownData } from '../../own-data.js';
import { listRoles } from '../../role/read.js';
import type { Workspace } from '../../workspace.js';
import type { Office } from '../office.js';

export interface StaffList {
  /** The name of the file without its folder. */
  name: string;
  sheet: Sheet;
  columns: Columns;
  /** The language of the people, as far as their rows do not tell. */
  locale: Locale;
  jurisdiction: JurisdictionId;
  read(row: SheetRow): RowReading;
  /** The heading of the column that says what to mend. */
  reasonHeading(language: Locale): string;
}

export interface ListOptions {
  sheet?: string;
  encoding?: Encoding;
  role?: string;
  roleColumn?: string;
  locale: Locale | null;
  jurisdiction: JurisdictionId | null;
  organisation: Organisation | null;
}

/** Bytes; a list of a hundred thousand people has a quarter of it. */
const largestList = 256 << 20;

/** Throws a Refusal when the file is no list; `problems` has what is wrong with its headings. */
export async function openList(path: string, options: ListOptions, office: Office, problems: Diagnostic[]): Promise<StaffList> {
  const { workspace } = office.terminal;
  const bytes = workspace.readBytes(path, largestList);
  if (!isSpreadsheet(bytes) && /\.xlsx?$/i.test(path))
    throw new Refusal([diagnostic('table-not-spreadsheet', { file: path }, { file: path })]);
  const sheet = isSpreadsheet(bytes)
    ? await spreadsheet(bytes, path, options.sheet)
    : await csvSheet(decodeText(bytes, options.encoding), path);
  const words = ownData(office.shelf, 'locales/columns.yaml') as ColumnWords;
  const columns = columnsOf(sheet, words, options.roleColumn === undefined ? {} : { role: options.roleColumn }, problems);
  const locale = options.locale ?? options.organisation?.languages[0] ?? languageOfHeadings(sheet, words) ?? office.language;
  const jurisdiction = options.jurisdiction ?? options.organisation?.jurisdiction ?? usualJurisdiction[locale];
  const staff: Staff = {
    words,
    locale,
    jurisdiction,
    role: options.role ?? null,
    organisation: options.organisation,
    roles: namedRoles(office),
  };
  return {
    name: basename(posix.normalize(path.replaceAll('\\', '/'))),
    sheet,
    columns,
    locale,
    jurisdiction,
    read: (row) => readPerson(row, sheet, columns, staff),
    reasonHeading: (language) => words.columns.reason[language][0] ?? '',
  };
}

/** The language that most headings are in. */
function languageOfHeadings(sheet: Sheet, words: ColumnWords): Locale | null {
  const headings = new Set(sheet.headings.cells.map((cell) => folded(textOf(cell))));
  const counts = locales.map((locale) => ({
    locale,
    count: Object.values(words.columns).filter((column) => column[locale].some((name) => headings.has(folded(name)))).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.locale : null;
}

/** The user's own roles and those of the library, with what rows may call them. */
function namedRoles({ terminal, shelf }: Office): Staff['roles'] {
  const of = (workspace: Workspace) => listRoles(workspace).map(({ id, path }) => ({ id, ...namesIn(workspace, path) }));
  const own = of(terminal.workspace);
  return [...own, ...of(shelf).filter(({ id }) => !own.some((one) => one.id === id))];
}

/** Reading all roles in full would take a second; their titles and synonyms are found by their keys. */
function namesIn(workspace: Workspace, path: string): { titles: string[]; synonyms: string[] } {
  try {
    const text = workspace.readText(path);
    const under = (key: string): string[] =>
      stringsIn(parse(new RegExp(`^${key}:.*\\n(?:[ \\t#-].*\\n|\\r?\\n)*`, 'm').exec(text)?.[0] ?? ''));
    return { titles: under('title'), synonyms: under('synonyms') };
  } catch {
    // What is wrong with the file is told if a row asks for the role.
    return { titles: [], synonyms: [] };
  }
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
