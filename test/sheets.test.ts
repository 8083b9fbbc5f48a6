/** Tables as spreadsheet programs leave them: every value is taken, or its loss is told with its place; and nothing takes more than it may. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isSheetError } from '../src/staff-list/cell-faults.js';
import { readList, toldOf } from './read-list.js';
import { bytesIn, row, words, workbookBytes } from './workbooks.js';
import type { MadeSheet, MadeWorkbook } from './workbooks.js';

const headings = row(['Full name', 'Role', 'Personnel number', 'Hire date', 'Badge']);
const one = (rows: string, more: Omit<MadeSheet, 'rows'> = {}, book: Omit<MadeWorkbook, 'sheets'> = {}): Uint8Array =>
  workbookBytes({ sheets: [{ rows: headings + rows, ...more }], ...book });
const read = (bytes: Uint8Array, how: Parameters<typeof readList>[2] = {}) => readList(bytes, 'people.xlsx', how);
const csv = (text: string) => readList(new TextEncoder().encode(text), 'people.csv');
const ann = row(['Ann Abel', 'sales-manager', '007']);

/** The people that were made, by their rows. */
const made = async (bytes: Uint8Array, how: Parameters<typeof readList>[2] = {}) =>
  [...(await read(bytes, how)).rows].flatMap(([number, { read: found }]) => (found ? [[number, found.person] as const] : []));

describe('a value of a cell', () => {
  it('is what the spreadsheet shows: days, times, leading zeros, texts in pieces', async () => {
    const formats = ['dd.mm.yyyy', '000000', 'd mmm yyyy hh:mm', '[h]:mm', '0.00" days"'];
    const strings = '<si><r><t>sales</t></r><r><rPr/><t>-manager</t></r><rPh sb="0" eb="1"><t>read</t></rPh></si>';
    const cells = [
      'Ann Abel',
      '<c t="s"><v>0</v></c>',
      '<c s="2"><v>42</v></c>',
      '<c s="1"><v>46174</v></c>',
      '<c s="3"><v>46174.395833333336</v></c>',
    ];
    expect(await made(one(row(cells), {}, { formats, strings }))).toEqual([
      [2, expect.objectContaining({ personnelNumber: '000042', hireDate: '2026-06-01', custom: { badge: '2026-06-01 09:30' } })],
    ]);
    const days = row([
      'Ann Abel',
      'sales-manager',
      '<c t="str"><f>A1</f><v>a_x000D_b</v></c>',
      '<c s="1"><v>44712</v></c>',
      '<c s="5"><v>0.1</v></c>',
    ]);
    expect(await made(one(days, {}, { formats, from1904: true }))).toEqual([
      [2, expect.objectContaining({ personnelNumber: 'a b', hireDate: '2026-06-01', custom: { badge: '0.1' } })],
    ]);
  });

  it('is found wherever rows and cells say that they are, with prefixes and CDATA', async () => {
    const rows = '<x:row r="7"><x:c r="B7" t="inlineStr"><x:is><x:t><![CDATA[sales-manager]]></x:t></x:is></x:c></x:row>'.replace(
      '<x:c r="B7"',
      '<x:c r="A7" t="inlineStr"><x:is><x:t>Ann &#x410;bel</x:t></x:is></x:c><!-- > --><x:c r="B7"',
    );
    expect((await made(one(rows))).map(([number]) => number)).toEqual([7]);
  });

  it('is none of elements of other namespaces, whatever they are called', async () => {
    const anchor = '<c t="inlineStr"><is><t>sales-manager</t></is><o:v xmlns:o="urn:other">5<o:is><t>no</t></o:is></o:v></c>';
    const drawn = `${row(['Ann Abel', anchor])}<row xmlns="urn:other"><c><v>1</v></c></row>`;
    expect(await made(one(drawn))).toEqual([[2, expect.objectContaining({ name: expect.objectContaining({ last: 'Abel' }) as unknown })]]);
  });

  it.each([
    ['an error', '<c t="e"><v>#REF!</v></c>', '2 cell-error'],
    ['an error in another language', '#ССЫЛКА!', '2 cell-error'],
    ['a formula that was never reckoned', '<c><f>A1</f><v></v></c>', '2 cell-no-value'],
    ['a broken letter', 'A\ufffd', '2 cell-unreadable'],
    ['an undefined entity', '<c t="inlineStr"><is><t>a&nbsp;b</t></is></c>', '2 cell-unreadable'],
    ['a text that is not there', '<c t="s"><v>12</v></c>', '2 cell-unreadable'],
    ['a number with more than fifteen figures', '<c><v>1.2345678901234567E+19</v></c>', '2 cell-imprecise'],
    ['what is left of a long number', '1,23457E+12', '2 cell-imprecise'],
  ])('that is lost as %s is told at its place', async (_, cell, told) => {
    expect(toldOf(await read(one(row(['Ann Abel', 'sales-manager', cell]))))).toEqual([told]);
  });

  it('that a formula came to is taken, and so are small numbers in any notation', async () => {
    const cells = ['Ann Abel', '<c t="str"><f>A1</f><v>sales-manager</v></c>', '<c><v>1E+05</v></c>', '', '<c t="b"><v>1</v></c>'];
    expect(await made(one(row(cells)))).toEqual([[2, expect.objectContaining({ personnelNumber: '100000', custom: { badge: 'true' } })]]);
  });

  it('that is lost in a column of one’s own is told of once', async () => {
    const lost = row(['Ann Abel', 'sales-manager', '', '', '#N/A']);
    const { rows, problems } = await read(one(lost + lost));
    expect(problems.map(({ code, args }) => [code, args.rows])).toEqual([['cells-lost', '2–3']]);
    expect(rows.get(2)?.read?.person.custom).toEqual({ badge: '' });
  });

  it('is an error in every language of Excel, and nothing else is', () => {
    for (const error of ['#N/A', '#Н/Д', '#N/B', '#NV', '#DEEL/0!', '#WERT!', '#¡VALOR!', '#ИМЯ?', '#ÜBERLAUF!', 'Err:502', '####'])
      expect(isSheetError(error), error).toBe(true);
    for (const text of ['#1', '#', '# sales', '#N/A yet', 'N/A', '#a', 'Erna', '#Team', '#4711!'])
      expect(isSheetError(text), text).toBe(false);
  });
});

