/** What was read of all of the register, for as long as nothing has happened there: who asks once more need not have 10,000 people read. */
import type { Storage } from '../storage/storage.js';

interface Read {
  readonly seq: number;
  readonly found: Promise<unknown>;
}

const read = new WeakMap<object, Map<string, Read>>();

/** What `look` gives, asked anew once something has happened; `name` tells it from all else that is asked so. What was refused is not kept. */
export async function asItStands<T>(name: string, storage: Storage, look: () => Promise<T>): Promise<T> {
  const { seq } = await storage.read.head();
  const own = read.get(storage.aside) ?? new Map<string, Read>();
  read.set(storage.aside, own);
  const before = own.get(name);
  if (before?.seq === seq) return (await before.found) as T;
  const found = look();
  own.set(name, { seq, found });
  try {
    return await found;
  } catch (error) {
    if (own.get(name)?.found === found) own.delete(name);
    throw error;
  }
}
