/**
 * The codes that letters have in the embedded fonts. Usual letters have the same one in every file, so that a line of
 * text is written alike wherever it stands; others are counted behind them as they come in a file.
 */
import { usualCharacters } from './typing.js';

/** 0 is what stands for a letter that the font lacks. */
const first = 1;
const characters = [...usualCharacters];
/** By the numbers of the characters, 0 for those between: with a map a line takes three times as long. */
const fixed = new Uint16Array(Math.max(...characters.map(numberOf)) + 1);
characters.forEach((character, at) => (fixed[numberOf(character)] = first + at));
const hexadecimal = Array.from({ length: first + characters.length }, (_, code) => hexOf(code));

/** The first code behind those that are the same in every file. */
export const firstFree = first + characters.length;

export const fixedCode = (character: string): number | undefined => fixed[numberOf(character)] || undefined;

/** The usual letter of a code. */
export const usual = (code: number): string => characters[code - first] ?? '';

function numberOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

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
  // All usual characters are of one unit.
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = fixed[unit] ?? 0;
    if (code === 0) return { words: null, codes: [] };
    codes.push(code);
    word += hexadecimal[code] ?? '';
    if (unit === space) {
      words.push(word);
      word = '';
    }
  }
  return { words: [...words, word], codes };
}

const space = 0x20;
