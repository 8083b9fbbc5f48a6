/** Work that waits, sorted by what it has in common: whoever goes on with work of one sort is quicker than who changes. */

export interface Queue<T> {
  /** How much waits. */
  readonly size: number;
  add(sort: string, work: T): void;
  /** The next work for one of several makers: of the sort it had last, else of the sort of which most waits and which nobody else works at. */
  next(maker: number): T | null;
}

export function createQueue<T>(): Queue<T> {
  const waiting = new Map<string, T[]>();
  const current = new Map<number, string>();
  let size = 0;
  const longest = (maker: number): string | undefined => {
    const taken = new Set([...current].flatMap(([other, sort]) => (other === maker ? [] : [sort])));
    // Sorting is stable: of equally many those that came first.
    return [...waiting].sort(([one, a], [other, b]) => Number(taken.has(one)) - Number(taken.has(other)) || b.length - a.length)[0]?.[0];
  };
  return {
    get size() {
      return size;
    },
    add(sort, work) {
      const same = waiting.get(sort);
      if (same) same.push(work);
      else waiting.set(sort, [work]);
      size += 1;
    },
    next(maker) {
      const last = current.get(maker);
      const sort = last !== undefined && waiting.has(last) ? last : longest(maker);
      const same = sort === undefined ? undefined : waiting.get(sort);
      const work = same?.shift();
      if (sort === undefined || work === undefined) return null;
      current.set(maker, sort);
      size -= 1;
      if (same?.length === 0) waiting.delete(sort);
      return work;
    },
  };
}
