/**
 * The faces that documents are set in. Text is measured without kerning and ligatures, as Word does unless it is told
 * otherwise, so that one page of Word is one page here.
 */
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import type { FontFamily } from '../theme.js';
import * as insides from './fontkit-insides.js';

export type FaceStyle = 'regular' | 'bold' | 'italic' | 'bold-italic';

/** One parsed font. All measures are parts of the font size. */
export interface Face {
  /** Unique in its set, such as `serif-bold`. */
  readonly id: string;
  readonly font: Font;
  readonly ascent: number;
  /** Positive. */
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  /** Width of the space between words. */
  readonly space: number;
  /** In degrees, negative where letters lean to the right. */
  readonly italicAngle: number;
  measure(word: string): Measure;
  /** The number of the glyph of a character, 0 where the font has none. */
  glyphOf(codePoint: number): number;
  /** The width of a glyph. */
  advanceOf(glyph: number): number;
}

export interface Measure {
  readonly width: number;
  /** Characters that the font has no glyph for; they have no width. */
  readonly missing: readonly string[];
}

export interface FontSet {
  /** Parses the font on its first use; later calls give the same face. */
  face(family: FontFamily, style: FaceStyle): Face;
}

/** Where the faces are, as module specifiers: metric twins of Times New Roman and Arial. */
export const fontFiles: Readonly<Record<FontFamily, Readonly<Record<FaceStyle, string>>>> = {
  serif: filesOf('tinos', 'Tinos'),
  sans: filesOf('arimo', 'Arimo'),
};

/**
 * A set of faces over the bytes of TTF files; `read` is given one of `fontFiles`. Made once per process: faces keep
 * what they have measured.
 */
export function parseFonts(read: (file: string) => Uint8Array): FontSet {
  const faces = new Map<string, Face>();
  return {
    face(family, style) {
      const id = `${family}-${style}`;
      let face = faces.get(id);
      if (!face) {
        face = parseFace(id, read(fontFiles[family][style]));
        faces.set(id, face);
      }
      return face;
    },
  };
}

/** A batch of many roles meets more words than one document does; beyond this many the memo starts anew. */
const remembered = 20_000;

function parseFace(id: string, bytes: Uint8Array): Face {
  const font = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font;
  const em = font.unitsPerEm;
  const advances = new Map<number, number>();
  const words = new Map<string, Measure>();

  const glyphOf = (codePoint: number): number => insides.glyphOf(font, codePoint);
  const advanceOf = (glyph: number): number => insides.advanceOf(font, glyph) / em;
  // A missing glyph is remembered as NaN, which no font has.
  const advanceFor = (codePoint: number): number => {
    let advance = advances.get(codePoint);
    if (advance === undefined) {
      const glyph = glyphOf(codePoint);
      advance = glyph === 0 ? Number.NaN : advanceOf(glyph);
      advances.set(codePoint, advance);
    }
    return advance;
  };

  const measureAnew = (word: string): Measure => {
    let width = 0;
    const missing: string[] = [];
    for (const character of word) {
      const advance = advanceFor(character.codePointAt(0) ?? 0);
      if (Number.isNaN(advance)) missing.push(character);
      else width += advance;
    }
    return { width, missing };
  };

  return {
    id,
    font,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    lineGap: font.lineGap / em,
    capHeight: font.capHeight / em,
    space: advanceFor(0x20),
    italicAngle: insides.italicAngleOf(font, bytes),
    measure(word) {
      let measure = words.get(word);
      if (!measure) {
        measure = measureAnew(word);
        if (words.size >= remembered) words.clear();
        words.set(word, measure);
      }
      return measure;
    },
    glyphOf,
    advanceOf,
  };
}

function filesOf(folder: string, name: string): Record<FaceStyle, string> {
  const file = (style: string): string => `@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`;
  return {
    regular: file('400Regular'),
    bold: file('700Bold'),
    italic: file('400Regular_Italic'),
    'bold-italic': file('700Bold_Italic'),
  };
}
