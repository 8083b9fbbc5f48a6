/** What each profile promises, as far as the file itself shows it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Document, Figure } from '../src/document/document.js';
import { pdfProfiles } from '../src/write/pdf/profile.js';
import type { PdfOptions } from '../src/write/pdf/profile.js';
import { writePdf } from '../src/write/pdf.js';
import { document, everything, p } from './builders.js';
import { fonts, theme } from './paper.js';
import { png, pngWithPalette } from './png.js';
import { objectsOf, referred } from './written-pdf.js';
import type { WrittenObject } from './written-pdf.js';

const write = (options: PdfOptions, paper: Document = everything()): Promise<Uint8Array> =>
  writePdf(paper, theme('gost-2025'), fonts, options);
const figure = (data: Uint8Array): Figure => ({
  type: 'figure',
  data,
  format: 'png',
  width: 40,
  height: 20,
  alt: 'Знак организации',
  align: 'right',
});
const attachment = {
  name: 'роль.json',
  bytes: new TextEncoder().encode('{"роль":"менеджер"}'),
  description: 'Роль, по которой сделан документ',
  mime: 'application/json',
};

const typed = (objects: WrittenObject[], type: string): WrittenObject[] =>
  objects.filter((one) => new RegExp(`/Type /${type}$`, 'mu').test(one.dictionary));

/** The codes of all letters that a content stream shows, two bytes each. */
const shownCodes = (stream: string): string[] =>
  [...stream.matchAll(/\[((?:\((?:\\.|[^\\)])*\)|[^()[\]])*)\] TJ/gsu)].flatMap(([, strings = '']) =>
    [...strings.matchAll(/\(((?:\\.|[^\\)])*)\)/gsu)].flatMap(([, string = '']) => string.replace(/\\(.)/gsu, '$1').match(/../gsu) ?? []),
  );

describe.each([{ flat: false }, { flat: true }])('every profile, flat: $flat', ({ flat }) => {
  test.each(pdfProfiles)('%s says what it is', async (profile) => {
    const bytes = await write({ profile, flat });
    const objects = objectsOf(bytes);
    const xmp = Buffer.from(bytes).toString('utf8');
    expect(xmp).toContain(`<pdfaid:part>${profile.charAt(0)}</pdfaid:part>`);
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp.slice(0, 8)).toBe(profile === '1a' ? '%PDF-1.4' : '%PDF-1.7');
    const [catalogue] = typed(objects, 'Catalog');
    expect(catalogue?.dictionary).toMatch(/\/Lang \(ru-RU\)/u);
    expect(catalogue?.dictionary).toMatch(/\/MarkInfo/u);
    expect(catalogue?.dictionary).toMatch(/\/OutputIntents/u);
    for (const page of typed(objects, 'Page')) expect(page.dictionary).toContain('/Tabs /S');
  });

  test.each(pdfProfiles)('%s has nothing that it forbids', async (profile) => {
    const bytes = await write({ profile, flat });
    const dictionaries = objectsOf(bytes)
      .map((one) => one.dictionary)
      .join('\n');
    expect(dictionaries).not.toMatch(/\/(JavaScript|JS|NeedAppearances|Encrypt|LZWDecode|Type3|XFA|AA|EmbeddedFiles|SMask)\b/u);
    expect(dictionaries).not.toContain('Helvetica');
  });

  test.each(pdfProfiles)('%s knows the width of every glyph in its fonts, and no letter is missing', async (profile) => {
    const objects = objectsOf(await write({ profile, flat }));
    const descriptors = typed(objects, 'FontDescriptor');
    expect(descriptors.length).toBeGreaterThan(1);
    for (const descriptor of descriptors) {
      const program = referred(objects, descriptor, 'FontFile2');
      const glyphs = glyphCount(program?.stream ?? '');
      const font = objects.find((one) => one.dictionary.includes(`/FontDescriptor ${descriptor.number} 0 R`));
      const widths = /\/W \[0 \[([^\]]*)\]\]/u.exec(font?.dictionary ?? '')?.[1]?.split(' ') ?? [];
      expect(widths).toHaveLength(glyphs);
      for (const width of widths) expect(width).toMatch(/^[\d.]+$/u);
      expect(font?.dictionary).toContain('/CIDToGIDMap /Identity');
      const set = referred(objects, descriptor, 'CIDSet');
      expect(set !== undefined).toBe(profile === '1a');
      if (set) expect(bitsOf(set.stream ?? '')).toEqual(Array.from({ length: glyphs }, (_, glyph) => glyph));
    }
    // The first glyph of every font stands for all that the font lacks.
    const shown = objects.flatMap(({ stream }) => shownCodes(stream ?? ''));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown).not.toContain('\0\0');
  });

  test.each(pdfProfiles)('%s gives the same bytes again', async (profile) => {
    expect(Buffer.compare(await write({ profile, flat, attachment }), await write({ profile, flat, attachment }))).toBe(0);
  });
});

