/**
 * Words by which a heading or a sentence is told, looked for one by one: expressions of so many words took longer to compile than all
 * headings of a file to look through (22 of them 60 ms).
 */
import { findPhrase, levelled } from './words.js';

export interface Cues {
  /** The cue that stands first in a levelled text, and how long it is there; null where none does. */
  readonly in: (level: string) => { readonly at: number; readonly length: number } | null;
}

interface Cue {
  readonly phrase: string;
  /** With any letters behind it. */
  readonly isStem: boolean;
  readonly isStart: boolean;
}

/** `pattern` makes an expression of the words that have others between them, or stand at the end of a word. */
export function cuesOf(words: readonly string[], pattern: (words: readonly string[]) => RegExp): Cues {
  const isParted = (word: string): boolean => word.includes(' … ') || word.startsWith('*');
  const whole = words.filter((word) => !isParted(word)).map(cueOf);
  const parted = words.some(isParted) ? pattern(words.filter(isParted)) : null;
  return {
    in: (level) => {
      const other = parted?.exec(level);
      let best = other ? { at: other.index, length: other[0].length } : null;
      for (const { phrase, isStem, isStart } of whole) {
        if (isStart && !level.startsWith(phrase)) continue;
        const at = findPhrase(level, phrase, isStem);
        if (at < 0 || (isStart && at > 0) || (best && at >= best.at)) continue;
        best = { at, length: phrase.length + (isStem ? (/^\p{L}*/u.exec(level.slice(at + phrase.length))?.[0].length ?? 0) : 0) };
      }
      return best;
    },
  };
}

const cueOf = (word: string): Cue => ({
  phrase: levelled(word.replace(/^\^|\*$/gu, '')),
  isStem: word.endsWith('*'),
  isStart: word.startsWith('^'),
});
