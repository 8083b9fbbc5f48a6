/** Who holds a position on a day: those in it, whoever stands in for somebody away, and what is vacant. */
import type { Holder, StructurePosition } from './structure.generated.js';

/** A day as YYYY-MM-DD; null where papers are made for no day in particular. */
export type Day = string | null;

/** Without a day all count whom the file names: nobody knows who has come and gone. */
export const isThere = ({ from, until }: Pick<Holder, 'from' | 'until'>, day: Day): boolean =>
  day === null ? true : (from === undefined || from <= day) && (until === undefined || day <= until);

/** Whether a holder is away for long; without a day only those whose return nobody knows are. */
export const isAway = ({ absent }: Holder, day: Day): boolean =>
  absent !== undefined && (day === null ? absent.until === undefined : isThere(absent, day));

/** All holders on a day, those who stand in among them. */
export const holdersOn = ({ holders = [] }: StructurePosition, day: Day): readonly Holder[] => holders.filter((one) => isThere(one, day));

/** Those who hold it themselves, without whoever stands in. */
export const ownHoldersOn = (position: StructurePosition, day: Day): readonly Holder[] =>
  holdersOn(position, day).filter(({ acting }) => acting !== true);

/** Whoever is there to sign: of those who hold it themselves somebody who is not away, else somebody who stands in; null for nobody. */
export const presentOn = (position: StructurePosition, day: Day): Holder | null =>
  firstNow(
    ownHoldersOn(position, day).filter((one) => !isAway(one, day)),
    day,
  ) ??
  // Whoever stands in has a day on which that begins: without a day of the paper nobody knows whether it has.
  firstNow(
    holdersOn(position, day).filter(({ acting }) => acting === true),
    day,
  );

/**
 * Who signs as the holder: whoever stands in where the holder is away or there is none, else the holder; null for a
 * vacancy. Of several nobody can tell, and the first of the file is taken; without a day the first who has no last day.
 */
export const signingHolder = (position: StructurePosition, day: Day): Holder | null =>
  presentOn(position, day) ?? firstNow(ownHoldersOn(position, day), day);

const firstNow = (holders: readonly Holder[], day: Day): Holder | null =>
  (day === null ? holders.find(({ until }) => until === undefined) : undefined) ?? holders[0] ?? null;

/** How many full-time units the table has of a position: one where it does not say. */
export const unitsOf = ({ units }: StructurePosition): number => units ?? 1;

/**
 * Full-time units that somebody of their own holds on a day, those away among them; without a day as many as are ever held
 * at once, since holders may follow one another.
 */
export const unitsHeld = ({ holders = [] }: StructurePosition, day: Day): number =>
  mostAtOnce(
    holders.filter((one) => one.acting !== true && isThere(one, day)),
    day,
    ({ fte }) => fte ?? 1,
  );

/** How many hold it themselves on a day; without a day, ever at once. */
export const peopleHolding = (position: StructurePosition, day: Day): number => mostAtOnce(ownHoldersOn(position, day), day, () => 1);

/** The most that holders come to together: on the day on which all of them are there, else on any. */
export function mostAtOnce(holders: readonly Holder[], day: Day, weigh: (holder: Holder) => number): number {
  if (holders.length < 2) return holders[0] ? weigh(holders[0]) : 0;
  if (day !== null || holders.every(({ from, until }) => from === undefined && until === undefined)) return sum(holders.map(weigh));
  const changes = holders
    .flatMap((one) => [
      { day: one.from ?? '', end: false, units: weigh(one) },
      ...(one.until === undefined ? [] : [{ day: one.until, end: true, units: -weigh(one) }]),
    ])
    // Somebody is there on the last day as well.
    .sort((a, b) => (a.day === b.day ? Number(a.end) - Number(b.end) : a.day < b.day ? -1 : 1));
  let [now, most] = [0, 0];
  for (const { units } of changes) {
    now = rounded(now + units);
    most = Math.max(most, now);
  }
  return most;
}

/** Full-time units of a position on a day: in the table, held, and held by nobody, which are never less than none. */
export interface Units {
  readonly table: number;
  readonly held: number;
  readonly vacant: number;
}

export function unitsOn(position: StructurePosition, day: Day): Units {
  const [table, held] = [unitsOf(position), unitsHeld(position, day)];
  return { table, held, vacant: Math.max(0, rounded(table - held)) };
}

/** Thirds of a unit add up to one again. */
export const sum = (numbers: readonly number[]): number => rounded(numbers.reduce((all, one) => all + one, 0));

const rounded = (units: number): number => Math.round(units * 100) / 100;
