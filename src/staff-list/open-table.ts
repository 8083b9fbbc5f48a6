/** From the bytes of a file to a table: what the file is, how its letters are written, which of its sheets is meant, which rows count. */
import { decodeText, encodingOf } from '../content/encoding.js';
import type { Encoding } from '../content/encoding.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import { csvRows } from './csv.js';
import { foreignKind, isArchive } from './file-kind.js';
import { mostColumns, sheetRows } from './sheet-rows.js';
import type { SheetContent } from './sheet-rows.js';
import { spreadDown } from './merged.js';
import { columnLetters, textOf } from './sheet.js';
import type { MergedRange, SheetRow } from './sheet.js';
import { openWorkbook } from './workbook.js';
import type { WorkbookSheet } from './workbook.js';

/** What the user may say of how a table is to be read. */
export interface TableChoice {
  /** The name of a sheet, or its number from 1; the first visible one that fits when left out. */
  readonly sheet?: string | undefined;
  /** What a text file is written in; told by its letters when left out. */
  readonly encoding?: Encoding | undefined;
  /** What text files are in that are not in Unicode. */
  readonly usualEncoding?: Encoding | undefined;
  /** Whether rows that a filter or a hand has hidden are taken. */
  readonly hiddenRows?: boolean | undefined;
}

export interface TableOptions extends TableChoice {
  /** Filled rows; a table with more is refused. */
  readonly most: number;
  /** Whether these first filled rows are those of the table that is wanted. */
  fits(rows: readonly SheetRow[]): boolean;
}

