/** What differs in a variant from the role that it builds on; pure. */
import { idOf, isList, isMap, sameValue, valueAt } from '../../../server/src/studio/edits.js';
import { longestRun } from '../../../server/src/studio/longest-run.js';
import type { Value } from '../types.js';
import { inside, pathOf } from './places.js';

export type Mark = 'changed' | 'added' | 'removed' | 'moved';

type Fields = { readonly [key: string]: Value };

const isEntries = (value: Value | undefined): value is readonly Value[] =>
  isList(value) && value.length > 0 && value.every((one) => idOf(one) !== null);

/** The keys of an entry that hold no entries of their own. */
const ownKeys = (one: Fields, other: Fields): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => !isEntries(one[key]) && !isEntries(other[key]))),
];

/** Whether two entries say the same, without the entries inside them. */
export const sameEntry = (one: Value | undefined, other: Value | undefined): boolean =>
  isMap(one) && isMap(other) && ownKeys(one, other).every((key) => sameValue(one[key], other[key]));

/** An entry with its own words as in the role, and the entries inside it as they are. */
export function asInRole(now: Value, base: Value): Value {
  if (!isMap(now) || !isMap(base)) return base;
  const held = Object.entries(now).filter(([key, value]) => isEntries(value) || isEntries(base[key]));
  const own = Object.entries(base).filter(([key, value]) => !isEntries(value) && !isEntries(now[key]));
  return Object.fromEntries([...own, ...held]);
}

/** Whether a place lies inside an entry that the role does not have: what stands there is not compared with anything. */
export function isInOwnEntry(inherited: Value, at: string): boolean {
  const path = pathOf(at);
  return path.some((segment, number) => segment.startsWith('#') && valueAt(inherited, path.slice(0, number + 1)) === undefined);
}

/** The ids of a list with those that are gone where they stood: after the nearest before them that is still there. */
export function withGone(
  now: readonly Value[],
  before: readonly Value[],
): readonly { readonly id: string; readonly entry: Value; readonly gone: boolean }[] {
  const rows = now.flatMap((entry) => {
    const id = idOf(entry);
    return id === null ? [] : [{ id, entry, gone: false }];
  });
  before.forEach((entry, number) => {
    const id = idOf(entry);
    if (id === null || rows.some((one) => one.id === id)) return;
    const previous = before.slice(0, number).findLast((one) => rows.some((row) => row.id === idOf(one)));
    const at = previous === undefined ? 0 : rows.findIndex((row) => row.id === idOf(previous)) + 1;
    rows.splice(at, 0, { id, entry, gone: true });
  });
  return rows;
}

/** The entries of a list that stand elsewhere among those that the role has too: as few as can be. */
export function movedIn(now: readonly Value[], before: readonly Value[]): ReadonlySet<string> {
  const order = before.map(idOf);
  const common = now.map(idOf).filter((id): id is string => id !== null && order.includes(id));
  const still = longestRun(common.map((id) => order.indexOf(id)));
  return new Set(common.filter((_, number) => !still.has(number)));
}

/** Before which entry one goes that goes back to where it stands in the role. */
export function homeOf(id: string, now: readonly Value[], before: readonly Value[]): string | null {
  const from = before.findIndex((one) => idOf(one) === id);
  const next = before.slice(from + 1).find((one) => now.some((other) => idOf(other) === idOf(one)));
  return idOf(next);
}

export interface Difference {
  readonly mark: Mark;
  /** As fields are named: `duties/#receipt`. */
  readonly place: string;
}

/** Keys that are no matter of heads, and the department, which every variant has of its own. */
const silent = new Set(['id', 'version', 'languages', 'titleForms', 'schema', '$schema', '$variant', 'department']);

/** All that differs, in the order of the role. */
export function differencesOf(inherited: Value, data: Value): readonly Difference[] {
  const found: Difference[] = [];
  const lists = (now: readonly Value[], before: readonly Value[], at: string): void => {
    const moved = movedIn(now, before);
    for (const { id, entry, gone } of withGone(now, before)) {
      const place = `${at}/#${id}`;
      const base = before.find((one) => idOf(one) === id);
      if (gone) found.push({ mark: 'removed', place });
      else if (base === undefined) found.push({ mark: 'added', place });
      else {
        if (!sameEntry(entry, base)) found.push({ mark: 'changed', place });
        if (moved.has(id)) found.push({ mark: 'moved', place });
        if (isMap(entry) && isMap(base)) maps(entry, base, place, false);
      }
    }
  };
  const maps = (now: Fields, before: Fields, at: string, values: boolean): void => {
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      if (at === '' && silent.has(key)) continue;
      const [one, other] = [now[key], before[key]];
      const place = inside(at, key);
      if (isEntries(one) || isEntries(other)) lists(isList(one) ? one : [], isList(other) ? other : [], place);
      else if (sameValue(one, other)) continue;
      else if (at === '' && ['requirements', 'posts', 'answers'].includes(key))
        maps(isMap(one) ? one : {}, isMap(other) ? other : {}, place, true);
      else if (values) found.push({ mark: other === undefined ? 'added' : one === undefined ? 'removed' : 'changed', place });
    }
  };
  if (isMap(data) && isMap(inherited)) maps(data, inherited, '', true);
  return found;
}
