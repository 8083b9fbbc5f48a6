/** Where words may be divided, by the patterns of their language. */
import { createRequire } from 'node:module';
import createHyphenator from 'hyphen/hyphen.js';
import type { Hyphenate, Patterns } from 'hyphen/hyphen.js';

// Patterns take 10 to 25 ms to load, so only those of the document's language are.
const load = createRequire(import.meta.url);

/** Letters that must stay together at either end of a divided word. */
const leastLeft = 3;
const leastRight = 3;

/** Shorter words are never divided. */
const leastLetters = 6;

/** A name mostly begins with a capital and a sentence does too; only a long word is divided in spite of it. */
const leastCapitalised = 10;

const remembered = 20_000;

interface Divider {
  hyphenate: Hyphenate;
  known: Map<string, readonly number[]>;
}

const dividers = new Map<string, Divider>();

/**
 * The offsets inside `word` where a hyphen may stand, in rising order. Marks around the letters are allowed;
 * abbreviations, words with capitals inside, digits, addresses and compounds with a hyphen are left whole.
 * `language` is a BCP 47 tag; a language without patterns gives no offsets.
 */
export function divisions(word: string, language: string): readonly number[] {
  const patterns = patternsOf(language);
  if (patterns === null) return [];
  let divider = dividers.get(patterns);
  // The package remembers every word that it meets: starting anew bounds both memories.
  if (!divider || divider.known.size >= remembered) {
    divider = { hyphenate: createHyphenator(load(`hyphen/patterns/${patterns}.js`) as Patterns), known: new Map() };
    dividers.set(patterns, divider);
  }
  let offsets = divider.known.get(word);
  if (!offsets) {
    offsets = divide(word, divider.hyphenate);
    divider.known.set(word, offsets);
  }
  return offsets;
}

function patternsOf(language: string): string | null {
  const [primary, region] = language.toLowerCase().split('-');
  switch (primary) {
    case 'ru':
    case 'nl':
      return primary;
    case 'en':
      return region === 'us' ? 'en-us' : 'en-gb';
    default:
      return null;
  }
}

const divisible = /^[^\p{L}\p{N}@/\\]*(\p{L}\p{Ll}+)[^\p{L}\p{N}@/\\]*$/u;

function divide(word: string, hyphenate: Hyphenate): readonly number[] {
  const letters = divisible.exec(word)?.[1];
  if (letters === undefined || letters.length < leastLetters) return [];
  if (letters.length < leastCapitalised && letters.charAt(0) !== letters.charAt(0).toLowerCase()) return [];
  const start = word.indexOf(letters);
  const offsets: number[] = [];
  let at = 0;
  for (const part of hyphenate(letters, { hyphenChar: '\u00AD', minWordLength: leastLetters }).split('\u00AD').slice(0, -1)) {
    at += part.length;
    if (at >= leastLeft && letters.length - at >= leastRight) offsets.push(start + at);
  }
  return offsets;
}
