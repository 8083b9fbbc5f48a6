/**
 * All that is used of fontkit beyond what it documents and beyond its types; read in 2.0.4. `test/insides.test.ts` looks
 * whether it is still there. A glyph as fontkit has it comes with its outline and its place in Unicode, and some facts
 * with a table of all names: for a width or an angle that is too much work.
 */
import type { Font, Glyph } from 'fontkit';

type Tables = Font & {
  _cmapProcessor: { lookup(codePoint: number): number };
  hmtx: { metrics: { length: number; get(at: number): { advance: number } } };
  directory: { tables: { post: { offset: number } } };
  'OS/2': { sFamilyClass: number };
};

/** The number of the glyph of a character, 0 where the font has none. */
export const glyphOf = (font: Font, codePoint: number): number => (font as Tables)._cmapProcessor.lookup(codePoint);

/** The width of a glyph, in units of the font. */
export function advanceOf(font: Font, glyph: number): number {
  const { metrics } = (font as Tables).hmtx;
  // Glyphs at the end of a font may all be as wide as the last that has a width of its own.
  return metrics.get(Math.min(glyph, metrics.length - 1)).advance;
}

/** Where the table of names, which begins with facts, has the angle (OpenType 1.9, post): a fixed-point number. */
const angleAt = 4;
const fixedOne = 0x10000;

/** In degrees, negative where letters lean to the right; `bytes` are those of the font. */
export const italicAngleOf = (font: Font, bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getInt32((font as Tables).directory.tables.post.offset + angleAt) / fixedOne;

/** The class of the family (OpenType 1.9, OS/2); those from 1 to 7 have serifs. */
export const familyClassOf = (font: Font): number => (font as Tables)['OS/2'].sFamilyClass >> 8;

/** A part of a font in the making. */
export interface Subset {
  font: object;
  /** Of the whole font, by their number in the subset. */
  glyphs: number[];
  /** The number of a glyph in the subset, by its number in the font. */
  mapping: Record<number, number>;
  /** Gives the number of a glyph, which joins the subset if it has to. */
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
  /** The outlines written so far, and their length. */
  glyf: Uint8Array[];
  offset: number;
  /** Writes the outline of a glyph and returns its place. */
  _addGlyph(glyph: number): number;
}

export const subsetOf = (font: Font): Subset => font.createSubset() as unknown as Subset;

/** Lets a subset be written without the programs of the font, and each outline as `change` makes it. The font stays as it is. */
export function withoutPrograms(subset: Subset, change: (outline: Uint8Array) => Uint8Array): void {
  subset.font = Object.create(subset.font, {
    'cvt ': { value: undefined },
    fpgm: { value: undefined },
    prep: { value: undefined },
  }) as object;
  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (glyph) => {
    const index = addGlyph(glyph);
    const outline = subset.glyf[index];
    if (outline) {
      const changed = change(outline);
      subset.glyf[index] = changed;
      subset.offset -= outline.length - changed.length;
    }
    return index;
  };
}

/** A glyph with its outline, null where it has none, such as the space. */
type Composed = Glyph & { _decode(): { components?: { glyphID: number }[] } | null };

/**
 * The glyphs that a glyph is made of, as й is of и. Its outline is decoded once: the parsed font keeps its glyphs, and
 * files that share the font need the same ones. A PDF takes a tenth more time without.
 */
export function partsOf(font: Font, number: number): readonly number[] {
  const glyph = font.getGlyph(number) as Composed;
  const outline = glyph._decode();
  glyph._decode = () => outline;
  return outline?.components?.map(({ glyphID }) => glyphID) ?? [];
}
