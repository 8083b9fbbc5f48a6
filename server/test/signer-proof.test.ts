/** How tries are counted: none slips through, whoever sends many at once. The same in both databases. */
import { afterEach, describe, expect, it } from 'vitest';
import { linkOf, makeLink } from '../src/register/links.js';
import { pinFault } from '../src/signer/pins.js';
import { endedByWrong, limits, mostWrong, mayTry } from '../src/signer/proof.js';
import type { Storage } from '../src/storage/storage.js';
import { openStorage } from '../src/storage/storage.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';
import { isFull } from './programs.js';

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

  it('end all links of their request at the thirtieth that is wrong, and those of no other', async () => {
    const { storage, other, edge } = await start();
    const link = { person: 'p_1', purpose: 'answer', channel: 'mail', given: 'a•••', expires: new Date('2027-01-01') } as const;
    const make = (request: string) => storage.change((db) => makeLink({ ...link, request }, edge, db));
    const secrets = [await make('q_1'), await make('q_1'), await make('q_2')];
    const states = () => Promise.all(secrets.map(async (secret) => (await storage.look((db) => linkOf(secret, edge.now(), db))).state));
    const wrong = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, at) => endedByWrong('q_1', at % 2 === 0 ? storage : other, tell)));
    let told = 0;
    const tell = async (): Promise<void> => void (told += 1);
    expect((await wrong(mostWrong - 1)).some((ended) => ended)).toBe(false);
    expect(await states()).toEqual(['good', 'good', 'good']);
    expect((await wrong(5)).filter((ended) => ended)).toHaveLength(1);
    expect(await states()).toEqual(['revoked', 'revoked', 'good']);
    expect(told).toBe(1);
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

describe('a PIN', () => {
  const easy = ['111111', '123456', '654321', 'abcdef', '121212', '123123', '12341234', '1212121', 'AnnaAnna', 'annaAnna', '900900900'];
  const rows = ['112233', '223344', '998877', '111222', '121221', '123321', '789123', '112345', 'aabbcc'];
  const days = ['140285', '021490', '850214', '14021985', '02141990', '19850214', '311299'];
  it.each([...easy, ...rows, ...days])('is not %s, which is easy to guess', (pin) => expect(pinFault(pin)).toBe('simple'));

  it.each(['402917', 'rivers7', '133184', '14321985', '90112345', '1231', '12 3123'])('is judged fairly: %s', (pin) =>
    expect(pinFault(pin)).toBe(pin.length < 6 || pin.includes(' ') ? 'short' : null),
  );

  it('is nothing that others know of the person', () => {
    const own = ['00417', '+7 812 493-06-71', 'petrov.pi', 'Петрова'];
    expect(['930671', '4930671', 'Петрова7', 'petrovpi', '004171', '402917', 'петров82'].map((pin) => pinFault(pin, own))).toEqual([
      ...Array<string>(5).fill('simple'),
      ...[null, null],
    ]);
  });

  it('is refused to one of eight at most, of all that have six digits', () => {
    // Else every nineteenth, which has all digits in every place.
    const step = isFull ? 1 : 19;
    let refused = 0;
    for (let number = 0; number < 1_000_000; number += step) if (pinFault(String(number).padStart(6, '0')) !== null) refused += 1;
    expect(refused).toBeGreaterThan(0);
    expect(refused * step).toBeLessThan(125_000);
  });
});
