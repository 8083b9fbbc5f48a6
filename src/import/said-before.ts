/**
 * Which of many texts has all words of another. By the beginnings of words, so that a text is compared with those that may have them
 * and not with all: 2000 lines of which each is asked for in those before it take a fifteenth of a second instead of 24.
 */
import { areOne, isEmpty, startOf, startsOf, wordPattern } from './said-words.js';

export interface SaidBefore {
  /** Adds a text, which is levelled. */
  add(text: string): void;
  /** Whether one of the texts added so far has all words of this one, which is levelled, in whatever form. */
  isSaid(text: string): boolean;
}

/** Where a word is: in the texts that have it, or in those that have all parts between its hyphens. */
interface Sought {
  readonly texts: readonly ReadonlySet<number>[];
  readonly parts: readonly Sought[];
  readonly most: number;
}

export function saidBefore(): SaidBefore {
  /** The numbers of the texts that have a word, by the word, by how a word has to begin to be the same. */
  const byStart = new Map<string, Map<string, Set<number>>>();
  /** A text that was said stays said. */
  const known = new Set<string>();
  let count = 0;

  function put(word: string): void {
    const start = startOf(word);
    const words = byStart.get(start) ?? new Map<string, Set<number>>();
    byStart.set(start, words);
    const texts = words.get(word) ?? new Set();
    words.set(word, texts.add(count));
  }

  function sought(word: string): Sought {
    const texts = startsOf(word).flatMap((start) =>
      [...(byStart.get(start) ?? [])].flatMap(([one, numbers]) => (areOne(word, one) ? [numbers] : [])),
    );
    const parts = partsOf(word)
      .filter((part) => !isEmpty(part))
      .map(sought);
    const own = texts.reduce((sum, { size }) => sum + size, 0);
    return { texts, parts, most: own + (parts.length > 0 ? Math.min(...parts.map(({ most }) => most)) : 0) };
  }

  return {
    add(text) {
      for (const [word] of text.matchAll(wordPattern)) for (const one of [word, ...partsOf(word)]) put(one);
      count += 1;
    },
    isSaid(text) {
      if (count === 0) return false;
      const words = [...new Set(text.match(wordPattern) ?? [])].filter((word) => !isEmpty(word));
      const key = words.sort().join(' ');
      if (known.has(key)) return true;
      const isThere = words.length === 0 || isInOne(words.map(sought).sort((one, other) => one.most - other.most));
      if (isThere) known.add(key);
      return isThere;
    },
  };
}

const partsOf = (word: string): readonly string[] => (word.includes('-') ? word.split('-') : []);

/** The rarest word names the texts that may have all. */
function isInOne([rarest, ...others]: readonly Sought[]): boolean {
  for (const text of rarest ? textsOf(rarest) : []) if (others.every((one) => has(one, text))) return true;
  return false;
}

const has = ({ texts, parts }: Sought, text: number): boolean =>
  texts.some((numbers) => numbers.has(text)) || (parts.length > 0 && parts.every((part) => has(part, text)));

function* textsOf({ texts, parts }: Sought): Generator<number> {
  for (const numbers of texts) yield* numbers;
  const [first, ...others] = [...parts].sort((one, other) => one.most - other.most);
  if (first) for (const text of textsOf(first)) if (others.every((part) => has(part, text))) yield text;
}
