/** The rows of one sheet of a workbook: values as people see them, and what is hidden, merged or lost. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { xmlIgnored } from '../ooxml/xml-stream.js';
import type { Attribute, XmlListener } from '../ooxml/xml-stream.js';
import { faultIn } from './cell-faults.js';
import { shownCell } from './number-formats.js';
import { columnLetters } from './sheet.js';
import type { Cell, CellFault, MergedRange, SheetRow } from './sheet.js';
import { isOn, unescaped, wordsReader } from './workbook.js';
import type { Workbook, WorkbookSheet } from './workbook.js';

export interface SheetContent {
  /** Filled rows from top to bottom, hidden ones among them. */
  readonly rows: readonly SheetRow[];
  /** Numbers of filled rows that a filter or a hand has hidden. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Numbers of filled rows in a group that is folded. */
  readonly foldedRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly MergedRange[];
  /** The first filled cell right of those that are read, such as XFD7; null where there is none. */
  readonly beyond: string | null;
}

/** Columns; what stands further right is no table of people. */
export const mostColumns = 250;
/** Empty ones among them; a hundred thousand people in forty columns have four fifths of these. */
const mostCells = 5_000_000;
const mostMerged = 20_000;
/** What a sheet can have at most. */
const last = { row: 1_048_576, column: 16_383 };
/** A value with more figures has lost the others: spreadsheets keep fifteen. */
const firstImprecise = 1e15;
const longestText = 32_767;

