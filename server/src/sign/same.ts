/** Whether two values say the same, each in its own version of a file. */
import type { PdfFile } from './read/file.js';
import { isReference, PdfFault } from './read/values.js';
import type { Entries, PdfValue } from './read/values.js';

/** Comparisons; a large file takes a hundred thousand. */
const mostSteps = 5_000_000;

/** What two dictionaries differ in, and everything below them: without references followed, see `sameTree`. */
export const keysOf = (one: Entries, other: Entries): readonly string[] => [...new Set([...one.keys(), ...other.keys()])];

/** Points: programs that write a field anew round its place to five digits behind the point. */
const roundedTo = 1e-4;

/**
 * Whether a value of one version is that of another, with all that it refers to; `rounded` lets numbers differ by what rounding does.
 * Throws a PdfFault where there is no end of it.
 */
export function sameTree(before: PdfValue, after: PdfValue, old: PdfFile, now: PdfFile, rounded = false): boolean {
  const seen = new Set<string>();
  let steps = 0;
  const same = (a: PdfValue, b: PdfValue): boolean => {
    steps += 1;
    if (steps > mostSteps) throw new PdfFault('too-large');
    if (isReference(a) && isReference(b)) {
      const pair = `${a.number} ${b.number}`;
      if (seen.has(pair)) return true;
      seen.add(pair);
    }
    const [x, y] = [old.resolve(a), now.resolve(b)];
    if (rounded && typeof x === 'number' && typeof y === 'number') return Math.abs(x - y) < roundedTo;
    if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return x === y;
    return sameLeaf(x, y) ?? (sameItems(x, y, same) && sameEntries(x, y, same));
  };
  return same(before, after);
}

type Whole = Exclude<PdfValue, null | boolean | number>;

/** Null for values with others in them. */
export function sameLeaf(x: Whole, y: Whole): boolean | null {
  if (x.type !== y.type) return false;
  if (x.type === 'name') return y.type === 'name' && x.name === y.name;
  if (x.type === 'string') return y.type === 'string' && x.bytes === y.bytes;
  if (x.type === 'stream' && y.type === 'stream' && !Buffer.from(x.data).equals(Buffer.from(y.data))) return false;
  return null;
}

function sameItems(x: Whole, y: Whole, same: (a: PdfValue, b: PdfValue) => boolean): boolean {
  if (x.type !== 'array' || y.type !== 'array') return true;
  return x.items.length === y.items.length && x.items.every((item, at) => same(item, y.items[at] ?? null));
}

function sameEntries(x: Whole, y: Whole, same: (a: PdfValue, b: PdfValue) => boolean): boolean {
  if (!('entries' in x) || !('entries' in y)) return true;
  return keysOf(x.entries, y.entries).every((key) => same(x.entries.get(key) ?? null, y.entries.get(key) ?? null));
}
