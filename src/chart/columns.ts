/** Boxes one below the other: each with those below it further in, as in a table of contents. */
import { space } from './space.js';
import type { Shown } from './space.js';

/** A box in a column. */
export interface Entry<S extends Shown> {
  readonly shown: S;
  /** How far in it stands: 1 for those who report to whoever the column hangs from. */
  readonly depth: number;
  /** From the upper edge of the column, mm. */
  readonly y: number;
  /** Whoever it reports to in the column; null for the head of it. */
  readonly superior: Entry<S> | null;
}

export interface Column<S extends Shown> {
  readonly entries: readonly Entry<S>[];
  readonly height: number;
  /** How far in the innermost of its boxes stand. */
  readonly depth: number;
}

/** How far in those below stand at most, counted from 1. */
export const depthOf = ({ below }: Shown): number => 1 + below.reduce((most, one) => Math.max(most, depthOf(one)), 0);

/** How high a box is with all below it. */
const heightOf = ({ height, below }: Shown): number => below.reduce((sum, one) => sum + space.between + heightOf(one), height);

/** The fewest columns, none higher than `room`, that take these boxes in their order; null where one is too high with those below it. */
export function fewestColumns(all: readonly Shown[], room: number): number | null {
  const heights = all.map(heightOf);
  return heights.some((height) => height > room) ? null : countWithin(heights, room);
}

/** At most so many columns, as even as their order allows. */
export function columnsOf<S extends Shown>(all: readonly S[], most: number): readonly Column<S>[] {
  const heights = all.map(heightOf);
  // The least height that does is the sum of some of the heights; halving comes as near to it as anybody can see.
  let [low, high] = [Math.max(...heights), heights.reduce((sum, height) => sum + space.between + height, 0)];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (countWithin(heights, middle) <= most) high = middle;
    else low = middle;
  }
  const columns: S[][] = [];
  let filled = Infinity;
  for (const [at, one] of all.entries()) {
    const height = heights[at] ?? 0;
    if (filled + space.between + height > high) {
      columns.push([]);
      filled = -space.between;
    }
    columns.at(-1)?.push(one);
    filled += space.between + height;
  }
  return columns.map(columnOf);
}

function countWithin(heights: readonly number[], room: number): number {
  let [count, filled] = [0, Infinity];
  for (const height of heights) {
    if (filled + space.between + height > room) {
      count += 1;
      filled = -space.between;
    }
    filled += space.between + height;
  }
  return count;
}

function columnOf<S extends Shown>(all: readonly S[]): Column<S> {
  const entries: Entry<S>[] = [];
  let y = 0;
  const add = (shown: S, depth: number, superior: Entry<S> | null): void => {
    const entry = { shown, depth, y, superior };
    entries.push(entry);
    y += shown.height + space.between;
    for (const one of shown.below as readonly S[]) add(one, depth + 1, entry);
  };
  for (const one of all) add(one, 1, null);
  return { entries, height: y - space.between, depth: Math.max(...entries.map(({ depth }) => depth)) };
}
