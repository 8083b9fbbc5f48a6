/** Counts of traits out of texts whose section is known: what `locales/sections.*.yaml` is made of. */
import { guessedKeys } from './section-guess.js';
import type { GuessedKey, SectionCounts } from './section-guess.js';
import { headingTraits, traitsOf } from './section-traits.js';

export interface KnownTexts {
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

/** A trait that one text has says nothing: two must have it, and more where there are many of its sort, as there are of pairs; of these most must be of one section. */
const fewest = (name: string): number => (/[_*]/u.test(name) ? 3 : 2);

/** The same texts give the same counts, in the same order. */
export function countsOf(known: Readonly<Record<GuessedKey, KnownTexts>>): SectionCounts {
  const counted = new Map<GuessedKey, Map<string, number>>();
  const all = new Map<string, number>();
  for (const key of guessedKeys) {
    const own = new Map<string, number>();
    counted.set(key, own);
    const count = (name: string): void => {
      own.set(name, (own.get(name) ?? 0) + 1);
      all.set(name, (all.get(name) ?? 0) + 1);
    };
    for (const text of new Set(known[key].sentences)) for (const { name } of traitsOf(text)) count(name);
    for (const text of new Set(known[key].headings)) for (const { name } of headingTraits(text)) count(name);
  }
  const isTelling = (name: string): boolean => {
    const total = all.get(name) ?? 0;
    const most = Math.max(...guessedKeys.map((key) => counted.get(key)?.get(name) ?? 0));
    return total >= fewest(name) && (!name.includes('_') || most * 2 > total);
  };
  const sizes = (part: keyof KnownTexts): Record<string, number> =>
    Object.fromEntries(guessedKeys.map((key) => [key, new Set(known[key][part]).size]));
  return {
    texts: sizes('sentences'),
    headings: sizes('headings'),
    traits: Object.fromEntries(guessedKeys.map((key) => [key, linesOf([...(counted.get(key) ?? [])].filter(([name]) => isTelling(name)))])),
  };
}

function linesOf(counts: readonly (readonly [string, number])[]): string {
  const byCount = new Map<number, string[]>();
  for (const [name, count] of counts) byCount.set(count, [...(byCount.get(count) ?? []), name]);
  return [...byCount]
    .sort(([a], [b]) => b - a)
    .map(([count, names]) => `${count} ${names.sort((a, b) => (a < b ? -1 : 1)).join(' ')}`)
    .join('\n');
}