export interface OpenTable {
  readonly file: string;
  /** The name of the sheet in a spreadsheet; null for CSV. */
  readonly name: string | null;
  /** What divides the cells of a CSV file. */
  readonly delimiter: string | null;
  /** Whether numbers without a format are counted from 1904 when they are days. */
  readonly from1904: boolean;
  /** Filled rows that count, from the top; can be gone through more than once. */
  rows(): Iterable<SheetRow>;
  readonly merged: readonly MergedRange[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Rows by which a sheet is told to be the wanted one. */
const telling = 40;

/** Refuses what is no table, is too large or has no such sheet. How it was taken goes to `problems`. */
export async function openTable(bytes: Uint8Array, file: string, options: TableOptions, problems: Diagnostic[]): Promise<OpenTable> {
  if (isArchive(bytes)) return fromWorkbook(bytes, file, options, problems);
  const found = foreignKind(bytes, file);
  if (found !== null) throw new Refusal([diagnostic('table-not-spreadsheet', { file, found }, { file })]);
  return fromText(bytes, file, options, problems);
}

function fromText(bytes: Uint8Array, file: string, { encoding, usualEncoding, most }: TableOptions, problems: Diagnostic[]): OpenTable {
  const told = encoding === undefined ? encodingOf(bytes) : null;
  const named = encoding ?? (told?.encoding.startsWith('utf-') === false ? usualEncoding : undefined);
  if (named === undefined && told && told.others.length > 0)
    throw new Refusal([diagnostic('table-encoding-unclear', { file, known: [told.encoding, ...told.others].join(', ') }, { file })]);
  const used = named ?? told?.encoding ?? 'utf-8';
  if (named === undefined && !used.startsWith('utf-')) problems.push(diagnostic('table-encoding', { encoding: used }, { file }, 'info'));
  const text = decodeText(bytes, used);
  const { delimiter, rows } = csvRows(text, file);
  return {
    file,
    name: null,
    delimiter,
    from1904: false,
    rows: () => bounded(rows(), most, file),
    merged: [],
    hiddenColumns: new Set(),
  };
}

function* bounded(rows: Iterable<SheetRow>, most: number, file: string): Generator<SheetRow> {
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (count > most) throw new Refusal([diagnostic('table-too-long', { file, limit: most }, { file })]);
    const beyond = row.cells.length > mostColumns ? row.cells.findIndex((cell, at) => at >= mostColumns && textOf(cell) !== '') : -1;
    if (beyond >= 0)
      throw new Refusal([
        diagnostic('table-too-wide', { cell: `${columnLetters(beyond)}${row.number}`, limit: mostColumns }, { file, line: row.number }),
      ]);
    yield row;
  }
}

async function fromWorkbook(bytes: Uint8Array, file: string, options: TableOptions, problems: Diagnostic[]): Promise<OpenTable> {
  const workbook = await openWorkbook(bytes, file);
  const contentOf = (sheet: WorkbookSheet): Promise<SheetContent> => sheetRows(workbook, sheet, file, options.most);
  const { sheet, content } =
    options.sheet === undefined
      ? await chosenSheet(workbook.sheets, contentOf, options.fits)
      : await namedSheet(workbook.sheets, contentOf, options.sheet, file);
  const { name } = sheet;
  if (options.sheet === undefined && workbook.sheets.length > 1)
    problems.push(
      diagnostic(
        'sheet-chosen',
        {
          sheet: name,
          others: workbook.sheets
            .filter((one) => one !== sheet)
            .map((one) => one.name)
            .join(', ')
            .slice(0, 200),
        },
        { file },
        'info',
      ),
    );
  problems.push(...saidOf(content, options, { file, name }));
  const { merged, hiddenColumns, hiddenRows } = content;
  // The value of a merged cell stands in its first row, also where that one is hidden and the others are not.
  const begunHidden = merged.filter(({ firstRow }) => hiddenRows.has(firstRow));
  const taken =
    options.hiddenRows === true ? content.rows : spreadDown(content.rows, begunHidden).filter(({ number }) => !hiddenRows.has(number));
  return { file, name, delimiter: null, from1904: workbook.from1904, rows: () => taken, merged, hiddenColumns };
}

interface Chosen {
  readonly sheet: WorkbookSheet;
  readonly content: SheetContent;
}

/** The first visible sheet that fits; else the first visible one with anything in it, of which is then told what it lacks. */
async function chosenSheet(
  sheets: readonly WorkbookSheet[],
  contentOf: (sheet: WorkbookSheet) => Promise<SheetContent>,
  fits: TableOptions['fits'],
): Promise<Chosen> {
  let filled: Chosen | null = null;
  const visible = sheets.filter(({ hidden }) => !hidden);
  const [first = sheets[0]] = visible;
  for (const sheet of visible) {
    const one = { sheet, content: await contentOf(sheet) };
    if (fits(one.content.rows.slice(0, telling))) return one;
    if (one.content.rows.length > 0) filled ??= one;
  }
  if (!first) throw new Error('a workbook without sheets');
  return filled ?? { sheet: first, content: await contentOf(first) };
}

async function namedSheet(
  sheets: readonly WorkbookSheet[],
  contentOf: (sheet: WorkbookSheet) => Promise<SheetContent>,
  wanted: string,
  file: string,
): Promise<Chosen> {
  const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();
  const sheet =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => folded(name) === folded(wanted)) ??
    (/^\d{1,3}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined);
  if (sheet) return { sheet, content: await contentOf(sheet) };
  const names = sheets.map(({ name }) => name);
  throw new Refusal([
    diagnostic('sheet-missing', { file, sheet: wanted, nearest: nearest(wanted, names), known: names.join(', ').slice(0, 300) }, { file }),
  ]);
}

/** How rows and cells were taken that look different in the spreadsheet. */
function saidOf(
  { hiddenRows, foldedRows, beyond }: SheetContent,
  options: TableOptions,
  { file, name }: { file: string; name: string },
): Diagnostic[] {
  const tell = (code: string, args: Diagnostic['args'], line?: number): Diagnostic =>
    diagnostic(code, { sheet: name, ...args }, { file, ...(line !== undefined && { line }) }, 'warning');
  const [hidden, folded] = [[...hiddenRows], [...foldedRows]];
  const skipped = options.hiddenRows !== true;
  return [
    ...(hidden.length > 0
      ? [tell(skipped ? 'rows-hidden-left' : 'rows-hidden-taken', { count: hidden.length, rows: spans(hidden) }, hidden[0])]
      : []),
    ...(folded.length > 0 ? [tell('rows-folded', { count: folded.length, rows: spans(folded) }, folded[0])] : []),
    ...(beyond === null ? [] : [tell('cells-beyond', { cell: beyond, limit: mostColumns })]),
  ];
}

/** Numbers in short: 5–7, 12, 20–31 …; at most eight spans. */
export function spans(numbers: readonly number[]): string {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = found.at(-1);
    if (open && number === open.last + 1) open.last = number;
    else if (found.length > 8) break;
    else found.push({ first: number, last: number });
  }
  const shown = found.slice(0, 8).map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return shown.join(', ') + (found.length > 8 ? ' …' : '');
}
