/** What was made once and may serve again. */

/** Gives what was made for a key before, or makes it now. */
export type Kept<K, V> = (key: K, make: () => V) => V;

/**
 * Keeps what was made, up to `limit` by the weights of all entries together; what has not been asked for the longest
 * goes first. With 0 nothing is kept.
 */
export function keep<K, V>(limit: number, weigh: (key: K, made: V) => number): Kept<K, V> {
  const entries = new Map<K, { made: V; weight: number }>();
  let total = 0;
  return (key, make) => {
    const known = entries.get(key);
    if (known) {
      // A map has its keys in the order in which they came: this one is the youngest now.
      entries.delete(key);
      entries.set(key, known);
      return known.made;
    }
    const made = make();
    const weight = weigh(key, made);
    if (weight > limit) return made;
    entries.set(key, { made, weight });
    total += weight;
    for (const [oldest, entry] of entries) {
      if (total <= limit) break;
      entries.delete(oldest);
      total -= entry.weight;
    }
    return made;
  };
}
