/** What was made once and may serve again: one store for all that a press keeps, and one budget for all of it. */

export interface Kept {
  /** A part of the store for things of one kind, which weigh so many bytes besides their keys. */
  drawer<V>(weigh: (made: V) => number): Drawer<V>;
  /** A name that nothing else in this store has. */
  name(): string;
}

/**
 * Things by their keys. A key says all that the thing depends on, by content: see `contentKey`. What is kept must not
 * change any more.
 */
export interface Drawer<V> {
  /** What was made for the key before, or what `make` makes now. */
  get(key: string, make: () => V): V;
  /** The same, kept only when the key comes for the second time: what names one person would fill the store for nothing. */
  getAgain(key: string, make: () => V, settle: (made: V) => V): V;
  /** What was made before, for things whose making has to be waited for. */
  known(key: string): V | undefined;
  add(key: string, made: V): V;
}

/**
 * Bytes. All library roles in three languages, as Word and as PDF, take some forty megabytes; a batch is no faster with
 * more than that.
 */
const usual = 64_000_000;

/** An entry itself, and its places in the tables. */
const own = 250;

interface KeptThing {
  readonly drawer: Map<string, KeptThing>;
  readonly key: string;
  /** Null for the mark of a key that has come once. */
  readonly thing: { readonly made: unknown } | null;
  readonly weight: number;
}

/**
 * A store of at most `budget` bytes, by estimates that are told beside each drawer; what has not been asked for the
 * longest goes first, whatever its kind. With 0 nothing is kept.
 */
export function openKept(budget = usual): Kept {
  /** In the order in which they were asked for last. */
  const entries = new Set<KeptThing>();
  let total = 0;
  let names = 0;

  const remove = (entry: KeptThing): void => {
    entries.delete(entry);
    entry.drawer.delete(entry.key);
    total -= entry.weight;
  };
  const put = (drawer: Map<string, KeptThing>, key: string, thing: KeptThing['thing'], weight: number): void => {
    const before = drawer.get(key);
    if (before) remove(before);
    // A character takes two bytes, if it is not Latin.
    const entry: KeptThing = { drawer, key, thing, weight: own + 2 * key.length + weight };
    if (entry.weight > budget) return;
    drawer.set(key, entry);
    entries.add(entry);
    total += entry.weight;
    for (const oldest of entries) {
      if (total <= budget) break;
      remove(oldest);
    }
  };

  return {
    name: () => `#${(names += 1)}`,
    drawer<V>(weigh: (made: V) => number): Drawer<V> {
      const drawer = new Map<string, KeptThing>();
      const find = (key: string): KeptThing | undefined => {
        const entry = drawer.get(key);
        if (entry) {
          entries.delete(entry);
          entries.add(entry);
        }
        return entry;
      };
      const thingOf = (entry: KeptThing | undefined): { readonly made: V } | null => (entry?.thing ?? null) as { readonly made: V } | null;
      const add = (key: string, made: V): V => {
        put(drawer, key, { made }, weigh(made));
        return made;
      };
      return {
        get(key, make) {
          const thing = thingOf(find(key));
          return thing ? thing.made : add(key, make());
        },
        getAgain(key, make, settle) {
          const thing = thingOf(find(key));
          if (thing) return thing.made;
          const mark = markOf(key);
          const made = make();
          if (find(mark)) return add(key, settle(made));
          put(drawer, mark, null, 0);
          return made;
        },
        known: (key) => thingOf(find(key))?.made,
        add,
      };
    },
  };
}

/**
 * What is left of a key that has come once. Whole keys of what names one person, such as the dates of a checklist, filled a
 * third of the store of a batch. Another key with the same mark is only kept at its first coming, not taken for this one.
 */
function markOf(key: string): string {
  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let mark = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) mark = Math.imul(mark ^ key.charCodeAt(at), 0x01000193);
  return `once ${mark >>> 0}`;
}
