/**
 * How far tests go that look at the same in every role, kind or paper, or at cases of chance. `npm test` takes a part, others each
 * time the list grows; `FULL=1`, which `.ci/run` sets for a run of its own, takes all of them.
 */
import { it } from 'vitest';

const isFull = process.env.FULL !== undefined;
const step = isFull ? 1 : 8;

/** All, or every eighth from the first on. */
export const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at % step === 0);

/** How often a property is tried: as often as that, or every tenth time, but ten times at least. */
export const runs = (many: number): number => (isFull ? many : Math.min(many, Math.max(10, Math.ceil(many / 10))));

/** Every twenty-fourth, where it takes long and one would do. */
export const few = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => isFull || at % (3 * step) === 0);

/** A test that measures time, or that what is generated is new, with `FULL=1` alone. */
export const fully = it.skipIf(!isFull);