/** Refuses a sheet with more filled rows than `most` and one whose XML is broken, with the cell where that shows. */
export async function sheetRows(workbook: Workbook, { path, name }: WorkbookSheet, file: string, most: number): Promise<SheetContent> {
  const sharedText = await workbook.texts();
  const rows: SheetRow[] = [];
  const [hiddenRows, foldedRows, hiddenColumns] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const merged: MergedRange[] = [];
  let beyond: string | null = null;

  let number = 0;
  let column = -1;
  let row: { cells: Cell[]; faults: Map<number, CellFault> | null; hidden: boolean; folded: boolean } | null = null;
  let [lines, cells] = [0, 0];
  let cell: { type: string; style: number; formula: boolean } | null = null;
  let value = '';
  let inValue = false;
  let readable = true;
  const words = wordsReader();
  let inWords = false;

  function fault(kind: CellFault): void {
    if (row && column < mostColumns) (row.faults ??= new Map()).set(column, kind);
  }
  const where = (): string => (column < 0 ? name : `${name}!${columnLetters(Math.min(column, last.column))}${number}`);

  /** The value of the cell that ends here; null for none. */
  function read(): Cell {
    if (!cell) return null;
    const { type, formula } = cell;
    if (type === 's') {
      const shared = value === '' ? { text: '', readable: true } : sharedText(Number(value));
      return shared ? textCell(shared.text, shared.readable && readable) : textCell(value, false);
    }
    if (type === 'inlineStr') {
      const own = words.take();
      return textCell(workbook.kept(own.text), own.readable && readable);
    }
    if (type === 'str') return textCell(workbook.kept(unescaped(value)), readable);
    if (type === 'd') return textCell(workbook.kept(value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ')), readable);
    const written = value.trim();
    if (type === 'e') {
      fault('error');
      return written === '' ? '#N/A' : written;
    }
    if (!readable) return textCell(written, false);
    if (written === '') {
      if (formula) fault('no-value');
      return null;
    }
    if (type === 'b') return isOn(written);
    const figure = Number(written);
    if (!Number.isFinite(figure)) return textCell(written, false);
    if (Math.abs(figure) >= firstImprecise) fault('imprecise');
    return shownCell(figure, workbook.shown[cell.style] ?? 'general', workbook.from1904);
  }

  function textCell(text: string, whole: boolean): Cell {
    const found = whole ? faultIn(text) : 'unreadable';
    if (found !== null) fault(found);
    return text;
  }

  function endRow(): void {
    if (!row) return;
    const { cells, faults, hidden, folded } = row;
    row = null;
    if (faults === null && !cells.some(isFilled)) return;
    if (rows.length >= most) throw new Refusal([diagnostic('table-too-long', { file, limit: most }, { file })]);
    if (number <= (rows.at(-1)?.number ?? 0))
      throw new Refusal([diagnostic('table-damaged', { file, where: `${name}!${number}` }, { file })]);
    if (hidden) hiddenRows.add(number);
    if (folded) foldedRows.add(number);
    rows.push(faults ? { number, cells, faults } : { number, cells });
  }

  function open(element: string, attribute: Attribute): void {
    switch (element) {
      case 'row': {
        const [r, ht] = [attribute('r'), attribute('ht')];
        number = r === undefined ? number + 1 : within(Number(r), 1, last.row);
        lines += 1;
        if (lines > last.row) throw new Refusal([diagnostic('table-too-long', { file, limit: last.row }, { file })]);
        column = -1;
        const out = isOn(attribute('hidden')) || (ht !== undefined && Number(ht) === 0);
        const grouped = Number(attribute('outlineLevel') ?? 0) > 0;
        row = { cells: [], faults: null, hidden: out && !grouped, folded: out && grouped };
        return;
      }
      case 'c': {
        cells += 1;
        if (cells > mostCells) throw new Refusal([diagnostic('table-too-many-cells', { file, limit: mostCells }, { file })]);
        const r = attribute('r');
        column = r === undefined ? column + 1 : columnOf(r);
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), formula: false };
        value = '';
        readable = true;
        return;
      }
      case 'v':
        inValue = cell !== null;
        return;
      case 'f':
        if (cell) cell.formula = true;
        return;
      case 'is':
        inWords = cell !== null;
        return;
      case 'col':
        hideColumns(attribute);
        return;
      case 'mergeCell': {
        const range = merged.length < mostMerged ? rangeOf(attribute('ref') ?? '') : null;
        if (range) merged.push(range);
        return;
      }
      default:
        if (inWords) words.listener.open(element, attribute);
    }
  }

  function hideColumns(attribute: Attribute): void {
    const width = attribute('width');
    if (!isOn(attribute('hidden')) && !(width !== undefined && Number(width) === 0)) return;
    for (let at = Number(attribute('min') ?? 1); at <= Math.min(Number(attribute('max') ?? 0), mostColumns); at++)
      hiddenColumns.add(at - 1);
  }

  const listener: XmlListener = {
    ...xmlIgnored,
    open,
    close(element) {
      if (element === 'c') {
        const found = read();
        if (column >= mostColumns) {
          if (isFilled(found)) beyond ??= `${columnLetters(column)}${number}`;
        } else if (found !== null && row) {
          while (row.cells.length < column) row.cells.push(null);
          row.cells[column] = found;
        }
        cell = null;
      } else if (element === 'v') inValue = false;
      else if (element === 'is') inWords = false;
      else if (element === 'row') endRow();
      else if (inWords) words.listener.close(element);
    },
    text(text) {
      if (inValue) {
        if (value.length <= longestText) value += text.slice(0, longestText + 1);
      } else if (inWords) words.listener.text(text);
    },
    unreadable() {
      readable = false;
    },
  };
  if (!(await workbook.stream(path, listener, where))) throw new Refusal([diagnostic('table-damaged', { file, where: name }, { file })]);
  return { rows, hiddenRows, foldedRows, hiddenColumns, merged, beyond };
}

const isFilled = (cell: Cell): boolean => cell !== null && (typeof cell !== 'string' || cell.trim() !== '');

const within = (value: number, least: number, most: number): number =>
  Number.isInteger(value) ? Math.min(Math.max(value, least), most) : least;

/** The column of `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = Math.min(column * 26 + letter - 64, last.column + 1);
  }
  return Math.max(0, column - 1);
}

function rangeOf(reference: string): MergedRange | null {
  const [, from = '', first = '', to = '', end = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (from === '') return null;
  const range = { firstRow: Number(first), lastRow: Number(end), firstColumn: columnOf(from), lastColumn: columnOf(to) };
  return range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn ? range : null;
}
