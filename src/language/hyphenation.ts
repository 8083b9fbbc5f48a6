/** Where words may be divided, by the patterns of their language. */
import type { Node, Patterns } from 'hyphen/patterns/ru.js';
import { hyphenation } from '../packages/installed.js';

/** Letters that must stay together at either end of a divided word. */
const leastLeft = 3;
const leastRight = 3;

/** Shorter words are never divided. */
const leastLetters = 6;

/** A name mostly begins with a capital and a sentence does too; only a long word is divided in spite of it. */
const leastCapitalised = 10;

/**
 * The offsets inside `word` where a hyphen may stand, in rising order. Marks around the letters are allowed;
 * abbreviations, words with capitals inside, digits, addresses and compounds with a hyphen are left whole.
 * `language` is a BCP 47 tag; a language without patterns gives no offsets.
 */
export function divisions(word: string, language: string): readonly number[] {
  let patterns = known.get(language);
  if (patterns === undefined) {
    const name = patternsOf(language);
    patterns = name === null ? null : hyphenation(name);
    known.set(language, patterns);
  }
  return patterns === null ? [] : divide(word, patterns);
}

/** By language tag, of which there are few. */
const known = new Map<string, Patterns | null>();

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

function divide(word: string, patterns: Patterns): readonly number[] {
  const letters = divisible.exec(word)?.[1];
  if (letters === undefined || letters.length < leastLetters) return [];
  if (letters.length < leastCapitalised && letters.charAt(0) !== letters.charAt(0).toLowerCase()) return [];
  const start = word.indexOf(letters);
  return breaksIn(letters, patterns)
    .filter((at) => at >= leastLeft && letters.length - at >= leastRight)
    .map((at) => start + at);
}

/**
 * Liang’s algorithm on the patterns of the package, whose own function is made for running text and spends ten times
 * as long on a word. A break may stand where the highest level that any pattern gives is odd.
 */
function breaksIn(letters: string, [levelsTable, trie, exceptions]: Patterns): readonly number[] {
  const lower = letters.toLowerCase();
  if (Object.hasOwn(exceptions, lower)) return exceptions[lower] ?? [];
  const levels = new Uint8Array(letters.length + 1);
  const bounded = `.${lower}.`.split('');
  for (let from = 0; from < bounded.length - 2; from += 1) {
    const first = Math.max(0, from - 1);
    let node: Node | undefined = trie;
    for (let at = from; at < bounded.length; at += 1) {
      node = childOf(node, bounded[at] ?? '');
      if (node === undefined) break;
      const ends = typeof node === 'number' ? node : Array.isArray(node) ? node[1] : undefined;
      if (ends === undefined) continue;
      const given = levelsTable[ends] ?? [];
      for (let place = 0; place < given.length; place += 1)
        if ((given[place] ?? 0) > (levels[first + place] ?? 0)) levels[first + place] = given[place] ?? 0;
    }
  }
  const breaks: number[] = [];
  for (let at = 2; at < letters.length - 1; at += 1) if (((levels[at] ?? 0) & 1) === 1) breaks.push(at);
  return breaks;
}

/** A node is what may follow, the number of the levels of a pattern that ends here, or both. No object has a letter by birth. */
const childOf = (node: Node, letter: string): Node | undefined =>
  typeof node === 'number' ? undefined : (Array.isArray(node) ? node[0] : node)[letter];
