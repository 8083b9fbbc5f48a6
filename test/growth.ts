/** How work grows with what it is given, which is the same on a slow machine as on a quick one. */
import { expect } from 'vitest';

const times = 4;
/** In milliseconds of processor time: below it the clock is coarser than the work. */
const beneathNotice = 60;
/** Four times as much costs four times as much, sixteen times where each meets each. */
const limit = 8;

/** Expects that four times `size` costs less than eight times what `size` does, in one of three tries. */
export function expectSteadyGrowth(size: number, work: (size: number) => void): void {
  let least = Infinity;
  for (let tries = 0; tries < 3 && least >= limit; tries++) {
    const few = cost(() => {
      work(size);
    });
    const many = cost(() => {
      work(size * times);
    });
    least = Math.min(least, many < beneathNotice ? 0 : many / Math.max(few, 1));
  }
  expect(least).toBeLessThan(limit);
}

function cost(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  return process.cpuUsage(begun).user / 1000;
}