describe('rows and columns', () => {
  it('have the value of a merged cell in each row that it covers', async () => {
    const merged = { after: '<mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="C3:D3"/></mergeCells>' };
    const list = await read(
      one(row(['Ann Abel', 'sales-manager']) + row(['Ben Bell', '']) + row(['Cid Cole', '']) + row(['Dan Dane', '']), merged),
    );
    expect([...list.rows.values()].map(({ read: found }) => found?.role ?? null)).toEqual([
      ...Array<string>(3).fill('sales-manager'),
      null,
    ]);
    expect(toldOf(list)).toEqual(['cells-merged', 'cells-merged-across', '5 cell-missing']);
  });

  it('that are hidden are left out or taken, and told of; those of a folded group are taken', async () => {
    const bytes = one(
      ann + row(['Ben Bell', 'sales-manager'], 'hidden="1"') + row(['Cid Cole', 'sales-manager'], 'hidden="1" outlineLevel="1"'),
      {
        before: '<cols><col min="2" max="3" hidden="1"/></cols>',
      },
    );
    const [left, taken] = [await read(bytes), await read(bytes, { hiddenRows: true })];
    expect([...left.rows.keys()]).toEqual([2, 4]);
    expect(left.problems.map(({ code, args }) => [code, args.rows ?? args.columns])).toEqual([
      ['rows-hidden-left', '3'],
      ['rows-folded', '4'],
      ['columns-hidden', 'B (Role), C (Personnel number)'],
    ]);
    expect([...taken.rows.keys()]).toEqual([2, 3, 4]);
    expect(toldOf(taken)).toContain('rows-hidden-taken');
  });

  it('have the numbers that the spreadsheet shows, in CSV too', async () => {
    const { rows } = await csv('sep=;\nFull name;Role;Badge\n"Ann Abel";sales-manager;"a\nb\n\nc"\n\n;;\nBen Bell;sales-manager;\n');
    expect([...rows.keys()]).toEqual([2, 5]);
    expect((await made(one(`${ann}<row r="9">${words('Ben Bell')}${words('sales-manager')}</row>`))).map(([number]) => number)).toEqual([
      2, 9,
    ]);
  });

  it('of CSV are refused where a sign divided a cell or the file ends, and told of where they are short', async () => {
    const list =
      'Full name,Role,Badge,E-mail\nAbel, Ann,sales-manager,1,\nBen Bell,sales-manager\nCid Cole,sales-manager,1,c@firm.com\nDan Dane,sales-man';
    expect(toldOf(await csv(list))).toEqual(['rows-short', '2 cell-shifted', '5 cell-cut-short']);
  });

  it('are not swallowed by a quotation mark', async () => {
    for (const [text, line] of [
      ['Full name;Role;Badge\n"Ann Abel;sales-manager;1\nBen Bell;sales-manager;2\n', 2],
      ['Full name;Role;Badge\nAnn Abel;"sales-manager;1\nBen Bell;"sales-manager";2\n', 2],
      ['Full name;Role;Badge\nCid Cole;sales-manager;1\n"Ann Abel;sales-manager;1\nBen Bell;sales-manager;12"\n', 3],
    ] as const)
      expect((await csv(text)).problems).toMatchObject([{ code: 'table-broken', line }]);
    const quoted = await csv('Full name;Role;Badge\n"Ann ""Annie"" Abel";"sales-manager" ;5" pipe\nBen Bell;sales-manager;="007"\n');
    expect([...quoted.rows.values()].map(({ read: found }) => found?.person.custom)).toEqual([{ badge: '5" pipe' }, { badge: '007' }]);
  });
});

