/** Text as operators of a content stream, and the glyphs that the embedded fonts get by it. */
import type { Font, Glyph } from 'fontkit';
import type { Face } from '../../layout/fonts.js';
import type { TextBox } from '../../layout/page.js';
import { leaveHintsOut } from './hints.js';
import type { Kit, KitFont } from './kit.js';
import { digits } from './operators.js';

/** A face in one file: its name there, and the codes of characters met so far. */
interface Cast {
  font: KitFont;
  codes: Map<string, string>;
  /** The characters that were asked for beyond the text. */
  completed: string;
}

export interface Type {
  /** The operators that show a run of text, with y growing downwards; the font has to be among the resources. */
  show(box: TextBox): string;
  font(face: Face): KitFont;
  /** The font, with all of these characters that it has a glyph for. */
  complete(face: Face, characters: string): KitFont;
  /** Completes the fonts, after all text. */
  end(): void;
}

/** Type for one file. The parsed fonts are shared with other files. */
export function typeFor(kit: Kit): Type {
  const casts = new Map<Face, Cast>();
  const castOf = (face: Face): Cast => {
    let cast = casts.get(face);
    if (!cast) {
      kit.registerFont(face.id, face.font);
      kit.font(face.id);
      leaveHintsOut(kit._font.subset);
      cast = { font: kit._font, codes: new Map(), completed: '' };
      casts.set(face, cast);
    }
    return cast;
  };
  return {
    show(box) {
      const cast = castOf(box.face);
      // Letters are turned upright again.
      return `BT /${cast.font.id} ${digits(box.size)} Tf 1 0 0 -1 ${digits(box.x)} ${digits(box.y)} Tm ${stringOf(box, cast)} ET`;
    },
    font: (face) => castOf(face).font,
    complete(face, characters) {
      const cast = castOf(face);
      if (cast.completed !== characters) for (const character of characters) if (face.measure(character).missing.length === 0) codeOf(character, face, cast);
      cast.completed = characters;
      return cast.font;
    },
    end() {
      for (const [face, { font }] of casts) complete(font, face);
    },
  };
}

/** Spaces stay real characters; what justification adds to them is an adjustment behind, in thousandths of the size. */
function stringOf(box: TextBox, cast: Cast): string {
  const wider = Math.round((-1000 * box.stretch) / box.size);
  let string = '';
  for (const character of box.text) {
    string += codeOf(character, box.face, cast);
    if (wider !== 0 && character === ' ') string += `> ${wider} <`;
  }
  return `[<${string}>] TJ`.replace(' <>]', ']');
}

function codeOf(character: string, face: Face, cast: Cast): string {
  let code = cast.codes.get(character);
  if (code === undefined) {
    code = include(character.codePointAt(0) ?? 0, face, cast.font).toString(16).padStart(4, '0');
    cast.codes.set(character, code);
  }
  return code;
}

/**
 * Adds a character to the subset and returns its number there. Two characters may share a glyph, such as the hyphen
 * and the soft hyphen: the second gets the glyph once more, so that each reads as what it is.
 */
function include(codePoint: number, { font }: Face, { subset, unicode, widths }: KitFont): number {
  const glyph = font.glyphForCodePoint(codePoint);
  let number = subset.includeGlyph(glyph.id);
  const taken = unicode[number];
  if (taken && (taken.length !== 1 || taken[0] !== codePoint)) {
    number = subset.glyphs.length;
    subset.glyphs.push(glyph.id);
  }
  unicode[number] = [codePoint];
  widths[number] = widthOf(glyph, font);
  return number;
}

/** The tolerance of PDF/A is a hundred times as wide. */
const widthOf = (glyph: Glyph, font: Font): number => digits((glyph.advanceWidth * 1000) / font.unitsPerEm);

/**
 * Some letters are made of others, as й is of и: the embedded font needs those too, and PDF/A-1 wants a width for every
 * glyph that is in the file.
 */
function complete({ subset, widths, unicode }: KitFont, { font }: Face): void {
  // The glyph for what is missing is never shown; pdfkit would have it read as U+0000, which PDF/UA-1 (7.21.7) forbids.
  unicode[0] = [0xFFFD];
  // The list grows meanwhile.
  for (let number = 0; number < subset.glyphs.length; number++) {
    const glyph = font.getGlyph(subset.glyphs[number] ?? 0);
    widths[number] ??= widthOf(glyph, font);
    for (const { glyphID } of outlineOf(glyph as Composed)?.components ?? []) subset.includeGlyph(glyphID);
  }
}

/** Decoded once: the parsed font keeps its glyphs, and files that share it need the same ones. */
function outlineOf(glyph: Composed): ReturnType<Composed['_decode']> {
  const outline = glyph._decode();
  glyph._decode = () => outline;
  return outline;
}

/** A glyph with its outline, null where it has none, such as the space. */
type Composed = Glyph & { _decode(): { components?: { glyphID: number }[] } | null };
