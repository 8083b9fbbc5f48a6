/**
 * How far tests go that look at the same in every role, kind or paper. `npm test` takes every third, others each time the
 * list grows; `FULL=1`, which `.ci/run` sets for a run of its own, takes all of them.
 */
const step = process.env.FULL === undefined ? 3 : 1;

/** All, or every third from the first on. */
export const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at % step === 0);
