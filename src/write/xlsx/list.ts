/** A bare list as a spreadsheet: one row of headings and what stands below it, for people to go on with. */
import { address } from './addresses.js';
import { packList } from './package.js';
import { serialOf } from './sheet.js';
import { element, text } from './xml.js';

/** A text stays a text, whatever it looks like; a date is an ISO date. */
export type ListCell = string | { readonly date: string };

export interface List {
  /** On its tab: at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ListCell[])[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Their numbers in `cellXfs` below. */
const looks = { plain: 0, heading: 1, text: 2, date: 3 } as const;

/** Formats built into Excel: "0012" stays so when somebody types it, a date is written as the reader's computer writes dates. */
const [asText, asDate] = [49, 14];

/** Characters that a column has beyond its longest cell, and that a date takes in any country. */
const air = 2;
const dateWidth = 10;

/** The bytes of an .xlsx file (ISO/IEC 29500); the same list gives the same bytes. */
export function writeList({ name, headings, rows }: List): Uint8Array {
  const texts = new Map<string, number>();
  const textCell = (at: string, words: string, look: number) => {
    const number = texts.get(words) ?? texts.size;
    texts.set(words, number);
    return element('c', { r: at, s: look, t: 's' }, element('v', {}, text(String(number))));
  };
  const cell = (content: ListCell, at: string) =>
    typeof content === 'string'
      ? textCell(at, content, looks.text)
      : element('c', { r: at, s: looks.date }, element('v', {}, text(String(serialOf(content.date)))));
  const lines = [
    headings.map((words, column) => textCell(address(column, 1), words, looks.heading)),
    ...rows.map((cells, row) => cells.map((content, column) => cell(content, address(column, row + 2)))),
  ];
  const widths = headings.map((words, column) =>
    Math.max(words.length, ...rows.map((cells) => (typeof cells[column] === 'string' ? cells[column].length : dateWidth))),
  );
  const sheet = element(
    'worksheet',
    { xmlns: main },
    element(
      'sheetViews',
      {},
      element(
        'sheetView',
        { tabSelected: 1, workbookViewId: 0 },
        element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
        element('selection', { pane: 'bottomLeft', activeCell: 'A2', sqref: 'A2' }),
      ),
    ),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element('cols', {}, ...widths.map((width, at) => element('col', { min: at + 1, max: at + 1, width: width + air, customWidth: 1 }))),
    element('sheetData', {}, ...lines.map((cells, at) => element('row', { r: at + 1 }, ...cells))),
  );
  return packList(name, sheet, styles, [...texts.keys()]);
}

const font = (bold: boolean) =>
  element(
    'font',
    {},
    ...(bold ? [element('b')] : []),
    element('sz', { val: 11 }),
    element('name', { val: 'Calibri' }),
    element('family', { val: 2 }),
  );
const fill = (patternType: string) => element('fill', {}, element('patternFill', { patternType }));
const look = (fontId: number, numFmtId: number) =>
  element('xf', { numFmtId, fontId, fillId: 0, borderId: 0, xfId: 0, applyFont: fontId || undefined, applyNumberFormat: numFmtId && 1 });

const styles = element(
  'styleSheet',
  { xmlns: main },
  element('fonts', { count: 2 }, font(false), font(true)),
  // Excel wants these two.
  element('fills', { count: 2 }, fill('none'), fill('gray125')),
  element('borders', { count: 1 }, element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)))),
  element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
  element('cellXfs', { count: Object.keys(looks).length }, look(0, 0), look(1, 0), look(0, asText), look(0, asDate)),
  element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
);
