/** The parts of a workbook that are not sheets, and all of them as a file. */
import { strToU8, zipSync } from 'fflate';
import type { Sheet, Workbook } from '../../document/workbook.js';
import { letters } from './addresses.js';
import { placesOf } from './sheet.js';
import { element, part, text } from './xml.js';
import type { Xml } from './xml.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook that is made again must not differ. */
const moment = '2000-01-01T00:00:00Z';

/** The first day that ZIP can write, in the local time that ZIP counts in; noon exists everywhere on every day. */
const entryTime = (): Date => new Date(1980, 0, 1, 12);

/** The file: the same parts give the same bytes. */
export function pack(workbook: Workbook, sheets: readonly Xml[], styles: Xml, texts: readonly string[]): Uint8Array {
  return zipped({
    ...partsOf(workbookPart(workbook), sheets, styles, texts, [
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
      ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
    ]),
    '_rels/.rels': relationships([
      [`${relations}/officeDocument`, 'xl/workbook.xml'],
      [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${relations}/custom-properties`, 'docProps/custom.xml'],
    ]),
    'docProps/core.xml': core(workbook),
    'docProps/custom.xml': custom(workbook),
  });
}

/** The file of one sheet of that name without anything else. */
export function packList(name: string, sheet: Xml, styles: Xml, texts: readonly string[]): Uint8Array {
  return zipped(partsOf(book([name], []), [sheet], styles, texts, []));
}

function partsOf(
  workbook: Xml,
  sheets: readonly Xml[],
  styles: Xml,
  texts: readonly string[],
  others: readonly (readonly [name: string, type: string])[],
): Record<string, Xml> {
  return {
    '[Content_Types].xml': contentTypes(sheets.length, others),
    '_rels/.rels': relationships([[`${relations}/officeDocument`, 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at): [string, string] => [`${relations}/worksheet`, `worksheets/sheet${at + 1}.xml`]),
      [`${relations}/styles`, 'styles.xml'],
      [`${relations}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/sharedStrings.xml': element(
      'sst',
      { xmlns: main, uniqueCount: texts.length },
      ...texts.map((words) => element('si', {}, element('t', { 'xml:space': 'preserve' }, text(literal(words))))),
    ),
    'xl/styles.xml': styles,
    'xl/workbook.xml': workbook,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet])),
  };
}

function zipped(parts: Record<string, Xml>): Uint8Array {
  const inOrder = Object.entries(parts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, root]) => [path, strToU8(part(root))]);
  return zipSync(Object.fromEntries(inOrder) as Record<string, Uint8Array>, { mtime: entryTime() });
}

/** Excel reads `_x0041_` in a text as the character of that number, unless its underscore is written so itself. */
const literal = (words: string): string => words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const contentTypes = (sheets: number, others: readonly (readonly [name: string, type: string])[]): Xml =>
  element(
    'Types',
    { xmlns: `${packageNamespace}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...[
      ...others,
      ['/xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`],
      ['/xl/styles.xml', `${contentType}.styles+xml`],
      ['/xl/workbook.xml', `${contentType}.sheet.main+xml`],
      ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${contentType}.worksheet+xml`]),
    ].map(([name, type]) => element('Override', { PartName: name, ContentType: type })),
  );

const relationships = (all: readonly (readonly [type: string, target: string])[]): Xml =>
  element(
    'Relationships',
    { xmlns: `${packageNamespace}/relationships` },
    ...all.map(([type, target], at) => element('Relationship', { Id: `rId${at + 1}`, Type: type, Target: target })),
  );

const workbookPart = ({ sheets }: Workbook): Xml =>
  book(
    sheets.map(({ name }) => name),
    sheets.flatMap(namesOf),
  );

const book = (sheets: readonly string[], names: readonly Xml[]): Xml =>
  element(
    'workbook',
    { xmlns: main, 'xmlns:r': relations },
    element('bookViews', {}, element('workbookView', { activeTab: 0 })),
    element('sheets', {}, ...sheets.map((name, at) => element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` }))),
    ...(names.length > 0 ? [element('definedNames', {}, ...names)] : []),
    // Whoever opens the file sees results of their own program, not ours.
    element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
  );

/** The rows that are repeated on every printed page, and the filter. */
function namesOf(sheet: Sheet, at: number): Xml[] {
  const { head, body } = placesOf(sheet);
  const own = `'${sheet.name.replaceAll("'", "''")}'!`;
  const filter = `${own}$A$${head}:$${letters(sheet.columns.length - 1)}$${body.last}`;
  return [
    ...(sheet.totals.length === 0
      ? [element('definedName', { name: '_xlnm._FilterDatabase', localSheetId: at, hidden: 1 }, text(filter))]
      : []),
    element('definedName', { name: '_xlnm.Print_Titles', localSheetId: at }, text(`${own}$${head}:$${head}`)),
  ];
}

const core = ({ title, subject, author, keywords, language, role }: Workbook): Xml =>
  element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packageNamespace}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, text(title)),
    element('dc:subject', {}, text(subject)),
    element('dc:creator', {}, text(author)),
    element('cp:keywords', {}, text(keywords.join(', '))),
    element('dc:description', {}, text(`${role.id} ${role.version}`)),
    element('cp:lastModifiedBy', {}, text(author)),
    element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, text(moment)),
    element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, text(moment)),
    element('dc:language', {}, text(language)),
  );

const custom = ({ role }: Workbook): Xml =>
  element(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...[
      ['RoleId', role.id],
      ['RoleVersion', role.version],
    ].map(([name, value = ''], at) =>
      element('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: at + 2, name }, element('vt:lpwstr', {}, text(value))),
    ),
  );
