/** Who holds a position on a day: those in it, whoever stands in for somebody away, and what is vacant. */
import type { Holder, StructurePosition } from './structure.generated.js';

/** A day as YYYY-MM-DD; null where papers are made for no day in particular. */
export type Day = string | null;

/** Without a day everybody is there who has no last day yet and is not away. */
const isThere = ({ from, until }: Pick<Holder, 'from' | 'until'>, day: Day): boolean =>
  day === null ? true : (from === undefined || from <= day) && (until === undefined || day <= until);

/** Without a day only those whose return nobody knows are away. */
const isAway = ({ absent }: Holder, day: Day): boolean =>
  absent !== undefined && (day === null ? absent.until === undefined : isThere(absent, day));

/** All holders on a day, those who stand in among them. */
export const holdersOn = ({ holders = [] }: StructurePosition, day: Day): readonly Holder[] => holders.filter((one) => isThere(one, day));

/**
 * Who signs as the holder: whoever stands in where the holder is away or there is none, else the holder; null for a
 * vacancy. Of several nobody can tell, and the first of the file is taken.
 */
export function signingHolder(position: StructurePosition, day: Day): Holder | null {
  const there = holdersOn(position, day);
  const own = there.filter(({ acting }) => acting !== true);
  const present = own.find((one) => !isAway(one, day));
  const standIn = there.find(({ acting }) => acting === true);
  // Whoever stands in has a day on which that begins: without a day of the paper nobody knows whether it has.
  return present ?? standIn ?? own[0] ?? null;
}

/** How many full-time units the table has of a position: one where it does not say. */
export const unitsOf = ({ units }: StructurePosition): number => units ?? 1;

/** Full-time units that somebody of their own holds on a day, those away among them. */
export const unitsHeld = (position: StructurePosition, day: Day): number =>
  sum(
    holdersOn(position, day)
      .filter(({ acting }) => acting !== true)
      .map(({ fte }) => fte ?? 1),
  );

/** Full-time units that nobody holds on a day; never less than none. */
export const unitsVacant = (position: StructurePosition, day: Day): number =>
  Math.max(0, rounded(unitsOf(position) - unitsHeld(position, day)));

const sum = (numbers: readonly number[]): number => rounded(numbers.reduce((all, one) => all + one, 0));

/** Thirds of a unit add up to one again. */
const rounded = (units: number): number => Math.round(units * 100) / 100;
