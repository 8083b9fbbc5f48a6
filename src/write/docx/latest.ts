/** Things worth keeping for the next document, with a bound on their number. */

export interface Latest<T> {
  /** What was made before for the same words and the same object, or what `make` makes now. */
  get(words: string, object: object | null, make: () => T): T;
}

/** Keeps `limit` things; the one that was not asked for the longest goes first. */
export function keepLatest<T>(limit: number): Latest<T> {
  const kept = new Map<string, { object: object | null; thing: T }>();
  return {
    get(words, object, make) {
      const known = kept.get(words);
      const one = known?.object === object ? known : { object, thing: make() };
      kept.delete(words);
      kept.set(words, one);
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? words);
      return one.thing;
    },
  };
}
