/**
 * Words as a face sets them. What there is to know of a word is the same wherever it stands, and most words of a document
 * were in the one before. A PDF of new words takes a tenth more time without.
 */
import { divisions } from '../language/hyphenation.js';
import type { Face, Measure } from './fonts.js';

export interface Word {
  /** In the characters that the face has glyphs for. */
  readonly text: string;
  /** As a part of the font size, and the characters that cannot be set. */
  readonly measure: Measure;
  /** Whether there is anything in it by which a line may end without a hyphen of ours. */
  readonly jointed: boolean;
}

export interface Syllable {
  readonly text: string;
  /** As a part of the font size. */
  readonly width: number;
}

/** The words of one face in one language. */
export interface Lexicon {
  word(written: string): Word;
  /** The parts of a word between which a hyphen may stand; none where it stays whole. */
  syllables(word: string): readonly Syllable[];
}

/** Gives the words of a face. */
export type Lexicons = (face: Face) => Lexicon;

/** A lexicon forgets all when it has so many words; longer ones, which are addresses rather than words, it never notes. */
const [mostWords, longest] = [8000, 40];

/** Bytes that a full lexicon takes: some words with their syllables, others without. */
export const lexiconWeight = mostWords * 400;

export function openLexicon(face: Face, language: string): Lexicon {
  return {
    word: noted((written) => {
      const text = inGlyphs(written, face);
      return { text, measure: face.measure(text), jointed: special.test(text) };
    }),
    syllables: noted((word) => {
      const offsets = divisions(word, language);
      if (offsets.length === 0) return [];
      return cut(word, offsets).map((text) => ({ text, width: face.measure(text).width }));
    }),
  };
}

/** The lexicons of one document, each opened once. */
export function lexiconsBy(open: Lexicons): Lexicons {
  const own = new Map<Face, Lexicon>();
  return (face) => {
    let lexicon = own.get(face);
    if (!lexicon) own.set(face, (lexicon = open(face)));
    return lexicon;
  };
}

function noted<V extends object>(make: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    if (word.length > longest) return make(word);
    // A part of a text holds on to all of it; this copy does not.
    const copy = word.split('').join('');
    const made = make(copy);
    if (known.size >= mostWords) known.clear();
    known.set(copy, made);
    return made;
  };
}

/** A word in parts, which begin at these offsets. */
export const cut = (word: string, offsets: readonly number[]): string[] =>
  [0, ...offsets].map((from, at) => word.slice(from, offsets[at] ?? word.length));

const special = /[-\u00AD\u200B\u2010\u2011\u2013\u2014\u2060\uFEFF/]/u;
/** A letter with the marks above and below it. */
const marked = /\P{M}?\p{M}*/gu;
/**
 * Characters that print nothing by themselves, such as one that asks for another form of the letter before it, but for
 * those that say where a line may end. Fonts have pictures of many of them, boxes and bars, for programs that show them.
 */
const unseen = /(?![\u00AD\u200B\u2060\uFEFF])\p{Default_Ignorable_Code_Point}/gu;
const lineEnds = /[\u00AD\u200B\u2060\uFEFF]/gu;

/** Words that stand on one line, in the characters that the face has glyphs for. */
export const onOneLine = (words: string, face: Face): string =>
  inGlyphs(words.replace(lineEnds, ''), face)
    .replaceAll('\u00A0', ' ')
    .replace(/[\u2010\u2011]/gu, '-');

/**
 * A word in the characters that the face has glyphs for: letters in one piece with their marks, where it has them so,
 * else as they were written, else in parts. What prints nothing is left out.
 */
function inGlyphs(word: string, face: Face): string {
  const known = word.replace(unseen, '');
  const composed = known.normalize('NFC');
  const has = (text: string): boolean => face.measure(text).missing.length === 0;
  if (has(composed)) return composed;
  return known.replace(marked, (letter) => [letter.normalize('NFC'), letter, letter.normalize('NFD')].find(has) ?? letter.normalize('NFC'));
}