describe('a sheet', () => {
  const other: MadeSheet = { name: 'Read me', rows: row(['Please fill in the second sheet']) };
  const lists: MadeSheet = { name: 'Lists', state: 'hidden', rows: headings + row(['Hidden Person', 'sales-manager']) };
  const bytes = workbookBytes({ sheets: [lists, other, { name: 'Staff', rows: headings + ann }] });

  it('is the first visible one with headings, or the one that is named or numbered', async () => {
    expect((await read(bytes)).problems).toMatchObject([{ code: 'sheet-chosen', args: { sheet: 'Staff', others: 'Lists, Read me' } }]);
    expect(await made(bytes)).toHaveLength(1);
    for (const sheet of ['Lists', 'lists', '1'])
      expect(await made(bytes, { sheet }), sheet).toMatchObject([[2, { name: { last: 'Person' } }]]);
    expect(toldOf(await read(bytes, { sheet: 'Stuff' }))).toEqual(['sheet-missing']);
  });

  it('has nothing right of the columns that are read without a word', async () => {
    const stray = `${ann}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    expect(toldOf(await read(one(stray)))).toEqual(['cells-beyond']);
    expect(toldOf(await csv(`Full name;Role${';'.repeat(300)}x\nAnn Abel;sales-manager\n`))).toEqual(['table-too-wide']);
  });
});

describe('a file', () => {
  const ole = (name: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(name, 'utf16le')]);
  const zip = (path: string): Uint8Array => zipSync({ [path]: new Uint8Array(1) });

  it.each([
    ['xls', ole('Workbook')],
    ['password', ole('EncryptedPackage')],
    ['ods', zip('mimetype')],
    ['xlsb', zip('xl/workbook.bin')],
    ['docx', zip('word/document.xml')],
    ['numbers', zip('Index/Document.iwa')],
    ['other', zip('photo.jpg')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['html', Buffer.from('<html><table><tr><td>Name')],
    ['xml', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['text', Buffer.from('Full name;Role\nAnn Abel;sales-manager\n')],
  ])('that is %s is told as what it is', async (found, bytes) => {
    expect((await read(bytes)).problems).toMatchObject([{ code: 'table-not-spreadsheet', args: { found } }]);
  });

  it('is read in the encoding of its letters, which is told, or asked for', async () => {
    const text = 'ФИО;Роль\r\nИванова Анна Петровна;менеджер по продажам\r\nЩукин Юрий;менеджер по продажам\r\n';
    for (const [encoding, name] of [
      ['windows-1251', 'windows-1251'],
      ['ibm866', 'cp866'],
      ['koi8-r', 'koi8-r'],
      ['x-mac-cyrillic', 'mac-cyrillic'],
    ] as const) {
      const { rows, problems } = await readList(bytesIn(text, encoding), 'people.csv');
      expect(problems, name).toMatchObject([{ code: 'table-encoding', args: { encoding: name } }]);
      expect(rows.get(2)?.read?.person.name, name).toMatchObject({ last: 'Иванова', first: 'Анна' });
    }
    const west = 'Full name;Role\nJosé Núñez;sales-manager\nZoë Müller;sales-manager\n';
    for (const encoding of ['windows-1252', 'macintosh'])
      expect((await readList(bytesIn(west, encoding), 'people.csv')).rows.get(2)?.read?.person.name).toMatchObject({
        first: 'José',
        last: 'Núñez',
      });
    const unclear = await readList(Uint8Array.of(...Buffer.from('Full name;Role\nAnn '), 0xc1, 0xe1, 0xc1, 0x0a), 'people.csv');
    expect(toldOf(unclear)).toEqual(['table-encoding-unclear']);
  });

  it('in UTF-8 with one broken letter stays in UTF-8', async () => {
    const bytes = Buffer.from('ФИО;Роль\nИванова Анна;менеджер по продажам\nПетров Пётр;менеджер по продажам\n');
    bytes[bytes.indexOf('Пётр') + 2] = 0x20;
    const list = await readList(bytes, 'people.csv');
    expect(toldOf(list)).toEqual(['3 cell-unreadable']);
    expect(list.rows.get(2)?.read?.person.name).toMatchObject({ last: 'Иванова' });
  });
});

describe('a hostile file', () => {
  const mebibyte = new Uint8Array(1 << 20).fill(0x20);
  const refused = async (bytes: Uint8Array): Promise<string[]> => toldOf(await read(bytes));
  const part = (path: string, ...pieces: Uint8Array[]): Record<string, Uint8Array> => ({ [path]: Buffer.concat(pieces) });

  it('is refused before it is unpacked too far', async () => {
    /** The directory says that the part has so many bytes. */
    const saying = (bytes: Uint8Array, size: number): Uint8Array => {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      for (let at = 0; at + 4 < bytes.length; at++) if (view.getUint32(at, true) === mebibyte.length) view.setUint32(at, size, true);
      return bytes;
    };
    const blanks = (): Uint8Array => one(ann, {}, { parts: part('xl/worksheets/sheet1.xml', mebibyte) });
    expect(await refused(saying(blanks(), 193 << 20))).toEqual(['table-too-large']);
    expect(await refused(saying(blanks(), 1000))).toEqual(['table-damaged']);
  });

  it('is refused for more cells than any list has, with nothing in them too', async () => {
    expect(await refused(one(`<row>${'<c/>'.repeat(5_000_001)}</row>`))).toEqual(['table-too-many-cells']);
  });

  it.each([
    ['depth without end', '<a>'.repeat(100_000)],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>'],
    ['a tag that never ends', `<a b="${'x'.repeat(100_000)}`],
    ['what is not closed', '<row><c></row></c>'],
    ['rows in disorder', row(['a'], 'r="5"') + row(['b'], 'r="4"')],
  ])('is refused for %s', async (_, xml) => {
    expect(await refused(one(xml))).toEqual(['table-damaged']);
  });
});
