/** Whether everybody can tell who leads them: one head for each team and department, and one who belongs there. */
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { peopleHolding, unitsOf } from '../holders.js';
import type { Place } from '../lines.js';
import { pointerOf } from '../shape.js';
import { groupedBy } from './inspected.js';
import type { Inspected } from './inspected.js';

export const headProblems = (inspected: Inspected): Finding[] => [
  ...severalHeads(inspected),
  ...departmentsWithoutHead(inspected),
  ...headsElsewhere(inspected),
];

/** A team whose superior is a position of several units, or has several holders, cannot tell which of them leads it. */
function severalHeads({ lines, day }: Inspected): Finding[] {
  return [...lines.places.values()].flatMap(({ id, position }) => {
    const below = lines.below(id).length;
    if (below === 0) return [];
    const [units, holders] = [unitsOf(position), peopleHolding(position, day)];
    return units > 1 || holders > 1
      ? [finding('structure-several-heads', pointerOf(id), { position: id, below, units, holders }, { side: 'key', severity: 'warning' })]
      : [];
  });
}

/** One who reports outwards leads the others; two or more report past a head that nobody has named. */
function departmentsWithoutHead({ lines }: Inspected): Finding[] {
  const members = groupedBy([...lines.places.values()], ({ department }) => department?.id);
  return (lines.structure.departments ?? []).flatMap(({ id, head }, at) => {
    const all = members.get(id) ?? [];
    const past = all.filter((one) => superiorOf(one, lines.places)?.department?.id !== id);
    return head === undefined && past.length > 1
      ? [
          finding(
            'structure-no-head',
            `/departments/${at}`,
            { department: id, count: all.length, past: past.length },
            { severity: 'warning' },
          ),
        ]
      : [];
  });
}

const superiorOf = ({ superior }: Place, places: ReadonlyMap<string, Place>): Place | undefined =>
  superior === null ? undefined : places.get(superior);

function headsElsewhere({ lines }: Inspected): Finding[] {
  return (lines.structure.departments ?? []).flatMap(({ id, head }, at) => {
    const place = head === undefined ? undefined : lines.places.get(head);
    if (!place || place.department?.id === id || lines.within(place.department?.id ?? '').some((one) => one.id === id)) return [];
    const args = { department: id, head: place.id, elsewhere: place.department?.id ?? '' };
    return [finding('structure-head-elsewhere', `/departments/${at}/head`, args, { severity: 'info' })];
  });
}
