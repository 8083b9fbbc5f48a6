/**
 * Where words and concepts stand in the texts of a file, in one language. Most phrases and relations stand nowhere: with
 * this they are tried only where their rarest part is, and a role is linted in half of the time.
 */
import type { Lexicon } from './concepts.js';
import type { Locale } from '../document/document.js';
import type { Words } from './phrase.js';

/** Texts are known by their numbers, in ascending order. */
export interface TextIndex {
  words(text: number): Words;
  /** The texts that have a word of each of these choices: `fine`, `fin*`, `*boete` or `*functie*`. */
  textsWithAll(choices: readonly (readonly string[])[]): readonly number[];
  /** The texts that speak of a concept of each of these choices. */
  textsOnAll(choices: readonly (readonly string[])[], lexicon: Lexicon): readonly number[];
}

const nowhere: ReadonlySet<number> = new Set();

export function textIndex(texts: readonly Words[], language: Locale): TextIndex {
  const byWord = new Map<string, number[]>();
  texts.forEach(({ list }, text) => {
    for (const { plain } of list) {
      const places = byWord.get(plain);
      if (!places) byWord.set(plain, [text]);
      else if (places.at(-1) !== text) places.push(text);
    }
  });
  const sorted = [...byWord.keys()].sort();
  const byChoice = new Map<string, ReadonlySet<number>>();
  let byConcept: ReadonlyMap<string, ReadonlySet<number>> | null = null;

  function textsOf(choice: string): ReadonlySet<number> {
    const known = byChoice.get(choice);
    if (known) return known;
    const found = new Set(wordsOf(choice).flatMap((word) => byWord.get(word) ?? []));
    byChoice.set(choice, found);
    return found;
  }

  function wordsOf(choice: string): readonly string[] {
    const letters = choice.replaceAll('*', '');
    const [open, close] = [choice.startsWith('*'), choice.endsWith('*')];
    if (!open && !close) return [letters];
    if (open) return sorted.filter(close ? (word) => word.includes(letters) : (word) => word.endsWith(letters));
    let from = firstAt(letters);
    const found: string[] = [];
    for (let word = sorted[from]; word?.startsWith(letters); word = sorted[from]) {
      found.push(word);
      from += 1;
    }
    return found;
  }

  /** The place of the first word that does not come before these letters. */
  function firstAt(letters: string): number {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((sorted[middle] ?? '') < letters) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  function concepts(lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<number>> {
    const found = new Map<string, Set<number>>();
    texts.forEach((words, text) => {
      for (const concept of lexicon.meaning(words, language).places.keys()) {
        const places = found.get(concept);
        if (places) places.add(text);
        else found.set(concept, new Set([text]));
      }
    });
    return found;
  }

  return {
    words(text) {
      const words = texts[text];
      if (!words) throw new RangeError(`no text ${text}`);
      return words;
    },
    textsWithAll: (choices) => inAll(choices, textsOf, texts.length),
    textsOnAll(choices, lexicon) {
      const known = (byConcept ??= concepts(lexicon));
      return inAll(choices, (one) => known.get(one) ?? nowhere, texts.length);
    },
  };
}

/** The texts that every choice allows, looked for among those of the rarest. */
function inAll(choices: readonly (readonly string[])[], textsOf: (one: string) => ReadonlySet<number>, count: number): readonly number[] {
  const sets: ReadonlySet<number>[] = [];
  for (const any of choices) {
    const texts = union(any.map(textsOf));
    if (texts.size === 0) return [];
    sets.push(texts);
  }
  sets.sort((one, other) => one.size - other.size);
  const [rarest, ...others] = sets;
  if (!rarest) return Array.from({ length: count }, (_, text) => text);
  return [...rarest].filter((text) => others.every((one) => one.has(text)));
}

/** Those that are in any of the sets. */
function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const filled = sets.filter((one) => one.size > 0);
  return filled.length < 2 ? (filled[0] ?? nowhere) : new Set(filled.flatMap((one) => [...one]));
}
