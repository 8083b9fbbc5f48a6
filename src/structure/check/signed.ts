/** Who has not signed the description of the position that they hold, as far as somebody keeps account of that. */
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { ownHoldersOn } from '../holders.js';
import { pointerOf, shortList } from '../shape.js';
import type { Inspected } from './inspected.js';

export function unsignedProblems({ lines, day, roles, signed }: Inspected): Finding[] {
  if (signed === null) return [];
  const lacking = [...lines.places.values()].flatMap((place) =>
    roles.of(place) === null ? [] : ownHoldersOn(place.position, day).flatMap((one) => (signed(place.id, one) ? [] : [place.id])),
  );
  const [first] = lacking;
  return first === undefined
    ? []
    : [
        finding(
          'structure-unsigned',
          `${pointerOf(first)}/holders`,
          { count: lacking.length, positions: shortList([...new Set(lacking)]) },
          { severity: 'warning' },
        ),
      ];
}
