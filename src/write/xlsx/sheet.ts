/** One sheet as a part of the package: cells, what may be entered into them, and how it prints. */
import type { Theme } from '../../theme/theme.js';
import type { Cell, Column, Fact, Sheet } from '../../document/workbook.js';
import { address, columnAt, letters, resolved } from './addresses.js';
import type { Rows } from './addresses.js';
import { headHeight, height, heightOf } from './heights.js';
import { titleSize } from './styles.js';
import type { Look, StyleBook } from './styles.js';
import { element, text } from './xml.js';
import type { Xml } from './xml.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What all sheets of a workbook share. */
export interface Book {
  theme: Theme;
  styles: StyleBook;
  /** The number of a text in the list of all texts. */
  textNumber(words: string): number;
  /** At the foot of printed pages. */
  title: string;
}

/** The rows of a sheet from top to bottom, counted from 1: title, facts, an empty one, the head of the table, its body. */
export function placesOf({ facts, rows }: Sheet): { head: number; body: Rows } {
  const head = facts.length > 0 ? facts.length + 3 : 3;
  return { head, body: { first: head + 1, last: head + Math.max(1, rows.length) } };
}

export function sheetPart(sheet: Sheet, active: boolean, book: Book): Xml {
  const { columns, facts, rows, totals, remarks } = sheet;
  const { head, body } = placesOf(sheet);
  const lastColumn = columns.length - 1;
  const { size } = book.theme.table;
  const lines: Xml[] = [];
  const put = (row: number, cells: readonly Xml[], ht: number = height(1, size)): void =>
    void lines.push(element('row', { r: row, ht }, ...cells));

  put(1, [textCell(address(0, 1), sheet.title, 'title', book)], height(1, size + titleSize));
  facts.forEach((line, at) => put(at + 2, factCells(line, at + 2, columns, body, book)));
  put(
    head,
    columns.map(({ heading }, column) => textCell(address(column, head), heading, 'head', book)),
    headHeight(columns, size),
  );
  rows.forEach((cells, at) =>
    put(
      body.first + at,
      cells.map((cell, column) => tableCell(cell, column, body.first + at, 'cell', columns, body, book)),
      heightOf(cells, columns, size),
    ),
  );
  totals.forEach((cells, at) =>
    put(
      body.last + 1 + at,
      cells.map((cell, column) => tableCell(cell, column, body.last + 1 + at, at === 0 ? 'total' : 'remark', columns, body, book)),
    ),
  );
  remarks.forEach((words, at) =>
    put(body.last + totals.length + 2 + at, [textCell(address(0, body.last + totals.length + 2 + at), words, 'remark', book)]),
  );

  const table = `A${head}:${address(lastColumn, body.last)}`;
  return element(
    'worksheet',
    { xmlns: main },
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element(
      'sheetViews',
      {},
      element(
        'sheetView',
        { showGridLines: 0, tabSelected: active ? 1 : undefined, workbookViewId: 0 },
        element('pane', { ySplit: head, topLeftCell: `A${body.first}`, activePane: 'bottomLeft', state: 'frozen' }),
        element('selection', { pane: 'bottomLeft', activeCell: `A${body.first}`, sqref: `A${body.first}` }),
      ),
    ),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element('cols', {}, ...columns.map(({ width }, at) => element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }))),
    element('sheetData', {}, ...lines),
    ...(totals.length === 0 ? [element('autoFilter', { ref: table })] : []),
    ...settledRows(columns, body, lastColumn),
    ...validations(columns, rows, body),
    element('pageMargins', margins(book.theme)),
    element('pageSetup', { paperSize: paperSize(book.theme), orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }),
    element('headerFooter', {}, element('oddFooter', {}, text(`&L${footer(book.title)}&R&P / &N`))),
  );
}

function factCells(facts: readonly Fact[], row: number, columns: readonly Column[], body: Rows, book: Book): Xml[] {
  const cells = facts.flatMap(({ label, labelAt, value, valueAt }) => [
    { column: columnAt(columns, labelAt), cell: (at: number) => textCell(address(at, row), label, 'label', book) },
    { column: columnAt(columns, valueAt), cell: (at: number) => cellOf(value, at, row, 'fact', columns, body, book) },
  ]);
  return cells.sort((a, b) => a.column - b.column).map(({ column, cell }) => cell(column));
}

function tableCell(
  cell: Cell,
  column: number,
  row: number,
  within: 'cell' | 'total' | 'remark',
  columns: readonly Column[],
  body: Rows,
  book: Book,
): Xml {
  return cellOf(cell, column, row, lookOf(cell, within), columns, body, book);
}

function lookOf(cell: Cell, within: 'cell' | 'total' | 'remark'): Look {
  if (within !== 'cell') return 'tone' in cell && cell.tone === 'warning' ? 'warning' : within;
  return cell.type === 'formula' ? 'reckoned' : cell.type === 'entry' ? 'entry' : 'cell';
}

