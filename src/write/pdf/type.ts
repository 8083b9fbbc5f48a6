/** Text as operators of a content stream, and the fonts that a file embeds for it. */
import type { Face } from '../../layout/fonts.js';
import type { TextBox } from '../../layout/page.js';
import { firstFree, fixedCode, usual } from './codes.js';
import { embedFont } from './embed.js';
import type { File } from './file.js';
import type { Ink } from './ink.js';
import type { KitReference } from './insides.js';
import type { Memory } from './memory.js';
import { digits } from './operators.js';

/** A font of the file, by its name among the resources of a page. */
export interface FileFont {
  name: string;
  reference: KitReference;
}

/** What a content stream has set last. */
export interface Pen {
  color: string;
  font: string;
}

export const newPen = (): Pen => ({ color: '', font: '' });

export interface Type {
  /**
   * Writes the operators that show a run of text, with y growing downwards; the font has to be among the resources. Marks
   * the usual letters in `met`, by their codes, and says whether there are no others, whose codes are of this file only.
   */
  show(box: TextBox, pen: Pen, ink: Ink, met?: Uint8Array): boolean;
  /** Lets the font of a face have the letters of these codes. */
  meet(face: Face, codes: Iterable<number>): void;
  font(face: Face): FileFont;
  /** The font, with all of these characters that it has a glyph for. */
  complete(face: Face, characters: string): FileFont;
  /** Writes the fonts, after all text; a file of PDF 1.4 has to list their glyphs. */
  end(listGlyphs: boolean): void;
}

/**
 * A face in one file: which usual letters were met, by code, and the unusual ones in the order in which they came. It gets
 * its object when it is asked for it, so that a page painted now and one taken over number the objects in the same order.
 */
interface Cast {
  name: string;
  font: FileFont | null;
  face: Face;
  met: Uint8Array;
  others: string[];
  completed: string;
}

/** Type for one file. The parsed fonts are shared with other files. */
export function typeFor(file: File, memory: Memory): Type {
  const casts = new Map<Face, Cast>();
  const castOf = (face: Face): Cast => {
    let cast = casts.get(face);
    if (!cast) {
      cast = { name: face.id, font: null, face, met: new Uint8Array(firstFree), others: [], completed: '' };
      casts.set(face, cast);
    }
    return cast;
  };
  const embedded: Cast[] = [];
  const fontOf = (cast: Cast): FileFont => {
    if (!cast.font) embedded.push(cast);
    return (cast.font ??= { name: cast.name, reference: file.kit.ref({}) });
  };
  return {
    show(box, pen, ink, met = castOf(box.face).met) {
      const cast = castOf(box.face);
      const font = `/${cast.name} ${digits(box.size)} Tf `;
      const chosen = pen.font === font ? '' : font;
      pen.font = font;
      // Letters are turned upright again.
      ink.write(`BT ${chosen}1 0 0 -1 ${digits(box.x)} ${digits(box.y)} Tm [(`);
      const usual = writeLetters(box, cast, ink, met);
      ink.write(')] TJ ET\n');
      return usual;
    },
    meet(face, codes) {
      const { met } = castOf(face);
      for (const code of codes) met[code] = 1;
    },
    font: (face) => fontOf(castOf(face)),
    complete(face, characters) {
      const cast = castOf(face);
      if (cast.completed !== characters)
        for (const character of characters) if (face.measure(character).missing.length === 0) codeOf(character, cast);
      cast.completed = characters;
      return fontOf(cast);
    },
    end(listGlyphs) {
      for (const cast of embedded)
        embedFont(file, fontOf(cast).reference, cast.face, memory.program(cast.face, lettersOf(cast)), listGlyphs);
    },
  };
}

/** The letters of a cast by their codes. */
function lettersOf({ met, others }: Cast): string[] {
  const length = others.length > 0 ? firstFree : met.lastIndexOf(1) + 1;
  return [...Array.from({ length }, (_, code) => (met[code] === 1 ? usual(code) : '')), ...others];
}

/** Spaces stay real characters; what justification adds to them is an adjustment behind, in thousandths of the size. */
function writeLetters({ text, stretch, size }: TextBox, cast: Cast, ink: Ink, met: Uint8Array): boolean {
  const wider = Math.round((-1000 * stretch) / size);
  const adjustment = wider === 0 ? '' : `) ${wider} (`;
  let usual = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = fixedCode(unit);
    if (code > 0) {
      met[code] = 1;
      ink.letter(code);
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      ink.letter(codeOf(character, cast));
      at += character.length - 1;
      usual = false;
    }
    if (unit === space) ink.write(adjustment);
  }
  return usual;
}

const space = 0x20;

/** The code of a character, which is embedded from now on. */
function codeOf(character: string, { met, others }: Cast): number {
  const fixed = fixedCode(character.codePointAt(0) ?? 0);
  if (fixed > 0) {
    met[fixed] = 1;
    return fixed;
  }
  const known = others.indexOf(character);
  return firstFree + (known >= 0 ? known : others.push(character) - 1);
}
