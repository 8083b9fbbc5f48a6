/** What is seen of a seal in its field: a few short lines in the font of the paper. */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core';
import type { EmbeddedFont, PDF, PdfRef } from '@libpdf/core';

export interface Look {
  /** As the file says it: `ru`, `nl-NL`; empty where it says none. */
  readonly language: string;
  readonly family: 'serif' | 'sans';
}

export interface Sign {
  readonly lines: readonly string[];
  /** A TrueType font. */
  readonly font: Uint8Array;
}

/** Points. Smaller is no longer read on paper; larger than the text of a paper it must not be. */
const smallest = 4.5;
const largest = 8;
/** Of the size of the type: from line to line, and from the base line to the top of a line. */
const leading = 1.18;
const ascent = 0.92;
const margin = 1;

/** What was drawn, and the font that came in for it. */
export interface Drawn {
  readonly appearance: PdfRef;
  readonly font: EmbeddedFont;
}

/** Draws the lines as large as the field has room for; what is too long even then ends in dots. Null for a field without room. */
export function drawSign(pdf: PDF, field: PdfDict, { lines, font: program }: Sign): Drawn | null {
  const [a = 0, b = 0, c = 0, d = 0] = (field.getArray('Rect')?.toArray() ?? []).map((one) => (one instanceof PdfNumber ? one.value : 0));
  const [width, height] = [Math.abs(c - a), Math.abs(d - b)];
  if (width < 20 || height < smallest * leading) return null;
  const kept = lines.slice(0, Math.max(1, Math.floor(height / (smallest * leading))));
  const font = pdf.embedFont(program);
  const widest = Math.max(...kept.map((line) => widthOf(line, font)));
  const size = Math.max(smallest, Math.min(largest, height / (kept.length * leading), (width - 2 * margin) / widest));
  const shown = kept.map((line) => fitted(line, (width - 2 * margin) / size, font));
  const top = (height + shown.length * size * leading) / 2;
  const text = shown.map((line, at) => {
    const y = top - at * size * leading - size * ascent;
    return `1 0 0 1 ${digits(margin)} ${digits(y)} Tm <${hex(line, font)}> Tj\n`;
  });
  const operators = `q\nBT\n0 0 0 rg\n/Seal ${digits(size)} Tf\n${text.join('')}ET\nQ\n`;
  const resources = PdfDict.of({ Font: PdfDict.of({ Seal: font.ref }) });
  return { appearance: formIn(pdf, [width, height], resources, operators), font };
}

/** What is seen of a field that is not seen: PDF/A asks for a look all the same. */
export const drawNothing = (pdf: PDF): PdfRef => formIn(pdf, [0, 0], PdfDict.of({}), '');

const formIn = (pdf: PDF, [width, height]: readonly [number, number], resources: PdfDict, operators: string): PdfRef =>
  pdf.register(
    PdfStream.fromDict(
      {
        Type: PdfName.of('XObject'),
        Subtype: PdfName.of('Form'),
        BBox: PdfArray.of(...[0, 0, width, height].map((one) => PdfNumber.of(one))),
        Resources: resources,
      },
      new TextEncoder().encode(operators),
    ),
  );

/**
 * Says in a saved font which of its characters are there, as PDF/A-1 asks (ISO 19005-1, 6.3.5); later parts do not, and the library
 * leaves it out.
 */
export function tellCharacters(pdf: PDF, font: EmbeddedFont): void {
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  const whole = pdf.getObject(font.ref);
  const part = whole instanceof PdfDict ? whole.getArray('DescendantFonts', resolve)?.at(0, resolve) : undefined;
  const descriptor = part instanceof PdfDict ? part.getDict('FontDescriptor', resolve) : undefined;
  const map = part instanceof PdfDict ? part.get('CIDToGIDMap', resolve) : undefined;
  if (!descriptor || !(map instanceof PdfStream)) throw new TypeError('a font without its descriptor');
  const pairs = map.getDecodedData();
  // Parts of letters are there too, which no text names.
  const glyphs = [0, ...Array(pairs.length / 2).keys()].filter((cid) => cid === 0 || pairs[2 * cid] !== 0 || pairs[2 * cid + 1] !== 0);
  const bits = new Uint8Array((Math.max(...glyphs) >> 3) + 1);
  for (const glyph of glyphs) bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  descriptor.set('CIDSet', pdf.register(PdfStream.fromDict({}, bits)));
}

/** In sizes of the type. */
const widthOf = (line: string, font: EmbeddedFont): number =>
  [...line].reduce((sum, sign) => sum + font.getWidth(font.codePointToGid(sign.codePointAt(0) ?? 0)), 0) / 1000;

function fitted(line: string, width: number, font: EmbeddedFont): string {
  if (widthOf(line, font) <= width) return line;
  const signs = [...line];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`, font) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

const hex = (line: string, font: EmbeddedFont): string =>
  font
    .encodeTextToGids(line)
    .map((gid) => gid.toString(16).padStart(4, '0'))
    .join('');

const digits = (value: number): string => String(Math.round(value * 1000) / 1000);
