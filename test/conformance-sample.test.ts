/** The sample of papers that conformance makes for a change: small, and yet nothing is left out. */
import { describe, expect, test } from 'vitest';
// @ts-expect-error A script of the project, without types.
import * as sample from '../conformance/sample.mjs';

interface Job {
  id: number;
  keys: string[];
}
const { covering } = sample as { covering(jobs: Job[], keysOf: (job: Job) => string[], seed: string): Job[] };

const sides = ['a', 'b', 'c', 'd', 'e'];
const jobs = sides.flatMap((one, row) =>
  sides.map((other, column): Job => ({ id: 5 * row + column, keys: [`row ${one}`, `column ${other}`] })),
);
const chosen = (seed: string): Job[] => covering(jobs, ({ keys }) => keys, seed);

describe('a sample', () => {
  test('meets every key with as few as can be, in the order of the whole', () => {
    for (const seed of ['one', 'two', 'three']) {
      const found = chosen(seed);
      expect(new Set(found.flatMap(({ keys }) => keys)).size).toBe(10);
      expect(found).toHaveLength(5);
      expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).sort((a, b) => a - b));
    }
  });

  test('is the same for a seed, and others come with other seeds', () => {
    expect(chosen('one')).toEqual(chosen('one'));
    expect(new Set(Array.from({ length: 20 }, (_, at) => JSON.stringify(chosen(String(at))))).size).toBeGreaterThan(10);
  });
});
