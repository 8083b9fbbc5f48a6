/**
 * How far tests go that look at the same in every role, kind or paper, or at cases of chance. `npm test` takes a part, others each
 * time the list grows; `FULL=1`, which `.ci/run` sets for a run of its own, takes all of them.
 */
const isFull = process.env.FULL !== undefined;
const step = isFull ? 1 : 5;

/** All, or every fifth from the first on. */
export const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => at % step === 0);

/** How often a property is tried: as often as that, or every fifth time, but ten times at least. */
export const runs = (many: number): number => (isFull ? many : Math.min(many, Math.max(10, Math.ceil(many / 5))));
