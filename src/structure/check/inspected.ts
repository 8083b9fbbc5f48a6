/** What is looked at when a structure is checked. */
import type { Locale } from '../../document/document.js';
import type { Finding } from '../../read/finding.js';
import type { Role } from '../../role/role.generated.js';
import type { Day, Units } from '../holders.js';
import type { Lines, Place } from '../lines.js';
import type { Holder } from '../structure.generated.js';

export interface Inspected {
  readonly lines: Lines;
  /** Full-time units of each position on the day, by its id. */
  readonly units: ReadonlyMap<string, Units>;
  /** The day for which holders are asked; null for none in particular. */
  readonly day: Day;
  readonly roles: Roles;
  /** Whether a holder has signed the description of a position; null where nobody keeps account of it. */
  readonly signed: Signed | null;
  /** The language in which titles of roles and posts are named; null for the first that they are in. */
  readonly reader: Locale | null;
}

export interface Roles {
  /** All that there are, by id. */
  readonly known: readonly string[];
  /** Those of the project itself. */
  readonly own: readonly string[];
  /** The role of a position as its department has it; null for none, and where it cannot be read. The same value for the same role. */
  of(place: Place): Role | null;
}

export type Signed = (position: string, holder: Holder) => boolean;

/** A check, whose pointers lead into the file of the structure. */
export type Check = (inspected: Inspected) => readonly Finding[];

/** What several things have in common, in their order. */
export function groupedBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
