/** Pictures: what their files say before anything is unpacked, what is handed on, and how they are turned. */
import { describe, expect, it, test } from 'vitest';
import { openKept } from '../src/content/kept.js';
import type { Kept } from '../src/content/kept.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Document, Figure, Orientation } from '../src/document/document.js';
import { layoutDocument } from '../src/layout/layout.js';
import { withOrientation } from '../src/picture/jpeg.js';
import { readPicture } from '../src/picture/picture.js';
import { pixelsOf } from '../src/picture/pixels.js';
import { readPng } from '../src/picture/png.js';
import { imageMatrix } from '../src/write/pdf/image.js';
import { writeDocx } from '../src/write/docx.js';
import { writeHtml } from '../src/write/html.js';
import { openPdfMemory, paintPdf, writePdf } from '../src/write/pdf.js';
import { document, p } from './builders.js';
import { bytes, exif, four, jpegOf, segment } from './jpeg.js';
import { fonts, theme } from './paper.js';
import { chunk, png, pngOf, pngWithPalette } from './png.js';
import { openDocx } from './opened-docx.js';
import { objectsOf } from './written-pdf.js';

const nl = theme('nl');
const tried = (data: Uint8Array): unknown => {
  const found = readPicture(data);
  return typeof found === 'string' ? found : [found.format, found.width, found.height, found.orientation, found.colors];
};

describe('a picture', () => {
  it.each([
    ['a PNG', png(6), ['png', 2, 2, 1, 3]],
    ['a JPEG', jpegOf({}), ['jpeg', 30, 20, 1, 3]],
    ['a progressive JPEG in grey', jpegOf({ frame: 0xc2, colors: 1 }), ['jpeg', 30, 20, 1, 1]],
    ['a JPEG for presses', jpegOf({ colors: 4 }), ['jpeg', 30, 20, 1, 4]],
    ['a JPEG that is turned', jpegOf({ before: [segment(0xe1, bytes('Exif\0\0', exif(6)))] }), ['jpeg', 20, 30, 6, 3]],
    ['a PNG of 900 million pixels in one row of data', pngOf({ width: 30_000, height: 30_000 }), 'pixels'],
    ['a JPEG of as many', jpegOf({ width: 30_000, height: 30_000 }), 'pixels'],
    ['a PNG whose pixels are more than it says', pngOf({ rows: Array.from({ length: 5_000 }, () => 0) }), 'damaged'],
    ['a PNG whose pixels are fewer', pngOf({ rows: [0, 1] }), 'damaged'],
    ['a PNG cut short', png(2).subarray(0, -20), 'damaged'],
    ['a JPEG cut short', jpegOf({}).subarray(0, -17), 'damaged'],
    ['a PNG with a wrong sum', png(2).map((byte, at, all) => (at === all.length - 14 ? byte ^ 1 : byte)), 'damaged'],
    ['a PNG without its palette', pngOf({ type: 3 }), 'damaged'],
    ['a PNG of no such kind', pngOf({ type: 2, bits: 4 }), 'damaged'],
    ['a PNG without pixels', pngOf({ width: 0 }), 'damaged'],
    ['a PNG that says it is turned', pngOf({ extra: [chunk('eXIf', exif(8))] }), 'turned'],
    ['a JPEG without loss', jpegOf({ frame: 0xc3 }), 'coding'],
    ['a JPEG of twelve bits', jpegOf({ bits: 12 }), 'coding'],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0]), 'format'],
    ['an SVG', bytes('<svg/>'), 'format'],
    ['nothing', new Uint8Array(), 'format'],
  ])('is known by its file: %s', (_, data, expected) => {
    expect(tried(data)).toEqual(expected);
  });

  it('is handed on without what its file tells besides', () => {
    const secret = 'GPS 55.75 N';
    const frames = [chunk('acTL', bytes(four(2), four(0))), chunk('fdAT', bytes(four(1), secret))];
    const pictures = [
      pngOf({
        extra: [
          chunk('tEXt', bytes('Author\0', secret)),
          chunk('eXIf', exif(1, secret)),
          chunk('tIME', bytes([7, 226, 1, 1, 1, 1, 1])),
          ...frames,
        ],
      }),
      jpegOf({ before: [segment(0xe1, bytes('Exif\0\0', exif(3, secret))), segment(0xed, bytes(secret)), segment(0xfe, bytes(secret))] }),
    ];
    for (const picture of pictures) {
      const read = readPicture(picture);
      if (typeof read === 'string') expect.fail(read);
      expect(Buffer.from(read.data).toString('latin1')).not.toMatch(/GPS|behind the end|acTL|fdAT|tIME|Exif|eXIf/u);
      expect(tried(read.data)).toEqual(read.format === 'jpeg' ? ['jpeg', 30, 20, 1, 3] : ['png', 2, 2, 1, 1]);
      if (read.format === 'jpeg') expect(tried(withOrientation(read.data, 6))).toEqual(['jpeg', 20, 30, 6, 3]);
    }
  });
});

