/** What of a text tells to which section it belongs: its stems, its pairs of stems, how it begins, and what sorts of figures it has. */
import { plain, stemOf, wordsOf } from './words.js';

/** A trait, and where the word stands in the text that it is from; null for what is no word of it. */
export interface Trait {
  readonly name: string;
  readonly word: string | null;
}

/** From which length on the end of a word tells its form, and a part of it what it is compounded of. */
const longWord = 5;
const compound = 9;

/** How many words of a text are looked at: a text says early what it is about, and the time is bounded. */
const mostWords = 60;

/** The traits of a sentence or an entry, each once. */
export function traitsOf(text: string): Trait[] {
  const words = wordsOf(text.slice(0, 1000)).slice(0, mostWords);
  const traits = new Map<string, Trait>();
  const add = (name: string, word: string | null): void => {
    if (!traits.has(name)) traits.set(name, { name, word });
  };
  const stems = words.map((word) => (/\p{L}/u.test(word) ? stemOf(word) : '0'));
  stems.forEach((stem, at) => {
    const word = words[at] ?? '';
    if (stem !== '0') add(stem, word);
    const before = stems[at - 1];
    if (before !== undefined) add(`${before}_${stem}`, `${words[at - 1] ?? ''} ${word}`);
    // «Werktijdenregeling», «электробезопасность»: what a long word begins with is known more often than all of it.
    if (word.length >= compound) add(`${word.slice(0, 6)}*`, word);
  });
  const [first, second] = stems;
  if (first !== undefined) {
    add(`^${first}`, words[0] ?? '');
    if (second !== undefined) add(`^${first}_${second}`, `${words[0] ?? ''} ${words[1] ?? ''}`);
    const word = words[0] ?? '';
    if (word.length > longWord) add(`^~${word.slice(-3)}`, null);
  }
  for (const [name, pattern] of figures) if (pattern.test(text)) add(name, null);
  add(`#${words.length < 4 ? 'few' : words.length < 9 ? 'some' : 'many'}`, null);
  return [...traits.values()];
}

/** Figures and signs that a text has, by the names of their traits. */
export const figures: readonly (readonly [string, RegExp])[] = [
  ['#percent', /\d\s?%/u],
  ['#money', /[€$£₽]|\bEUR\b|руб/iu],
  ['#clock', /\d[:.]\d{2}(?!\d)/u],
  ['#figure', /\d/u],
  ['#colon', /^.{2,50}:\s/u],
  ['#question', /\?/u],
  ['#compared', /[<>≤≥]\s?\d/u],
];

/** The traits of a heading: the same, kept apart from those of sentences, for a word means another thing there. */
export const headingTraits = (text: string): Trait[] => {
  const words = wordsOf(plain(text).slice(0, 200));
  const traits = new Map<string, Trait>();
  words.forEach((word, at) => {
    const stem = /\p{L}/u.test(word) ? stemOf(word) : '0';
    const add = (name: string, shown: string): void => void traits.set(name, { name: `=${name}`, word: shown });
    add(stem, word);
    const before = words[at - 1];
    if (before !== undefined) add(`${stemOf(before)}_${stem}`, `${before} ${word}`);
    if (at === 0) add(`^${stem}`, word);
    if (word.length >= compound) add(`${word.slice(0, 6)}*`, word);
  });
  return [...traits.values()];
};
