/** The people of a structure: each with a number of their own, and with no more work than a person can do. */
import { samePerson } from '../../organisation/same-person.js';
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { isThere, mostAtOnce } from '../holders.js';
import type { Names, PersonName } from '../../person/person.generated.js';
import { pointerOf, shortList } from '../shape.js';
import type { Holder } from '../structure.generated.js';
import { groupedBy } from './inspected.js';
import type { Inspected } from './inspected.js';

interface Held {
  readonly position: string;
  readonly holder: Holder;
  readonly pointer: string;
}

export function peopleProblems(inspected: Inspected): Finding[] {
  const all = [...inspected.lines.places.values()].flatMap(({ id, position }) =>
    (position.holders ?? []).map((holder, at): Held => ({ position: id, holder, pointer: `${pointerOf(id)}/holders/${at}` })),
  );
  return [...sharedNumbers(all), ...tooMuchWork(all, inspected)];
}

function sharedNumbers(all: readonly Held[]): Finding[] {
  const numbered = groupedBy(
    all.filter(({ holder }) => holder.personnelNumber !== undefined),
    ({ holder }) => holder.personnelNumber ?? '',
  );
  return [...numbered].flatMap(([number, [first, ...others]]) =>
    others
      .filter(({ holder }) => first && !samePerson(first.holder.name, holder.name))
      .map(({ pointer }) => finding('structure-shared-number', `${pointer}/personnelNumber`, { number, first: first?.position ?? '' })),
  );
}

/**
 * Whoever holds several positions with more than one full-time unit in all. People are told apart by their numbers, without
 * numbers by their full names; those who stand in do so besides their own work.
 */
function tooMuchWork(all: readonly Held[], { day }: Inspected): Finding[] {
  const own = all.filter(({ holder }) => holder.acting !== true && isThere(holder, day));
  const numbers = new Map(
    own.flatMap(({ holder }) => (holder.personnelNumber === undefined ? [] : [[nameKey(holder.name), holder.personnelNumber]])),
  );
  const people = groupedBy(own, ({ holder }) => holder.personnelNumber ?? numbers.get(nameKey(holder.name)) ?? nameKey(holder.name));
  return [...people.values()].flatMap((held) => {
    const [first, second] = held;
    if (!first || !second) return [];
    const units = mostAtOnce(
      held.map(({ holder }) => holder),
      day,
      ({ fte }) => fte ?? 1,
    );
    const positions = new Set(held.map(({ position }) => position));
    return units > 1 && positions.size > 1 && held.every(({ holder }) => samePerson(first.holder.name, holder.name))
      ? [finding('structure-too-much-work', second.pointer, { units, positions: shortList([...positions]) }, { severity: 'warning' })]
      : [];
  });
}

const nameKey = (name: Names): string => {
  const {
    last,
    first = '',
    middle = '',
    particle = '',
    initials = '',
  }: PersonName = 'last' in name ? name : (Object.values(name)[0] ?? { last: '' });
  return [last, first, middle, particle, initials].join('\t').toLowerCase();
};
