import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, describe, expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { text } from '../src/document/document.js';
import type { Document, Figure } from '../src/document/document.js';
import { layoutDocument } from '../src/layout/layout.js';
import { element } from '../src/layout/structure.js';
import { paintPdf, writePdf } from '../src/write/pdf.js';
import { box, clause, dashes, document, everything, p, section, table } from './builders.js';
import { fonts, theme } from './paper.js';
import { jpegOf } from './jpeg.js';
import { png } from './png.js';
import { objectsOf } from './written-pdf.js';

const gost = theme('gost-2025');
const write = (paper: Document): Promise<Uint8Array> => writePdf(paper, gost, fonts);
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const raw = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The contents of all compressed streams. */
const streamsOf = (bytes: Uint8Array): string[] =>
  [...raw(bytes).matchAll(/\/Filter \/FlateDecode\n>>\nstream\n(.*?)\nendstream/gsu)].map(([, data]) =>
    inflateSync(Buffer.from(data ?? '', 'latin1')).toString('latin1'),
  );

/** The text of all pages, lines apart. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await open(bytes);
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  return text;
}

interface Heard {
  role?: string;
  alt?: string;
  children?: Heard[];
}

const outline = ({ role, alt, children = [] }: Heard): string => {
  const inside = children
    .filter((child) => child.role)
    .map(outline)
    .join(' ');
  return `${role ?? ''}${alt ? `“${alt}”` : ''}${inside && `(${inside})`}`;
};

test('an abbreviation says what it stands for, and is found and copied as it is written', async () => {
  const content = [text('согласно '), { ...text('ст.'), expansion: 'статья' }, text('\u00A057')];
  const paper = document([{ ...p(''), content }]);
  const meaning = Buffer.from('\uFEFFстатья', 'utf16le').swap16().toString('latin1');
  for (const profile of ['1a', '2a', '3a'] as const) {
    const bytes = await writePdf(paper, gost, fonts, { profile });
    const spans = objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/S /Span'));
    expect(
      spans.map(({ dictionary }) => dictionary.includes(`/E (${meaning})`)),
      profile,
    ).toEqual([true]);
    expect(
      streamsOf(bytes).some((stream) => stream.includes('/Span <<') && stream.includes(meaning)),
      profile,
    ).toBe(profile === '1a');
    expect(await textOf(bytes)).toContain('согласно ст. 57');
  }
});

test('words in another language say so, and abbreviations stay in that of the document', async () => {
  const content = [text('Ведёт учёт в «Microsoft Excel» и ведёт '), { ...text('CRM'), expansion: 'система учёта клиентов' }];
  for (const profile of ['1a', '2a'] as const) {
    const bytes = await writePdf(document([{ ...p(''), content }]), gost, fonts, { profile });
    const page = streamsOf(bytes).find((stream) => stream.includes(' TJ')) ?? '';
    expect(page.match(/\/Lang \(en-US\)/gu)).toHaveLength(1);
    expect((await textOf(bytes)).replace(/\s+/gu, ' ')).toContain('в «Microsoft Excel» и ведёт CRM');
    const tree = (await (await (await open(bytes)).getPage(1)).getStructTree()) as Heard;
    expect(tree.children?.[0]?.children?.map((child) => `${child.role ?? ''} ${child.children?.length ?? 0}`)).toEqual(['P 4']);
  }
});

describe('a PDF', () => {
  test('says in its metadata what it is, whatever characters that needs', async () => {
    const bytes = await write(everything());
    const pdf = await open(bytes);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Должностная инструкция менеджера по продажам',
      Author: 'ООО «Ромашка & Ко»',
      Subject: 'Должностная инструкция',
      Keywords: 'менеджер по продажам',
      Creator: 'Rolewright',
      Language: 'ru-RU',
      PDFFormatVersion: '1.7',
    });
    expect(metadata.get('dc:title')).toBe('Должностная инструкция менеджера по продажам');
    expect(metadata.get('dc:creator')).toEqual(['ООО «Ромашка & Ко»']);
    const xmp = Buffer.from(bytes).toString('utf8');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('ООО «Ромашка &amp; Ко»');
    expect(raw(bytes)).toContain('/DisplayDocTitle true');
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  });

  test('leaves out what the document does not say', async () => {
    const { info } = await (await open(await write(document([p('Текст.')], { author: '', keywords: [] })))).getMetadata();
    expect(info).not.toHaveProperty('Author');
    expect(info).not.toHaveProperty('Keywords');
  });

  test('gives the words back, with spaces and the letters as they were', async () => {
    const text = (await textOf(await write(everything()))).replace(/\s+/gu, ' ');
    expect(text).toContain(
      '2.1.1. Ищет потенциальных клиентов и оценивает их потребность в товаре, сроки закупки и платёжеспособность до первой встречи.',
    );
    expect(text).toContain('(фамилия, инициалы)');
  });

  test('keeps a hyphen a hyphen though a soft hyphen has the same glyph', async () => {
    const words = 'Разрабатывает бизнес-планы, осуществляет взаимодействие с подразделениями предприятия. '.repeat(6).trim();
    const bytes = await write(document([p(words)]));
    const text = await textOf(bytes);
    expect(text).toContain('бизнес-планы');
    // The map from glyphs to characters knows both.
    const [map] = streamsOf(bytes).filter((stream) => stream.includes('begincmap'));
    expect(map).toContain('<002d>');
    expect(map).toContain('<00ad>');
  });

  test('is heard in the order of the tree', async () => {
    const pdf = await open(await write(everything()));
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Heard;
    const heard = outline(tree.children?.[0] ?? {});
    expect(heard).toMatch(/^Document\(Div\(P P P P\(Form“Подпись”\) P\(Form“Дата”\)\) H1 P\(Form“Номер”\) Sect\(H2 L\(LI\(Lbl LBody\)/u);
    expect(heard).toContain('Table(TR(TH TH TH) TR(TD TD TD) TR(TD TD TD(Form“Клиенту позвонили”)))');
    expect(heard).toMatch(/Div\(P P\(Form“Подпись работника”\) P P\(Form“Фамилия и инициалы”\) P P\(Form“Дата”\) P\)\)$/u);
  });

  test('keeps text and blanks of one paragraph in their order', async () => {
    const pdf = await open(await write(document([p(['до ', box('a', 'Согласен'), ' после'])])));
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Heard;
    const paragraph = tree.children?.[0]?.children?.[0];
    expect(paragraph?.children?.map((child) => child.role ?? 'text')).toEqual(['text', 'Form', 'text']);
  });

  test('has bookmarks that lead to their pages', async () => {
    const long = Array.from({ length: 60 }, (_, at) => clause(`c${at}`, `1.${at + 1}.`, 'Ведёт переговоры.', dashes('с клиентами.')));
    const pdf = await open(await write(document([section('a', '1.', 'Обязанности', ...long), section('b', '2.', 'Права', p('Вправе.'))])));
    const marks = await pdf.getOutline();
    expect(marks.map((mark) => mark.title)).toEqual(['1. Обязанности', '2. Права']);
    const pageOf = async (at: number): Promise<number> => pdf.getPageIndex((marks[at]?.dest as [{ num: number; gen: number }])[0]);
    expect(await pageOf(0)).toBe(0);
    expect(await pageOf(1)).toBe(pdf.numPages - 1);
  });

  test('says which cells are heads, and of what', async () => {
    const text = raw(
      await write(document([table('t', [1, 1], ['А', 'Б'], ['1', '2']), { type: 'facts', rows: [{ label: [], value: [] }] }])),
    );
    expect(text.match(/\/Scope \/Column/gu)).toHaveLength(2);
    expect(text.match(/\/Scope \/Row/gu)).toHaveLength(1);
  });

  test('embeds only what it uses and stays small', async () => {
    const bytes = await write(everything());
    const names = [...raw(bytes).matchAll(/\/BaseFont \/(\S+)/gu)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set([expect.stringMatching(/^[A-Z]{6}\+Tinos-Regular$/u), expect.stringMatching(/^[A-Z]{6}\+Tinos-Bold$/u)]),
    );
    expect(bytes.length).toBeLessThan(60_000);
    expect(raw(bytes)).not.toContain('Helvetica');
  });
});

describe('the same document', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('gives the same bytes again, in any time zone', async () => {
    const first = await write(everything());
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await write(everything());
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe('an image', () => {
  const figure = (data: Uint8Array, format: Figure['format'] = 'png'): Figure => ({
    type: 'figure',
    data,
    format,
    width: 40,
    height: 20,
    alt: 'Знак организации',
    align: 'right',
  });

  test('is heard by its description and knows its place', async () => {
    const bytes = await write(document([figure(png(6)), figure(png(6))]));
    const pdf = await open(bytes);
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Heard;
    expect(outline(tree)).toContain('Document(Figure“Знак организации” Figure“Знак организации”)');
    expect(raw(bytes)).toMatch(/\/BBox \[453\.54 728\.5 566\.93 785\.2\]/u);
    expect(Buffer.compare(bytes, await write(document([figure(png(6)), figure(png(6))])))).toBe(0);
  });

  test.each([
    ['damaged', png(6).fill(7, 60), 'png'],
    ['damaged', png(2).fill(7, 50, 60), 'png'],
    ['damaged', new Uint8Array([0xff, 0xd8, 0, 0]), 'jpeg'],
    ['damaged', new TextEncoder().encode('<svg/>'), 'png'],
    ['cmyk', jpegOf({ colors: 4 }), 'jpeg'],
  ] as const)('that is %s is refused', async (reason, data, format) => {
    const refusal = await write(document([figure(data, format)])).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).diagnostics).toMatchObject([{ code: 'image-unusable', args: { reason, text: 'Знак организации' } }]);
  });
});

describe('a failure', () => {
  test('of the fonts is a refusal', async () => {
    await expect(write(document([p('☑')]))).rejects.toBeInstanceOf(Refusal);
  });

  test('of the structure is an error and not an endless wait', async () => {
    const paper = document([p('Текст.')]);
    const layout = layoutDocument(paper, gost, fonts);
    const stray = element('P', null);
    for (const one of layout.pages[0]?.boxes ?? []) one.mark = stray;
    await expect(paintPdf(layout, paper)).rejects.toThrow(/P element/u);
  });
});
