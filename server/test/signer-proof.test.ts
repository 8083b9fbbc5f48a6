/** How tries are counted: none slips through, whoever sends many at once. The same in both databases. */
import { afterEach, expect, it } from 'vitest';
import { limits, mayTry } from '../src/signer/proof.js';
import type { Storage } from '../src/storage/storage.js';
import { openStorage } from '../src/storage/storage.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';

onBothDatabases('tries', ({ next }) => {
  const opened: Storage[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  async function start() {
    const edge = madeEdge();
    const target = await next();
    const storage = await openStorage(target, edge, { create: true });
    const other = await openStorage(target, edge);
    opened.push(storage, other);
    return { storage, other, edge };
  }

  it('are counted one by one, though they come at once and to two servers', async () => {
    const { storage, other } = await start();
    const all = await Promise.all(Array.from({ length: 40 }, (_, at) => mayTry('pin', 'p_1', at % 2 === 0 ? storage : other)));
    expect(all.filter((may) => may)).toHaveLength(limits.pin.most);
    expect(await mayTry('pin', 'p_2', storage)).toBe(true);
  });

  it('begin anew after their time, and not later because of those that were refused', async () => {
    const { storage, edge } = await start();
    const some = async (count: number): Promise<boolean[]> => {
      const told: boolean[] = [];
      for (let at = 0; at < count; at += 1) told.push(await mayTry('code', 's_1', storage));
      return told;
    };
    expect(await some(6)).toEqual([true, true, true, true, true, false]);
    edge.wait(30 * 60_000);
    expect(await some(1)).toEqual([false]);
    edge.wait(30 * 60_000);
    expect(await some(6)).toEqual([true, true, true, true, true, false]);
  });
});
