/** Whether those whom papers name as superior or as signatory are there to sign on their day. */
import type { Organisation } from '../organisation/organisation.generated.js';
import { isAway, ownHoldersOn, presentOn } from './holders.js';
import type { Day } from './holders.js';
import type { Lines, Place } from './lines.js';
import { called } from './seen-from.js';

/** The positions that sign papers of a place, the direct superior among them. */
export function signingPlaces(lines: Lines, organisation: Organisation, position: string | null): readonly Place[] {
  const place = position === null ? null : (lines.places.get(position) ?? null);
  const { approver, hr, employer } = organisation.signatories ?? {};
  const refs = [approver, hr, employer, ...(organisation.approval?.visas ?? [])].filter((ref) => ref !== undefined);
  const superior = place?.superior == null ? undefined : lines.places.get(place.superior);
  const signing = refs.flatMap((ref) => called(ref, lines, place, place?.department?.id ?? null) ?? []);
  return [...new Set([...signing, ...(superior ? [superior] : [])])];
}

/** Held, and yet nobody is there on the day, nor does anybody stand in. */
export const isUnattended = ({ position }: Place, day: string): boolean =>
  ownHoldersOn(position, day).some((one) => isAway(one, day)) && presentOn(position, day) === null;

/** Whether it hangs on the day who holds a position: several come one after another, or stand in for a time. */
export const hangsOnDay = ({ position: { holders = [] } }: Place, day: Day): boolean =>
  day === null && holders.length > 1 && holders.some(({ from, until, absent }) => (from ?? until ?? absent) !== undefined);