describe('an image', () => {
  test('is put on white where the profile knows no transparency', async () => {
    const paper = document([p('Текст.'), figure(png(6)), figure(pngWithPalette())]);
    const images = (bytes: Uint8Array): WrittenObject[] => objectsOf(bytes).filter((one) => one.dictionary.includes('/Subtype /Image'));
    expect(images(await write({ profile: '2a' }, paper)).filter((one) => one.dictionary.includes('/SMask'))).toHaveLength(2);
    const [colours, palette, ...more] = images(await write({ profile: '1a' }, paper));
    expect(more).toEqual([]);
    for (const image of [colours, palette]) {
      expect(image?.dictionary).not.toContain('SMask');
      expect(image?.dictionary).toContain('/ColorSpace /DeviceRGB');
    }
    const row = [227, 127, 127, 0, 200, 0].join();
    expect([...Buffer.from(colours?.stream ?? '', 'latin1')].join()).toBe(`${row},${row}`);
    expect([...Buffer.from(palette?.stream ?? '', 'latin1')]).toEqual([
      0, 0, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0,
    ]);
  });
});

describe('the source of a document', () => {
  test('is attached to the profile that may carry it', async () => {
    const bytes = await write({ profile: '3a', attachment });
    const attachments = (await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array; description: string }
    >;
    const [file, ...more] = Object.values(attachments);
    expect(more).toEqual([]);
    expect(file).toMatchObject({ filename: 'роль.json', description: 'Роль, по которой сделан документ' });
    expect(new TextDecoder().decode(file?.content)).toBe('{"роль":"менеджер"}');
    const objects = objectsOf(bytes);
    const [catalogue] = typed(objects, 'Catalog');
    const specification = catalogue && referred(objects, catalogue, 'AF');
    expect(specification?.dictionary).toContain('/AFRelationship /Source');
    const embedded = specification && referred(objects, specification, 'F');
    expect(typed(objects, 'EmbeddedFile')).toHaveLength(1);
    expect(typed(objects, 'EmbeddedFile')[0]?.dictionary).toMatch(
      /\/Subtype \/application#2Fjson\n\/Params <<\n\/ModDate \(D:20000101000000Z\)\n\/Size \d+/u,
    );
    expect(embedded).toBeDefined();
  });

  test.each(['1a', '2a'] as const)('is left out of %s', async (profile) => {
    expect(Buffer.compare(await write({ profile, attachment }), await write({ profile }))).toBe(0);
  });
});

/** How many glyphs a TrueType program has, by its table `maxp`. */
function glyphCount(program: string): number {
  const bytes = Buffer.from(program, 'latin1');
  const tables = bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16)
    if (bytes.toString('latin1', at, at + 4) === 'maxp') return bytes.readUInt16BE(bytes.readUInt32BE(at + 8) + 4);
  return 0;
}

/** The places of the bits that are set, counted from the highest bit of the first byte. */
const bitsOf = (stream: string): number[] =>
  [...Buffer.from(stream, 'latin1')].flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => 8 * at + bit),
  );