function cellOf(cell: Cell, column: number, row: number, look: Look, columns: readonly Column[], body: Rows, book: Book): Xml {
  const { styles } = book;
  const at = address(column, row);
  switch (cell.type) {
    case 'text':
      return textCell(at, cell.text, look, book);
    case 'number':
      return numberCell(at, cell.value, styles.styleOf(look, cell.format));
    case 'date':
      return numberCell(at, serialOf(cell.date), styles.styleOf(look, cell.format));
    case 'entry':
      if (typeof cell.value === 'string') return textCell(at, cell.value, look, book);
      return cell.value === undefined
        ? element('c', { r: at, s: styles.styleOf(look, cell.format) })
        : numberCell(at, cell.value, styles.styleOf(look, cell.format));
    case 'formula':
      return element(
        'c',
        { r: at, s: styles.styleOf(look, cell.format), t: typeof cell.value === 'string' ? 'str' : undefined },
        element('f', {}, text(resolved(cell.formula, columns, row, body))),
        element('v', {}, text(String(cell.value))),
      );
    case 'empty':
      return element('c', { r: at, s: styles.styleOf(look) });
  }
}

/** A reference into the list of texts: whatever it begins with, it is never taken for a formula. */
const textCell = (at: string, words: string, look: Look, { styles, textNumber }: Book): Xml =>
  element('c', { r: at, s: styles.styleOf(look), t: 's' }, element('v', {}, text(String(textNumber(words)))));

const numberCell = (at: string, value: number, style: number): Xml =>
  element('c', { r: at, s: style }, element('v', {}, text(String(value))));

/** Days since the end of 1899, as Excel counts them. */
export const serialOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;

function settledRows(columns: readonly Column[], { first, last }: Rows, lastColumn: number): Xml[] {
  return columns.flatMap(({ settledBy }, at) =>
    settledBy === undefined
      ? []
      : [
          element(
            'conditionalFormatting',
            { sqref: `A${first}:${address(lastColumn, last)}` },
            element(
              'cfRule',
              { type: 'expression', dxfId: 0, priority: 1 },
              element('formula', {}, text(`$${letters(at)}${first}=${quoted(settledBy)}`)),
            ),
          ),
        ],
  );
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/** What may be entered, for the cells of each column that are there to be filled in. */
function validations(columns: readonly Column[], rows: readonly (readonly Cell[])[], { first }: Rows): Xml[] {
  const all = columns.flatMap(({ entry }, column) => {
    if (!entry || entry.of === 'words') return [];
    const cells = rows.flatMap((cellsOfRow, at) => (cellsOfRow[column]?.type === 'entry' ? [first + at] : []));
    if (cells.length === 0) return [];
    const { title, message } = entry.otherwise;
    const asked = {
      allowBlank: 1,
      showInputMessage: 1,
      showErrorMessage: 1,
      errorTitle: title,
      error: message,
      sqref: runs(cells, letters(column)),
    };
    const formula = (name: string, words: string): Xml => element(name, {}, text(words));
    if (entry.of === 'choice')
      return [element('dataValidation', { type: 'list', ...asked }, formula('formula1', quoted(entry.choices.join(','))))];
    if (entry.of === 'date')
      return [element('dataValidation', { type: 'date', operator: 'greaterThan', ...asked }, formula('formula1', '1'))];
    return [
      element(
        'dataValidation',
        { type: 'decimal', operator: 'between', ...asked },
        formula('formula1', '-1000000000000'),
        formula('formula2', '1000000000000'),
      ),
    ];
  });
  return all.length === 0 ? [] : [element('dataValidations', { count: all.length }, ...all)];
}

/** Rows of one column as ranges: `E5:E9 E11`. */
function runs(rows: readonly number[], column: string): string {
  const found: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last.to === row - 1) last.to = row;
    else found.push({ from: row, to: row });
  }
  return found.map(({ from, to }) => (from === to ? `${column}${from}` : `${column}${from}:${column}${to}`)).join(' ');
}

/** mm; wide tables need the room, and printers cannot use less. */
const widestMargin = 15;
const narrowestMargin = 10;

/** Inches. */
function margins({ page: { margin } }: Theme): Record<string, string> {
  const inches = (length: number): string => (Math.min(widestMargin, Math.max(narrowestMargin, length)) / 25.4).toFixed(3);
  return {
    left: inches(margin.left),
    right: inches(margin.right),
    top: inches(margin.top),
    bottom: inches(margin.bottom),
    header: '0.3',
    footer: '0.3',
  };
}

/** The numbers that printers have for Letter and A4. */
const paperSize = ({ page: { width, height } }: Theme): number => (Math.min(width, height) > 212 ? 1 : 9);

/** An ampersand begins a command there; all of it may have 255 characters. */
const footer = (words: string): string => words.slice(0, 100).replaceAll('&', '&&');
