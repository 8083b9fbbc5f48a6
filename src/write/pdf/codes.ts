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

/** The first code behind those that are the same in every file. */
export const firstFree = first + characters.length;

/** The code of a letter by its number, 0 of an unusual one. All usual letters are of one unit. */
export const fixedCode = (letter: number): number => fixed[letter] ?? 0;

/** The usual letter of a code. */
export const usual = (code: number): string => characters[code - first] ?? '';

function numberOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

export function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0');
}
