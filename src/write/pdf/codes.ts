/**
 * The codes that letters have in the embedded fonts. Usual letters have the same one in every file, so that a line of
 * text is written alike wherever it stands; others are counted behind them as they come in a file.
 */
import { usualCharacters } from './typing.js';

/** 0 is what stands for a letter that the font lacks. */
const first = 1;
const characters = [...usualCharacters];
const fixed: ReadonlyMap<string, number> = new Map(characters.map((character, at) => [character, first + at]));
const hexadecimal = Array.from({ length: first + characters.length }, (_, code) => hexOf(code));

/** The first code behind those that are the same in every file. */
export const firstFree = first + fixed.size;

export const fixedCode = (character: string): number | undefined => fixed.get(character);

/** The usual letter of a code. */
export const usual = (code: number): string => characters[code - first] ?? '';

export function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** A text of usual letters as it is written. */
export interface Coded {
  /** Its words in codes of four hexadecimal digits, each with the space behind it. Null with an unusual letter. */
  readonly words: readonly string[] | null;
  /** The codes of its letters. */
  readonly codes: readonly number[];
}

export function codesOf(text: string): Coded {
  const codes: number[] = [];
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const code = fixed.get(character);
    if (code === undefined) return { words: null, codes: [] };
    codes.push(code);
    word += hexadecimal[code] ?? '';
    if (character === ' ') {
      words.push(word);
      word = '';
    }
  }
  return { words: [...words, word], codes };
}
