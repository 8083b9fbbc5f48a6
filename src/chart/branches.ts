/** Who reports to whom as trees: a position with all of those below it. */
import type { Lines, Place } from '../structure/lines.js';

export interface Branch {
  readonly id: string;
  readonly place: Place;
  /** Whoever it reports to, whether the chart shows that position or not. */
  readonly superior: Place | null;
  /** Those who report to it directly, in the order of the file. */
  readonly below: readonly Branch[];
  /** How many positions there are in the branch, itself among them. */
  readonly size: number;
  /** It belongs to another department than its superior. */
  readonly startsDepartment: boolean;
}

/**
 * The trees of a structure, or of some of its positions: one where there is one at the top. Whoever reports to nobody among
 * them is at the top of a tree; positions that go round in a circle have none.
 */
export function branchesOf({ places, below }: Lines, wanted: (id: string) => boolean = () => true): readonly Branch[] {
  const tops = [...places.values()].filter(({ id, superior }) => wanted(id) && (superior === null || superior === id || !wanted(superior)));
  // A list from the top downwards, so that the longest chain of command needs no deep calls.
  const order: Place[] = [...tops];
  for (const { id } of order) order.push(...below(id).flatMap((one) => (one !== id && wanted(one) ? (places.get(one) ?? []) : [])));
  const branches = new Map<string, Branch>();
  for (const place of order.toReversed()) {
    const own = below(place.id).flatMap((id) => (id !== place.id ? (branches.get(id) ?? []) : []));
    const superior = places.get(place.superior ?? '') ?? null;
    branches.set(place.id, {
      id: place.id,
      place,
      superior,
      below: own,
      size: own.reduce((sum, { size }) => sum + size, 1),
      startsDepartment: place.department !== null && place.department !== superior?.department,
    });
  }
  return tops.flatMap(({ id }) => branches.get(id) ?? []);
}

/** All branches inside one, itself first, from the top downwards. */
export function within(branch: Branch): readonly Branch[] {
  const order = [branch];
  for (const { below } of order) order.push(...below);
  return order;
}
