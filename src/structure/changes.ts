/** What is otherwise in a structure than it was: positions that came, went and moved, and people with them. */
import { samePerson } from '../organisation/same-person.js';
import type { Day } from './holders.js';
import { ownHoldersOn, unitsOf } from './holders.js';
import type { Lines, Place } from './lines.js';
import type { Holder } from './structure.generated.js';

/** What of a position can be otherwise. */
export const changedFields = ['id', 'title', 'role', 'department', 'superior', 'units', 'grade', 'pay', 'place'] as const;
export type ChangedField = (typeof changedFields)[number];

/** A position as it was and is; null on one side where it came or went. */
export interface PositionPair {
  readonly before: Place | null;
  readonly after: Place | null;
}

export interface PositionChange extends PositionPair {
  /** In both, and otherwise. */
  readonly fields: readonly ChangedField[];
  readonly people: PeopleChange;
}

/** Those who hold the position themselves. */
export interface PeopleChange {
  readonly stayed: readonly Holder[];
  readonly came: readonly Holder[];
  readonly left: readonly Holder[];
}

/** Two structures to be compared, the earlier first. */
export interface LinesPair {
  readonly before: Lines;
  readonly after: Lines;
}

/**
 * The positions of both, those of the later one in its order, then those that went. A position that has another id is known
 * by its number in the system that both come from.
 */
export function positionPairs({ before, after }: LinesPair): PositionPair[] {
  const gone = [...before.places.values()].filter(({ id }) => !after.places.has(id));
  const byCode = new Map(gone.flatMap((place) => (place.position.code === undefined ? [] : [[place.position.code, place]])));
  const renamed = new Set<Place>();
  const formerOf = (place: Place): Place | null => {
    const same = before.places.get(place.id);
    if (same) return same;
    const former = byCode.get(place.position.code ?? '');
    if (!former || renamed.has(former)) return null;
    renamed.add(former);
    return former;
  };
  return [
    ...[...after.places.values()].map((place): PositionPair => ({ before: formerOf(place), after: place })),
    ...gone.filter((place) => !renamed.has(place)).map((place): PositionPair => ({ before: place, after: null })),
  ];
}

/** The pairs in which anything is otherwise. */
export function positionChanges(pairs: readonly PositionPair[], day: Day): PositionChange[] {
  const now = new Map(pairs.flatMap(({ before, after }) => (before && after ? [[before.id, after.id]] : [])));
  return pairs.flatMap((pair) => {
    const fields = pair.before && pair.after ? fieldsChanged(pair.before, pair.after, now) : [];
    const people = peopleChange(pair, day);
    const isChanged = !pair.before || !pair.after || fields.length > 0 || people.came.length + people.left.length > 0;
    return isChanged ? [{ ...pair, fields, people }] : [];
  });
}

/** `now` has the present ids of former positions: a superior of another id may be the same. */
function fieldsChanged(before: Place, after: Place, now: ReadonlyMap<string, string>): ChangedField[] {
  const same: Record<ChangedField, boolean> = {
    id: before.id === after.id,
    title: sameData(before.position.title, after.position.title),
    role: before.position.role === after.position.role,
    department: before.department?.id === after.department?.id,
    superior: before.superior === null ? after.superior === null : (now.get(before.superior) ?? before.superior) === after.superior,
    units: unitsOf(before.position) === unitsOf(after.position),
    grade: sameData(before.position.grade, after.position.grade),
    pay: sameData(before.position.pay, after.position.pay),
    place: sameData(before.position.place, after.position.place),
  };
  return changedFields.filter((field) => !same[field]);
}

export function peopleChange({ before, after }: PositionPair, day: Day): PeopleChange {
  const was = before ? ownHoldersOn(before.position, day) : [];
  const is = after ? ownHoldersOn(after.position, day) : [];
  const [wasThere, isThere] = [among(was), among(is)];
  return {
    stayed: is.filter((one) => wasThere(one)),
    came: is.filter((one) => !wasThere(one)),
    left: was.filter((one) => !isThere(one)),
  };
}

/** Whether somebody is one of these; a position may have thousands, so only those of the same surname or number are compared. */
function among(holders: readonly Holder[]): (holder: Holder) => boolean {
  const keysOf = ({ name, personnelNumber }: Holder): string[] => [
    ...(personnelNumber === undefined ? [] : [personnelNumber]),
    ...('last' in name ? [name] : Object.values(name)).map(({ last }) => last.toLowerCase().replaceAll('ё', 'е')),
  ];
  const known = new Map<string, Holder[]>();
  for (const one of holders) {
    for (const key of keysOf(one)) {
      const namesakes = known.get(key);
      if (namesakes) namesakes.push(one);
      else known.set(key, [one]);
    }
  }
  return (holder) => keysOf(holder).some((key) => known.get(key)?.some((one) => sameHolder(one, holder)) ?? false);
}

/** By the personnel number where both have one, else by name. */
export const sameHolder = (one: Holder, other: Holder): boolean =>
  one.personnelNumber !== undefined && other.personnelNumber !== undefined
    ? one.personnelNumber === other.personnelNumber
    : samePerson(one.name, other.name);

/** Files say the same in whatever order their keys stand. */
const sameData = (one: unknown, other: unknown): boolean => JSON.stringify(inKeyOrder(one)) === JSON.stringify(inKeyOrder(other));

const inKeyOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => [key, inKeyOrder(one)]),
      )
    : value;