describe('the pixels of a PNG', () => {
  const unpacked = (data: Uint8Array): unknown => {
    const read = readPng(data);
    if (typeof read === 'string') return read;
    const { colors, samples, opacity } = pixelsOf(read);
    return [colors, [...samples], opacity && [...opacity]];
  };

  it.each([
    ['as they are', pngOf({}), [1, [1, 2, 3, 4], null]],
    ['of two bits', pngOf({ bits: 2, rows: [0, 0b00_01_0000, 0, 0b10_11_0000] }), [1, [0, 85, 170, 255], null]],
    ['of sixteen bits', pngOf({ bits: 16, rows: [0, 1, 9, 2, 9, 0, 3, 9, 4, 9] }), [1, [1, 2, 3, 4], null]],
    ['told by what is before and above', pngOf({ rows: [1, 1, 1, 2, 2, 2] }), [1, [1, 2, 3, 4], null]],
    ['told by means and guesses', pngOf({ height: 3, rows: [0, 10, 20, 3, 5, 5, 4, 1, 1] }), [1, [10, 20, 10, 20, 11, 21], null]],
    ['with opacity', pngOf({ type: 4, rows: [0, 1, 255, 2, 128, 0, 3, 0, 4, 255] }), [1, [1, 2, 3, 4], [255, 128, 0, 255]]],
    ['with opacity that hides nothing', pngOf({ type: 4, rows: [0, 1, 255, 2, 255, 0, 3, 255, 4, 255] }), [1, [1, 2, 3, 4], null]],
    ['with a colour that is not seen', pngOf({ extra: [chunk('tRNS', bytes([0, 2]))] }), [1, [1, 2, 3, 4], [255, 0, 255, 255]]],
    ['in seven passes', pngOf({ interlaced: true, rows: [0, 1, 0, 2, 0, 3, 4] }), [1, [1, 2, 3, 4], null]],
    ['with a palette', pngWithPalette(), [3, [0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0], [255, 255, 0, 0, 255, 255]]],
  ])('come out: %s', (_, data, expected) => {
    expect(unpacked(data)).toEqual(expected);
  });

  it('come out of eight by eight in seven passes', () => {
    const of = (x: number, y: number): number => 8 * y + x;
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const rows: number[] = [];
    for (const [x, y, across, down] of passes)
      for (let row = y; row < 8; row += down) {
        rows.push(0);
        for (let column = x; column < 8; column += across) rows.push(of(column, row));
      }
    expect(unpacked(pngOf({ width: 8, height: 8, interlaced: true, rows }))).toEqual([1, Array.from({ length: 64 }, (_, at) => at), null]);
  });
});

const figure = (data: Uint8Array, over: Partial<Figure> = {}): Figure => ({
  ...{ type: 'figure', data, format: data[0] === 0xff ? 'jpeg' : 'png', width: 30, height: 20, alt: 'Zon', align: 'left' },
  ...over,
});
const paper = (data: Uint8Array, over: Partial<Figure> = {}): Document =>
  document([figure(data, over), p('Tekst')], { layout: 'nl', language: 'nl-NL', locale: 'nl' });

