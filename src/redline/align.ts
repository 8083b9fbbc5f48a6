/** Which part of the older tree is which part of the newer one. */
import { compareSequences, wordsOf } from '../diff/words.js';
import type { Locale } from '../document/document.js';

/** One of the two is null for a part that only one tree has. */
export interface Pair<T> {
  before: T | null;
  after: T | null;
}

export interface Likeness<T> {
  /** The same for parts that are the same beyond doubt: of the same name, or of the same content where they have none. */
  keyOf(part: T): string;
  /** Whether two parts can become one, with its differences inside. */
  joins(before: T, after: T): boolean;
  /** From 0 to 1: how much two parts without a common key look alike. */
  alike(before: T, after: T): number;
}

/** So alike are two parts that a reader takes for one that was changed. */
export const enough = 0.5;

/** Comparing each with each is for short stretches; in longer ones nobody could follow it. */
const mostComparisons = 2_500;

/**
 * Both lists as one, in the order of both: what they share in pairs, what was removed before what stands in its place.
 * What changed its place is removed there and added here.
 */
export function align<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [gone, come]: [T[], T[]] = [[], []];
  let at = 0;
  const settle = (): void => {
    pairs.push(...pairedByLikeness(gone, come, likeness));
    [gone, come] = [[], []];
  };
  for (const { kind, items } of compareSequences(before, after, (part) => likeness.keyOf(part))) {
    for (const part of items) {
      if (kind === 'added') {
        come.push(part);
        continue;
      }
      const old = before[at] as T;
      at += 1;
      if (kind === 'removed') gone.push(old);
      else if (!likeness.joins(old, part)) {
        gone.push(old);
        come.push(part);
      } else {
        settle();
        pairs.push({ before: old, after: part });
      }
    }
  }
  settle();
  return pairs;
}

/** Pairs of the greatest likeness in all that keep to the order of both lists. */
function pairedByLikeness<T>(gone: readonly T[], come: readonly T[], { joins, alike }: Likeness<T>): Pair<T>[] {
  const apart = [...gone.map((before) => ({ before, after: null })), ...come.map((after) => ({ before: null, after }))];
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > mostComparisons) return apart;
  const worth = gone.map((old) =>
    come.map((young) => {
      const likeness = joins(old, young) ? alike(old, young) : 0;
      return likeness >= enough ? likeness : 0;
    }),
  );
  // best[i][j]: the most that can be had from the parts from i and from j on.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const worthOf = (i: number, j: number): number => worth[i]?.[j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const together = worthOf(i, j) > 0 ? worthOf(i, j) + at(i + 1, j + 1) : 0;
      (best[i] ?? [])[j] = Math.max(at(i + 1, j), at(i, j + 1), together);
    }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const [old = null, young = null] = [gone[i], come[j]];
    if (old !== null && young !== null && worthOf(i, j) > 0 && at(i, j) === worthOf(i, j) + at(i + 1, j + 1)) {
      pairs.push({ before: old, after: young });
      [i, j] = [i + 1, j + 1];
    } else if (old !== null && (young === null || at(i, j) === at(i + 1, j))) {
      pairs.push({ before: old, after: null });
      i += 1;
    } else {
      pairs.push({ before: null, after: young });
      j += 1;
    }
  }
  return pairs;
}

/** How many of their words two texts share, from 0 to 1, wherever these stand. */
export function likenessOf(before: string, after: string, locale: Locale): number {
  const [old, young] = [before, after].map((text) => wordsOf(text.toLowerCase(), locale).filter((word) => /[\p{L}\p{N}]/u.test(word)));
  if (!old || !young || old.length + young.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of young) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (old.length + young.length);
}
