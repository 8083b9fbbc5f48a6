/** Long words of narrow cells, cut where the same hyphenator divides them in a PDF: a word processor breaks them anywhere. */
import { widthInEms } from '../../document/letters.js';
import { divisions } from '../../language/hyphenation.js';
import type { Theme } from '../../theme/theme.js';

/** A word that takes more of its cell than this leaves gaps when it goes to the next line whole. */
const long = 1 / 3;

/**
 * What cuts the words of a cell `width` pt wide into parts, between which a hyphen may stand. Where the profile divides no
 * words, only those are cut that are wider than the cell.
 */
export function syllablesIn(
  width: number,
  { text: { hyphenate }, table: { size }, font }: Theme,
): (words: string, language: string) => string[] {
  const whole = width * (hyphenate ? long : 1);
  return (words, language) => {
    const parts = [''];
    for (const piece of words.split(/([ \u00A0]+)/u)) {
      const offsets = widthInEms(piece, font.body) * size > whole ? divisions(piece, language) : [];
      [0, ...offsets].forEach((from, at) => {
        const part = piece.slice(from, offsets[at]);
        if (at === 0) parts[parts.length - 1] += part;
        else parts.push(part);
      });
    }
    return parts;
  };
}
