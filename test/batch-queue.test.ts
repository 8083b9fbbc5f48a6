/** People with one role wait together, and no hand changes the role without need. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue } from '../src/desk/batch/queue.js';

const filled = (sorts: readonly string[]) => {
  const queue = createQueue<number>();
  sorts.forEach((sort, at) => queue.add(sort, at));
  return queue;
};

describe('the queue of a batch', () => {
  it('goes on with what a hand has begun, then takes what waits longest of the most', () => {
    const queue = filled(['a', 'b', 'b', 'c', 'b', 'a']);
    expect(Array.from({ length: 7 }, () => queue.next(0))).toEqual([1, 2, 4, 0, 5, 3, null]);
  });

  it('gives two hands different work, as long as there is some', () => {
    const queue = filled(['a', 'a', 'a', 'b', 'b', 'a']);
    expect([queue.next(0), queue.next(1), queue.next(0), queue.next(1)]).toEqual([0, 3, 1, 4]);
    expect([queue.next(1), queue.next(0), queue.next(1)]).toEqual([2, 5, null]);
  });

  it('loses nothing and gives nothing twice, whoever asks in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.infiniteStream(fc.nat(2)), (sorts, hands) => {
        const queue = filled(sorts);
        const given = sorts.map(() => queue.next(Number(hands.next().value)));
        expect(given.toSorted((a, b) => Number(a) - Number(b))).toEqual(sorts.map((_, at) => at));
        expect(queue.size).toBe(0);
      }),
    );
  });
});
