/** Workbooks put together by hand, so that tests can have in them what no library writes. */
import { strToU8, zipSync } from 'fflate';

export interface MadeSheet {
  readonly name?: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** The XML of rows. */
  readonly rows: string;
  /** XML before and after the rows: widths of columns, merged cells. */
  readonly before?: string;
  readonly after?: string;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** The XML of shared texts, `<si>…</si>` each. */
  readonly strings?: string;
  /** Codes of formats that cells use by the numbers of their styles, from 1. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Parts besides, or in place of others. */
  readonly parts?: Readonly<Record<string, Uint8Array>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export function workbookBytes({ sheets, strings = '', formats = [], from1904 = false, parts = {} }: MadeWorkbook): Uint8Array {
  const named = sheets.map(
    ({ name = 'Staff', state = 'visible' }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`,
  );
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);
  const styles = ['', ...formats].map((_, at) => `<xf numFmtId="${at === 0 ? 0 : 163 + at}"/>`);
  const files = {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
  return zipSync({ ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), ...parts });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell with its text in it. */
export const words = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A row of texts and of cells that are XML already. */
export const row = (cells: readonly string[], attributes = ''): string =>
  `<row ${attributes}>${cells.map((cell) => (cell.startsWith('<c') ? cell : cell === '' ? '<c/>' : words(cell))).join('')}</row>`;

export const bytesIn = (text: string, encoding: string): Uint8Array => {
  const letters = new Map(Array.from({ length: 128 }, (_, at) => [new TextDecoder(encoding).decode(Uint8Array.of(128 + at)), 128 + at]));
  return Uint8Array.from([...text].map((letter) => (letter < '\u0080' ? letter.charCodeAt(0) : (letters.get(letter) ?? 0x3f))));
};
