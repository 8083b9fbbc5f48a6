/** Documents in the look of a company’s own: what is taken over, what is not, and which documents are refused. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { plainText, walk } from '../src/document/reading.js';
import type { Block, Document } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { writeDocx } from '../src/write/docx.js';
import { readReference } from '../src/write/docx/reference.js';
import { blank, document, everything, p, section } from './builders.js';
import { carriedFonts, company, edited, fontBytes, fontKey, logo, relationship } from './company-docx.js';
import type { Edits } from './company-docx.js';
import { withMeasures } from '../src/ooxml/measures.js';
import { parseXml } from '../src/ooxml/xml-tree.js';
import { child, descendants, elements, openDocx, openParts, textOf, val } from './opened-docx.js';
import type { OpenedDocx, Xml } from './opened-docx.js';
import { faultsOf } from './word-faults.js';
import { runs } from './every.js';

const theme = (id: string): Theme => parse(readFileSync(new URL(`../themes/${id}.yaml`, import.meta.url), 'utf8')) as Theme;
const gost = theme('gost-2025');
const nl = theme('nl');

const dressed = async (reference: Uint8Array, tree: Document = everything(), look = gost): Promise<OpenedDocx> =>
  openDocx(await writeDocx(tree, look, { reference: readReference(reference) }));
const styleNamed = (file: OpenedDocx, name: string): Xml | undefined =>
  elements(file.part('word/styles.xml')).find(
    (one) => one.name === 'w:style' && val(child(one, 'w:name'))?.toLowerCase() === name.toLowerCase(),
  );
const sheetOf = (file: OpenedDocx): Xml => child(file.body, 'w:sectPr')!;
const furniture = (file: OpenedDocx): string[] =>
  elements(sheetOf(file))
    .filter((one) => /Reference$/.test(one.name))
    .map((one) => `${one.name.slice(2, 8)} ${one.attributes['w:type']}`);
const all = (file: OpenedDocx): string =>
  file.paths
    .filter((path) => /\.(xml|rels)$/.test(path))
    .map((path) => file.source(path))
    .join('\n');

function refused(bytes: Uint8Array): Diagnostic {
  try {
    readReference(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).diagnostics[0]!;
  }
  throw new Error('not refused');
}

/** A header with something in it, in the place of the letterhead. */
const header = (content: string, relationships = ''): Edits => ({
  'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">${content}</w:hdr>`,
  'word/_rels/header1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`,
});
const headerOf = async (
  content: string,
  relationships = '',
  edits: Edits = {},
): Promise<{ text: string; source: string; file: OpenedDocx }> => {
  const file = await dressed(await company({}, { ...header(content, relationships), ...edits }));
  return { text: textOf(file.part('word/header1.xml')), source: file.source('word/header1.xml'), file };
};
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const words = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const complex = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${words(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('the look of the company', () => {
  test.each([
    ['Arial', 14, 0.556],
    ['Times New Roman', 14, 0.5],
    ['Arial', 11, 0.556],
  ])('lines of the stamp are as long in %s of %d pt as without it', async (font, size, underscore) => {
    const worn = (part: string): string =>
      part
        .replace(/<w:rFonts w:asciiTheme="minorHAnsi"[^>]*>/u, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`)
        .replace('<w:sz w:val="22"/>', `<w:sz w:val="${2 * size}"/>`);
    const stamp: Block = { type: 'stamps', left: null, right: { lines: [[blank('post', 'Должность', 'text', 70)]] } };
    const file = await dressed(edited(await company(), { 'word/styles.xml': worn }), document([stamp]));
    const line = file.paragraphs.map(({ text }) => /_+/u.exec(text)?.[0] ?? '').find((one) => one !== '') ?? '';
    const length = (line.length * underscore * size * 25.4) / 72;
    expect(length).toBeGreaterThan(66);
    expect(length).toBeLessThan(72);
  });

  test('styles are found by their names, whatever their ids, and used as they are', async () => {
    const file = await dressed(await company());
    const used = new Map(file.paragraphs.map(({ text, style }) => [text, style]));
    expect(used.get('Общие положения')).toBe('1');
    expect(used.get('ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ')).toBe('a3');
    expect(used.get('уставом организации;')).toBe('a4');
    const heading = styleNamed(file, 'heading 1')!;
    expect(child(child(heading, 'w:rPr'), 'w:color')?.attributes).toEqual({ 'w:val': 'B22222', 'w:themeColor': 'accent1' });
    expect(child(child(heading, 'w:rPr'), 'w:rFonts')?.attributes['w:asciiTheme']).toBe('majorHAnsi');
    expect(child(file.part('word/styles.xml'), 'w:latentStyles')).toBeDefined();
    expect(file.source('word/theme/theme1.xml')).toContain('Liberation Sans Narrow');
  });

  test('what it lacks is added in its fonts, sizes and colours, under ids that are free', async () => {
    const file = await dressed(await company());
    const clause = styleNamed(file, 'Clause')!;
    expect(clause.attributes['w:styleId']).toBe('Clause-2');
    expect(val(child(clause, 'w:basedOn'))).toBe('a');
    const heading = styleNamed(file, 'heading 2')!;
    expect(child(child(heading, 'w:rPr'), 'w:color')?.attributes['w:val']).toBe('B22222');
    expect([...descendants(clause, 'w:rFonts'), ...descendants(clause, 'w:color')]).toEqual([]);
    // 12 pt of the profile are 11 pt of the company.
    expect(val(child(child(clause, 'w:rPr'), 'w:sz'))).toBe('22');
    // The company’s text begins with an indent; a cell must not.
    expect(child(child(styleNamed(file, 'Table Text'), 'w:pPr'), 'w:ind')?.attributes).toMatchObject({ 'w:left': '0', 'w:firstLine': '0' });
  });

  test('numbers stay those of the tree, bound to whatever style is the heading', async () => {
    for (const look of [gost, nl]) {
      const tree = everything();
      const file = await dressed(await company(), tree, look);
      const wanted = [...walk(tree.blocks)].flatMap((block) =>
        block.type === 'section'
          ? [[block.number, plainText(block.heading)]]
          : block.type === 'clause'
            ? [[block.number, plainText(block.content)]]
            : [],
      );
      const styles = ['heading 1', 'heading 2', 'Clause', 'Clause 2', 'List Bullet', 'List Number'].map(
        (name) => styleNamed(file, name)?.attributes['w:styleId'],
      );
      expect(
        file.paragraphs.filter(({ style }) => styles.slice(0, 4).includes(style ?? '')).map(({ number, text }) => [number, text]),
      ).toEqual(wanted);
      expect([...descendants(file.part('word/numbering.xml'), 'w:pStyle')].map(val)).toEqual([styles[0], ...styles.slice(2)]);
      expect(val(child(child(child(styleNamed(file, 'heading 1'), 'w:pPr'), 'w:numPr'), 'w:ilvl'))).toBe('0');
    }
  });

  test('the sheet is the company’s, and tables fill it', async () => {
    const file = await dressed(await company({ letter: true }));
    expect(child(sheetOf(file), 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '12240', 'w:h': '15840' });
    expect(child(sheetOf(file), 'w:pgMar')?.attributes).toMatchObject({
      'w:top': '1700',
      'w:left': '1400',
      'w:right': '1000',
      'w:header': '500',
    });
    for (const one of elements(file.body).filter(({ name }) => name === 'w:tbl'))
      expect(elements(child(one, 'w:tblGrid')!).reduce((sum, column) => sum + Number(column.attributes['w:w']), 0)).toBe(12240 - 2400);
  });

  test('fonts that it carries come along, unless they have the letters of its own text only', async () => {
    const carrying = await company({}, carriedFonts);
    const written = await writeDocx(everything(), gost, { reference: readReference(carrying) });
    const file = openDocx(written);
    const table = file.part('word/fontTable.xml');
    expect(elements(table).map(({ attributes }) => attributes['w:name'])).toEqual(['Firma']);
    const links = new Map(
      elements(file.part('word/_rels/fontTable.xml.rels')).map(({ attributes }) => [attributes.Id, `word/${attributes.Target}`]),
    );
    const used = [...descendants(table, 'w:embedRegular'), ...descendants(table, 'w:embedBold')];
    expect(
      used.map(({ attributes }) => [
        attributes['w:fontKey'],
        Buffer.from(unzipSync(written)[links.get(attributes['r:id']) ?? ''] ?? []).equals(fontBytes),
      ]),
    ).toEqual([
      [fontKey, true],
      [fontKey, true],
    ]);
    expect(file.source('word/settings.xml')).toContain('<w:embedTrueTypeFonts/>');
    expect((await dressed(await company())).source('word/settings.xml')).not.toContain('embedTrueTypeFonts');
    expect(refused(edited(carrying, { 'word/fonts/firma.odttf': null })).code).toBe('reference-damaged');
  });

  test('fonts that nothing in it names stay out', async () => {
    const carrying = await company({}, carriedFonts);
    const fonts = (from: string, to: string): string[] =>
      readReference(edited(carrying, { 'word/styles.xml': (part) => part.replaceAll(from, to) })).fonts.map(
        ({ entry }) => entry.attributes['w:name'] ?? '',
      );
    expect(fonts('"Firma"', '"FIRMA"')).toEqual(['Firma']);
    expect(fonts('"Firma"', '"Arial"')).toEqual([]);
  });

  test('headers and footers come along with their pictures', async () => {
    const file = await dressed(await company());
    expect(furniture(file)).toEqual(['header default', 'footer default']);
    expect(textOf(file.part('word/header1.xml'))).toBe('  ООО «Ромашка & Ко»');
    const [link] = elements(file.part('word/_rels/header1.xml.rels'));
    expect([...descendants(file.part('word/header1.xml'), 'a:blip')].map((one) => one.attributes['r:embed'])).toEqual([
      link?.attributes.Id,
    ]);
    expect([...descendants(file.part('word/header1.xml'), 'wp:docPr')].map((one) => one.attributes.descr)).toEqual(['Логотип «Ромашки»']);
    expect(
      unzipSync(await writeDocx(everything(), gost, { reference: readReference(await company()) }))[`word/${link?.attributes.Target}`],
    ).toEqual(new Uint8Array(logo));
  });

  test('our page number stays where the company has none', async () => {
    const own = await dressed(await company());
    expect(all(own).match(/\bPAGE\b/g)).toHaveLength(1);
    const russian = await dressed(await company({ numbered: false }));
    expect(furniture(russian)).toEqual(['header default', 'header first', 'footer default', 'footer first']);
    expect([1, 2].map((at) => russian.source(`word/header${at}.xml`).includes(' PAGE '))).toEqual([true, false]);
    expect([1, 2].map((at) => textOf(russian.part(`word/header${at}.xml`)).includes('Ромашка'))).toEqual([true, true]);
    const dutch = await dressed(await company({ furniture: false }), everything(), nl);
    expect(furniture(dutch)).toEqual(['header default', 'footer default']);
    expect(textOf(dutch.part('word/footer1.xml'))).toBe('1 / 1');
  });

  test('a first page and left pages of their own are kept', async () => {
    const made = await company(
      {},
      {
        'word/document.xml': (part) =>
          part
            .replace(/(<w:headerReference )w:type="default"( r:id="[^"]*"\/>)/, '$1w:type="default"$2$1w:type="first"$2$1w:type="even"$2')
            .replace(/<w:titlePg[^>]*>/, '')
            .replace('<w:docGrid', '<w:titlePg/><w:docGrid'),
        'word/settings.xml': (part) =>
          part
            .replace(/<w:evenAndOddHeaders[^>]*>/, '<w:evenAndOddHeaders/>')
            .replace('<w:displayBackgroundShape/>', '<w:displayBackgroundShape/><w:mirrorMargins/>'),
      },
    );
    const file = await dressed(made);
    expect(furniture(file)).toEqual(['header default', 'header first', 'header even', 'footer default']);
    expect(file.source('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(file.source('word/settings.xml')).toContain('<w:mirrorMargins/>');
    expect(file.paths.filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
    expect(faultsOf(file)).toEqual([]);
  });

  test('lines around the page are kept, pictures around it are not', async () => {
    const borders =
      '<w:pgBorders w:offsetFrom="page"><w:top w:val="single" w:sz="8" w:space="24" w:color="B22222"/><w:left w:val="custom" w:sz="31" w:space="24" r:id="art"/></w:pgBorders>';
    const file = await dressed(await company({}, { 'word/document.xml': (part) => part.replace(/(<w:pgMar [^>]*>)/, `$1${borders}`) }));
    expect(elements(child(sheetOf(file), 'w:pgBorders')!).map((one) => one.name)).toEqual(['w:top']);
    expect(faultsOf(file)).toEqual([]);
  });

  test('the language is that of the document', async () => {
    const file = await dressed(await company(), document([p('x')], { language: 'nl-NL' }));
    expect([...descendants(file.part('word/styles.xml'), 'w:lang')].map(val)).toEqual(['nl-NL']);
  });

  test('a document of ours, changed in Word, is a model too', async () => {
    const first = edited(await writeDocx(everything(), gost), {
      'word/styles.xml': (part) => part.replace(/(<w:style [^>]*w:styleId="Clause">.*?)<w:sz w:val="\d+"\/>/s, '$1<w:sz w:val="33"/>'),
    });
    const file = await dressed(first);
    expect(val(child(child(styleNamed(file, 'Clause'), 'w:rPr'), 'w:sz'))).toBe('33');
    expect(elements(file.part('word/styles.xml')).length).toBe(elements(openDocx(first).part('word/styles.xml')).length);
    expect(faultsOf(file)).toEqual([]);
  });

  test('the same bytes each time, and the reference as it was', async () => {
    const reference = readReference(await company());
    const before = JSON.stringify([reference.styles.sheet, reference.furniture]);
    const [first, second] = [await writeDocx(everything(), gost, { reference }), await writeDocx(everything(), gost, { reference })];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(JSON.stringify([reference.styles.sheet, reference.furniture])).toBe(before);
  });
});

describe('what stays behind', () => {
  test('nothing of the body, its comments and its properties', async () => {
    const file = await dressed(await company());
    expect(all(file)).not.toMatch(/Geheim|geheim|rsid/);
    expect(file.paths.filter((path) => /comments|customXml|vba|header2/.test(path))).toEqual([]);
  });

  test('links give their words, pictures no way out', async () => {
    const { text, file } = await headerOf(
      paragraph(
        `<w:hyperlink r:id="l">${words('romashka.example')}</w:hyperlink><w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>`,
      ),
      relationship('l', 'hyperlink', 'https://geheim.example', 'External'),
    );
    expect(text).toBe('romashka.example');
    expect(all(file)).not.toContain('geheim.example');
    expect(faultsOf(file)).toEqual([]);
  });

  test('fields that Word works out stay, those that repeat the old document are told the new', async () => {
    const { text, source } = await headerOf(
      paragraph(
        `${complex('TITLE', 'Geheime Vorlage')}${words(' | ')}${complex('STYLEREF "heading 1"', 'Geheimes Kapitel')}${complex('DOCPROPERTY Firma', 'Ромашка')}${complex('PAGE', '7')}<w:fldSimple w:instr=" AUTHOR ">${words('Frau Geheim')}</w:fldSimple>`,
      ),
    );
    expect(text).toBe('Должностная инструкция менеджера по продажам | Ромашка7ООО «Ромашка & Ко»');
    expect(source).toContain(' STYLEREF "heading 1" '.replaceAll('"', '&quot;'));
    expect(source).not.toMatch(/Geheim|DOCPROPERTY/);
  });

  test('a field inside a field stays whole or goes whole', async () => {
    const nested = (outer: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> ${outer} </w:instrText></w:r>${complex('PAGE', '2')}<w:r><w:instrText> &gt; 1 "x" </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>да</w:t><w:fldChar w:fldCharType="end"/></w:r>`;
    const kept = await headerOf(paragraph(nested('IF')));
    expect([kept.source.match(/fldCharType="begin"/g)?.length, kept.source.match(/fldCharType="end"/g)?.length]).toEqual([2, 2]);
    const gone = await headerOf(paragraph(nested('QUOTE')));
    expect([gone.text, gone.source.includes('fldChar')]).toEqual(['да', false]);
  });

  test('controls give their content; one bound to the title gives the title', async () => {
    const control = (properties: string, content: string): string =>
      `<w:sdt><w:sdtPr><w:id w:val="1"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const { text, source, file } = await headerOf(
      control(
        '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/>',
        paragraph(`${words('Geheime ')}${words('Vorlage')}`),
      ) + paragraph(control('<w:showingPlcHdr/><w:text/>', words('[Geheimer Platz]')) + control('<w:text/>', words('Ромашка'))),
    );
    expect(text).toBe('Должностная инструкция менеджера по продажамРомашка');
    expect(source).not.toMatch(/w:sdt|dataBinding|Geheim/);
    expect(faultsOf(file)).toEqual([]);
  });

  test('tracked changes are taken as accepted; embedded files and unknown pictures are left out', async () => {
    const { text, source, file } = await headerOf(
      paragraph(
        `<w:ins w:id="1" w:author="Geheim"><w:r><w:t>новое</w:t></w:r></w:ins><w:del w:id="2" w:author="Geheim"><w:r><w:delText>старое</w:delText></w:r></w:del>` +
          '<w:r><w:object><v:shape id="s" href="https://geheim.example"><v:imagedata r:id="p"/></v:shape><o:OLEObject Type="Embed" r:id="e"/></w:object></w:r><w:r><w:pict><v:shape id="t"><v:imagedata r:id="c"/></v:shape></w:pict></w:r>',
      ),
      relationship('p', 'image', 'media/p.png') +
        relationship('e', 'oleObject', 'embeddings/e.bin') +
        relationship('c', 'chart', 'charts/c.xml'),
      { 'word/media/p.png': logo },
    );
    expect(text).toBe('новое');
    expect(source).not.toMatch(/Geheim|geheim|OLEObject|"c"/);
    expect(faultsOf(file)).toEqual([]);
  });
});

describe('the same document written by another program', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const everyPart = (change: (part: string) => string): Edits =>
    Object.fromEntries(
      ['document', 'styles', 'settings', 'header1', 'footer1', 'theme/theme1'].map((name) => [`word/${name}.xml`, change]),
    );
  const strictly = (part: string): string =>
    part
      .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replace(/(<a:(?:lumMod|satMod|tint|shade|alpha) val=")(\d+)000"/g, '$1$2%"')
      .replaceAll('w:jc w:val="left"', 'w:jc w:val="start"')
      .replace(/(<w:ind[^>]*) w:left=/g, '$1 w:start=')
      .replace('<w:sz w:val="30"/>', '<w:sz w:val="15pt"/>')
      .replace('w:before="360"', 'w:before="18pt"')
      .replace('w:top="1700"', 'w:top="85pt"');
  /** Without what declares the prefixes, and without the place where it stands. */
  const bare = (file: OpenedDocx): string[] =>
    file.paths
      .filter((path) => path.endsWith('.xml'))
      .map((path) => `${path} ${file.source(path).replace(/ (xmlns(:\w+)?|mc:Ignorable)="[^"]*"/g, '')}`);

  test.each([
    [
      'with other prefixes',
      (part: string) => part.replace(/(<\/?|\s)(w|r|a|wp|pic):|xmlns:(w|r|a|wp|pic)=/g, (found) => found.replace(/\w+(?=[:=]$)/, 'of-$&')),
    ],
    [
      'without prefixes',
      (part: string) => (part.includes('<w:') ? part.replace(/(<\/?)w:/g, '$1').replace(`xmlns:w="${word}"`, `$& xmlns="${word}"`) : part),
    ],
    ['in the strict form', strictly],
  ])('%s gives the same look', async (_, change) => {
    const usual = await company();
    const other = edited(usual, everyPart(change));
    expect(unzipSync(other)).not.toEqual(unzipSync(usual));
    expect(bare(await dressed(other))).toEqual(bare(await dressed(usual)));
  });

  test('names the prefixes that it may do without by their new names', async () => {
    const odd =
      '<x:styles xmlns:x="W" xmlns:y="urn:w14" xmlns:w="urn:other" xmlns:c="MC" c:Ignorable="y w"><x:style w:note="1"/></x:styles>';
    const root = parseXml(
      odd
        .replace('W', word)
        .replace('urn:w14', 'http://schemas.microsoft.com/office/word/2010/wordml')
        .replace('MC', 'http://schemas.openxmlformats.org/markup-compatibility/2006'),
      () => {
        throw new Error('damaged');
      },
    );
    expect([root.name, root.attributes['mc:Ignorable'], root.attributes['xmlns:ns4']]).toEqual(['w:styles', 'w14 ns4', 'urn:other']);
    expect(root.children).toEqual([{ name: 'w:style', attributes: { 'ns4:note': '1' }, children: [] }]);
  });
});

describe('a measure', () => {
  test.each([
    ['w:tcW', { 'w:w': '100.0', 'w:type': 'dxa' }, { 'w:w': '100', 'w:type': 'dxa' }],
    ['w:tblW', { 'w:w': '50%', 'w:type': 'pct' }, { 'w:w': '2500', 'w:type': 'pct' }],
    ['w:tblW', { 'w:w': '100%' }, { 'w:w': '5000', 'w:type': 'pct' }],
    ['w:tblInd', { 'w:w': '-5.4pt', 'w:type': 'dxa' }, { 'w:w': '-108', 'w:type': 'dxa' }],
    ['w:spacing', { 'w:before': '12pt', 'w:after': '-5', 'w:line': '1in' }, { 'w:before': '240', 'w:line': '1440' }],
    ['w:ind', { 'w:left': '1cm', 'w:right': '-20', 'w:hanging': '-20' }, { 'w:left': '567', 'w:right': '-20' }],
    ['w:sz', { 'w:val': '11.5' }, { 'w:val': '12' }],
    ['w:sz', { 'w:val': '12pt' }, { 'w:val': '24' }],
    ['w:sz', { 'w:val': 'NaN' }, null],
    ['w:tab', { 'w:val': 'left', 'w:pos': 'auto' }, null],
    ['w:top', { 'w:val': 'single', 'w:sz': '4.0', 'w:space': '1.0' }, { 'w:val': 'single', 'w:sz': '4', 'w:space': '1' }],
    ['w:gridCol', { 'w:w': '1234.56' }, { 'w:w': '1235' }],
    ['w:w', { 'w:val': '90%' }, { 'w:val': '90' }],
    ['w:top', { 'w:val': 'single', 'w:sz': '4' }, { 'w:val': 'single', 'w:sz': '4' }],
    ['w:t', { 'w:val': '1.5' }, { 'w:val': '1.5' }],
  ])('%s %j becomes %j', (name, attributes, becomes) => {
    expect(withMeasures({ name, attributes, children: [] })?.attributes ?? null).toEqual(becomes);
  });

  test('of a company that nobody can read is not copied', async () => {
    const odd = edited(await company(), {
      'word/styles.xml': (part) =>
        part
          .replace('w:after="160"', 'w:after="160.0"')
          .replace('w:w="108"', 'w:w="5.4pt"')
          .replace('<w:sz w:val="40"/>', '<w:sz w:val="x"/>'),
    });
    const styles = (await dressed(odd)).source('word/styles.xml');
    expect(styles).toContain('w:after="160"');
    expect(styles).toContain('<w:left w:w="108"');
    expect(styles).not.toMatch(/w:\w+="[^"]*(\d\.\d|pt|x)"/);
  });
});

describe('is refused', () => {
  const cfb = (name: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(600)]);
  const zip = (parts: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

  test.each([
    ['a document of Word 97', cfb('WordDocument'), 'reference-not-docx', { found: 'doc' }],
    ['a document with a password', cfb('EncryptedPackage'), 'reference-encrypted', {}],
    ['another old file of Office', cfb('Workbook'), 'reference-not-docx', { found: 'other' }],
    ['a PDF file', strToU8('%PDF-1.7\n'), 'reference-not-docx', { found: 'pdf' }],
    ['an RTF file', strToU8('{\\rtf1 }'), 'reference-not-docx', { found: 'rtf' }],
    ['an empty file', new Uint8Array(), 'reference-not-docx', { found: 'empty' }],
    ['a text', strToU8('Должностная инструкция\r\n'), 'reference-not-docx', { found: 'text' }],
    ['a text of an old Windows', Buffer.from('c4eeebe6edeef1f2fc0d0a', 'hex'), 'reference-not-docx', { found: 'text' }],
    ['a text in UTF-16', Buffer.from('\ufeffFunctie', 'utf16le'), 'reference-not-docx', { found: 'text' }],
    ['a page', strToU8('\ufeff\n<html xmlns:w="urn:schemas-microsoft-com:office:word">'), 'reference-not-docx', { found: 'html' }],
    ['a page that is XML', strToU8('<?xml version="1.0"?>\n<html>'), 'reference-not-docx', { found: 'html' }],
    ['a document of Word 2003 in XML', strToU8('<?xml version="1.0"?><w:wordDocument/>'), 'reference-not-docx', { found: 'xml' }],
    ['bytes', Uint8Array.from([1, 2, 3]), 'reference-not-docx', { found: 'other' }],
    [
      'an OpenDocument file',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'reference-not-docx',
      { found: 'odt' },
    ],
    ['a workbook', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), 'reference-not-docx', { found: 'xlsx' }],
    ['any other archive', zip({ 'a.txt': 'a' }), 'reference-not-docx', { found: 'other' }],
    ['too large a file', new Uint8Array((20 << 20) + 1), 'reference-too-large', { what: 'packed', limit: 20 }],
    [
      'too many parts',
      zip(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`p${at}`, '']))),
      'reference-too-large',
      { what: 'entries', limit: 2000 },
    ],
  ])('%s', (_, bytes, code, args) => {
    expect(refused(bytes)).toMatchObject({ code, args });
  });

  test('a bomb, before it goes off', async () => {
    /** The file with another size of its styles in the directory of the archive, and before the part itself. */
    const claiming = (file: Uint8Array, size: number): Uint8Array => {
      const claims = Buffer.from(file);
      for (let at = claims.indexOf('word/styles.xml'); at >= 0; at = claims.indexOf('word/styles.xml', at + 1)) {
        if (claims.readUInt32LE(at - 46) === 0x02014b50) claims.writeUInt32LE(size, at - 46 + 24);
        else claims.writeUInt32LE(size, at - 30 + 22);
      }
      return claims;
    };
    const plain = await company();
    expect(refused(claiming(plain, 101 << 20))).toMatchObject({ code: 'reference-too-large', args: { what: 'unpacked' } });
    expect(refused(claiming(plain, 9 << 20))).toMatchObject({ code: 'reference-too-large', args: { what: 'part', limit: 8 } });
    // The directory may lie about the size: no more than it says comes out.
    expect(refused(claiming(edited(plain, { 'word/styles.xml': `<w:styles>${' '.repeat(4 << 20)}</w:styles>` }), 100))).toMatchObject({
      code: 'reference-damaged',
    });
  });

  test('macros, by whatever they give themselves away', async () => {
    const plain = await company();
    expect(refused(edited(plain, { 'word/vbaProject.bin': new Uint8Array(10) }))).toMatchObject({
      code: 'reference-macros',
      args: { found: 'macros' },
    });
    expect(
      refused(
        edited(plain, {
          '[Content_Types].xml': (part) =>
            part.replace(
              'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
              'application/vnd.ms-word.document.macroEnabled.main+xml',
            ),
        }),
      ),
    ).toMatchObject({ code: 'reference-macros', args: { found: 'kind' } });
  });

  test('what is damaged, with the name of the part', async () => {
    const plain = await company();
    expect(refused(plain.slice(0, plain.length / 2))).toMatchObject({ code: 'reference-damaged', args: { part: 'ZIP' } });
    const cases: [Edits, string][] = [
      [{ 'word/styles.xml': '<w:styles><w:style></w:styles>' }, 'word/styles.xml'],
      [{ 'word/styles.xml': Buffer.from([0x3c, 0xff, 0xfe, 0x41]) }, 'word/styles.xml'],
      [{ 'word/styles.xml': `<w:styles>${'<w:style>'.repeat(300)}${'</w:style>'.repeat(300)}</w:styles>` }, 'word/styles.xml'],
      [{ 'word/document.xml': (part) => part.slice(0, -20) }, 'word/document.xml'],
      [{ 'word/document.xml': null }, 'word/document.xml'],
      [{ 'word/header1.xml': '<x/>' }, 'word/header1.xml'],
      [{ 'word/document.xml': (part) => part.replace(/w:left="1400"/, 'w:left="9999"') }, 'word/document.xml'],
    ];
    for (const [edits, part] of cases) expect(refused(edited(plain, edits))).toMatchObject({ code: 'reference-damaged', args: { part } });
    const image = Object.keys(unzipSync(plain)).find((path) => path.startsWith('word/media/'))!;
    expect(refused(edited(plain, { [image]: null }))).toMatchObject({ code: 'reference-damaged', args: { part: image } });
  });

  test('whatever is spoilt in a file, it is refused or the document is whole', async () => {
    const plain = await company();
    const parts = unzipSync(plain);
    const paths = Object.keys(parts);
    const cut = fc.tuple(fc.nat(paths.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60)).map(([which, where, length]) => {
      const path = paths[which]!;
      const part = parts[path]!;
      const at = Math.floor(where * part.length);
      return edited(plain, { [path]: Buffer.concat([part.subarray(0, at), part.subarray(at + length)]) });
    });
    const flipped = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }).map((bytes) => {
      const spoilt = plain.slice();
      for (const [at, byte] of bytes) spoilt[at] = byte;
      return spoilt;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, flipped), async (bytes) => {
        try {
          expect(faultsOf(await dressed(bytes))).toEqual([]);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: runs(40) },
    );
  }, 60_000);

  test('a document type, wherever it stands', async () => {
    for (const path of [
      'word/styles.xml',
      'word/document.xml',
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/header1.xml',
      'word/theme/theme1.xml',
    ])
      expect(
        refused(await company({}, { [path]: (part) => part.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE x [<!ENTITY a "aaaa">]>') })),
      ).toMatchObject({ code: 'reference-doctype', args: { part: path } });
  });

  test('headers that need something outside the file', async () => {
    const linked = header(
      paragraph('<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>'),
      relationship('x', 'image', 'https://example.com/logo.png', 'External'),
    );
    expect(refused(await company({}, linked))).toMatchObject({
      code: 'reference-linked',
      args: { part: 'word/header1.xml', target: 'https://example.com/logo.png' },
    });
    for (const field of ['INCLUDEPICTURE "https://example.com/x.png"', 'DDEAUTO c:\\\\cmd.exe', 'INCLUDETEXT "c:\\\\secret.docx"'])
      expect(refused(await company({}, header(paragraph(complex(field, 'x'))))).code).toBe('reference-linked');
  });
});

describe('the file', () => {
  test('is whole without a reference too', async () => {
    for (const look of ['gost-2025', 'gost-2016', 'nl', 'uk', 'us'].map(theme))
      expect(faultsOf(openDocx(await writeDocx(everything(), look)))).toEqual([]);
  });

  test.each<[string, string, (part: string) => string, RegExp]>([
    [
      'a style that is not there',
      'word/document.xml',
      (part) => part.replace('w:pStyle w:val="Clause"', 'w:pStyle w:val="Klausel"'),
      /no paragraph style Klausel/,
    ],
    [
      'a style of another kind',
      'word/document.xml',
      (part) => part.replace('w:pStyle w:val="Clause"', 'w:pStyle w:val="TableGrid"'),
      /no paragraph style TableGrid/,
    ],
    [
      'a base that is not there',
      'word/styles.xml',
      (part) => part.replace('w:basedOn w:val="Normal"', 'w:basedOn w:val="Nichts"'),
      /leads to Nichts/,
    ],
    [
      'two styles of one name',
      'word/styles.xml',
      (part) => part.replace('w:val="Clause 2"', 'w:val="clause"'),
      /two styles named paragraph clause/,
    ],
    [
      'a numbering that is not there',
      'word/document.xml',
      (part) => part.replace(/w:numId w:val="\d+"/, 'w:numId w:val="99"'),
      /no numbering 99/,
    ],
    ['a cell too few', 'word/document.xml', (part) => part.replace(/<w:tc>(?:(?!<\/w:tc>)[^])*<\/w:tc>/, ''), /cells in/],
    [
      'an empty cell',
      'word/document.xml',
      (part) => part.replace(/(<w:tc>(?:(?!<w:p>)[^])*)<w:p>(?:(?!<\/w:tc>)[^])*<\/w:tc>/, '$1</w:tc>'),
      /without a paragraph/,
    ],
    ['two controls of one id', 'word/document.xml', (part) => part.replace(/<w:id w:val="2"\/>/, '<w:id w:val="1"/>'), /two controls 1/],
    ['no language', 'word/styles.xml', (part) => part.replace('w:lang w:val="ru-RU"', 'w:lang w:val="russian"'), /language russian/],
    [
      'a part that is not there',
      'word/_rels/document.xml.rels',
      (part) => part.replace('"header1.xml"', '"header9.xml"'),
      /no part header9/,
    ],
  ])('the checks find %s', async (_, path, edit, fault) => {
    const bytes = await writeDocx(everything(), gost);
    const spoilt = edited(bytes, { [path]: edit });
    expect(strFromU8(unzipSync(spoilt)[path]!)).not.toBe(strFromU8(unzipSync(bytes)[path]!));
    expect(faultsOf(openParts(spoilt)).join('\n')).toMatch(fault);
  });

  test('blanks and headings work as ever', async () => {
    const file = await dressed(await company(), document([section('a', '1.', 'Раздел', p(['№ ', blank('n', 'Номер', 'text', 30)]))]));
    expect(
      [...descendants(file.body, 'w:sdt')].map((one) => [
        child(child(one, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined,
        /^_+$/.test(textOf(one)),
      ]),
    ).toEqual([[true, true]]);
    expect(val(child(child(styleNamed(file, 'heading 1'), 'w:pPr'), 'w:outlineLvl'))).toBe('0');
  });
});
