/** Two texts compared word by word. */
import { diffArrays } from 'diff';
import type { Locale } from '../document/document.js';

export interface Words {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond so many differences, two sequences have nothing in common that would help a reader. */
const mostEdits = 800;

/** Less than this part in common, and the old text struck out whole reads better than shreds of it. */
const leastCommon = 0.3;

const segmenters = new Map<Locale, Intl.Segmenter>();

/** A text cut into words, spaces and signs, which joined give the text again. */
export function wordsOf(text: string, locale: Locale): string[] {
  let segmenter = segmenters.get(locale);
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })));
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What was removed from `before` and added in `after`, with what both share. Joining `same` and `added` gives `after`. */
export function compareWords(before: string, after: string, locale: Locale): Words[] {
  const steps = tidied(compareSequences(wordsOf(before, locale), wordsOf(after, locale)), isConnective);
  const words = steps.map(({ kind, items }): Words => ({ kind, text: items.join('') }));
  return commonPart(words) < leastCommon ? replaced(before, after) : words;
}

export interface Step<T> {
  kind: Words['kind'];
  items: T[];
}

/**
 * The shortest way from one sequence to another, in runs; of what is the same, the newer items. `keyOf` says when two
 * items are. Sequences that differ all too much are replaced as a whole.
 */
export function compareSequences<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string = String): Step<T>[] {
  const oldItems = before.map((item) => ({ key: keyOf(item), item }));
  const newItems = after.map((item) => ({ key: keyOf(item), item }));
  const runs = diffArrays(oldItems, newItems, { comparator: (a, b) => a.key === b.key, maxEditLength: mostEdits }) ?? [
    { value: oldItems, removed: true, added: false },
    { value: newItems, removed: false, added: true },
  ];
  return runs
    .filter(({ value }) => value.length > 0)
    .map(
      ({ value, removed, added }): Step<T> => ({
        kind: removed ? 'removed' : added ? 'added' : 'same',
        items: value.map(({ item }) => item),
      }),
    );
}

/**
 * The steps as people read them: what was removed before what was added in its place, and what is the same only by
 * chance, such as the space between two changed words, taken along with its neighbours.
 */
export function tidied<T>(
  steps: readonly Step<T>[],
  isLoose: (items: readonly T[]) => boolean,
  keyOf: (item: T) => string = String,
): Step<T>[] {
  const out: Step<T>[] = [];
  let removed: T[] = [];
  let added: T[] = [];
  const same = (items: T[]): void => {
    if (items.length === 0) return;
    const last = out.at(-1);
    if (last?.kind === 'same') last.items.push(...items);
    else out.push({ kind: 'same', items: [...items] });
  };
  const settle = (): void => {
    // What was taken along at either end stays after all.
    const start = sharedStart(removed, added, keyOf);
    const end = sharedStart(removed.slice(start).reverse(), added.slice(start).reverse(), keyOf);
    same(added.slice(0, start));
    const [gone, come] = [removed.slice(start, removed.length - end), added.slice(start, added.length - end)];
    if (gone.length > 0) out.push({ kind: 'removed', items: gone });
    if (come.length > 0) out.push({ kind: 'added', items: come });
    same(added.slice(added.length - end));
    [removed, added] = [[], []];
  };
  steps.forEach(({ kind, items }, at) => {
    if (kind === 'removed') removed.push(...items);
    else if (kind === 'added') added.push(...items);
    else if (removed.length > 0 && added.length > 0 && at < steps.length - 1 && isLoose(items)) {
      removed.push(...items);
      added.push(...items);
    } else {
      settle();
      same(items);
    }
  });
  settle();
  return out;
}

/** How many items two sequences begin with alike. */
function sharedStart<T>(one: readonly T[], other: readonly T[], keyOf: (item: T) => string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && keyOf(one[count] as T) === keyOf(other[count] as T)) count += 1;
  return count;
}

/** A space, or a sign with its space. */
export const isConnective = (items: readonly string[]): boolean =>
  items.every((one) => /^[\s\p{P}]*$/u.test(one)) && items.join('').length <= 2;

function replaced(before: string, after: string): Words[] {
  const words: Words[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return words.filter(({ text }) => text !== '');
}

/** How much of the longer text stays, in letters; 1 when there are none. */
function commonPart(words: readonly Words[]): number {
  const letters = (...kinds: Words['kind'][]): number =>
    words.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  const longer = Math.max(letters('same', 'removed'), letters('same', 'added'));
  return longer === 0 ? 1 : letters('same') / longer;
}