describe('in a PDF, a picture', () => {
  /** Where the upper left and the upper right corner of the pixels as they are stored come to lie on the page. */
  const cornersOf = (orientation: Orientation): number[][] => {
    const { pages } = layoutDocument(paper(jpegOf({}), { orientation }), nl, fonts);
    const box = pages[0]?.boxes.find((one) => one.type === 'image');
    if (box?.type !== 'image') expect.fail('there is no picture');
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = imageMatrix(box);
    const seen = (s: number, t: number): number[] => [
      Math.round((a * s + c * t + e - box.x) / box.width),
      Math.round((b * s + d * t + f - box.y) / box.height),
    ];
    return [seen(0, 1), seen(1, 1)];
  };

  // Exif 2.32, tag 274: where the first row and the first column of the pixels are seen.
  it.each([
    [1, [0, 0], [1, 0]],
    [2, [1, 0], [0, 0]],
    [3, [1, 1], [0, 1]],
    [4, [0, 1], [1, 1]],
    [5, [0, 0], [0, 1]],
    [6, [1, 0], [1, 1]],
    [7, [1, 1], [1, 0]],
    [8, [0, 1], [0, 0]],
  ] as const)('that is stored in way %d is seen upright', (orientation, left, right) => {
    expect(cornersOf(orientation)).toEqual([left, right]);
  });

  test('is unpacked once for all files that have it', async () => {
    const kept = openKept();
    let made = 0;
    const counting: Kept = {
      ...kept,
      drawer: (weigh) => {
        const drawer = kept.drawer(weigh);
        return {
          ...drawer,
          get: (key, make) =>
            drawer.get(key, () => {
              const own = make();
              if (typeof own === 'object' && own !== null && 'mask' in own) made += 1;
              return own;
            }),
        };
      },
    };
    const memory = openPdfMemory(counting);
    const files: Uint8Array[] = [];
    for (const name of ['a', 'b', 'c']) {
      const tree = document([figure(png(6).slice()), figure(png(6).slice()), p(name)]);
      files.push(await paintPdf(layoutDocument(tree, nl, fonts), tree, {}, memory));
    }
    expect(made).toBe(1);
    for (const file of files) expect(objectsOf(file).filter(({ dictionary }) => dictionary.includes('/SMask'))).toHaveLength(2);
  });

  test.each([
    ['damaged', png(2).subarray(0, 60)],
    ['pixels', pngOf({ width: 5_000, height: 5_000 })],
    ['cmyk', jpegOf({ colors: 4 })],
  ])('is refused with the reason: %s', async (reason, data) => {
    const refusal = await writePdf(paper(data), nl, fonts).catch((error: unknown) => error);
    expect((refusal as Refusal).diagnostics).toMatchObject([{ code: 'image-unusable', args: { reason, text: 'Zon' } }]);
  });
});

test('a Word file says how a picture is turned, and how much room it needs then', async () => {
  const file = openDocx(await writeDocx(paper(jpegOf({}), { orientation: 6, width: 20, height: 30 }), nl));
  const drawing = file.source('word/document.xml');
  // 30 by 20 mm as it is stored, in English metric units of 1/36,000 mm, turned by 90 degrees.
  expect(drawing).toContain('<a:xfrm rot="5400000">');
  expect(drawing).toContain('<wp:extent cx="1080000" cy="720000"/><wp:effectExtent t="180000" r="0" b="180000" l="0"/>');
});

test('a page for the screen has a turned picture with the note by which browsers turn it', () => {
  const source = /src="data:image\/jpeg;base64,([^"]+)"/u.exec(writeHtml(paper(jpegOf({}), { orientation: 6 }), nl))?.[1] ?? '';
  expect(tried(Buffer.from(source, 'base64'))).toEqual(['jpeg', 20, 30, 6, 3]);
});
