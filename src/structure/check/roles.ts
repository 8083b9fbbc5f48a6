/** Positions and roles that have not found each other. */
import { nearest } from '../../diagnostic/nearest.js';
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { pointerOf, shortList } from '../shape.js';
import { groupedBy } from './inspected.js';
import type { Inspected } from './inspected.js';

export function roleProblems({ lines, roles }: Inspected): Finding[] {
  const byRole = groupedBy([...lines.places.values()], ({ position }) => position.role);
  const without = (byRole.get(undefined) ?? []).map(({ id }) => id);
  const unplaced = roles.own.filter((role) => !byRole.has(role));
  const known = new Set(roles.known);
  const unknown = [...byRole].filter(([role]) => role !== undefined && !known.has(role));
  return [
    ...(without.length > 0
      ? [
          finding(
            'positions-without-role',
            pointerOf(without[0] ?? ''),
            { count: without.length, positions: shortList(without) },
            { side: 'key', severity: 'warning' },
          ),
        ]
      : []),
    ...(unplaced.length > 0
      ? [
          finding(
            'structure-roles-unplaced',
            '/positions',
            { count: unplaced.length, roles: shortList(unplaced) },
            { side: 'key', severity: 'warning' },
          ),
        ]
      : []),
    ...unknown.map(([role = '', [first]], at) =>
      finding('structure-unknown-role', `${pointerOf(first?.id ?? '')}/role`, {
        role,
        count: byRole.get(role)?.length ?? 0,
        // Of so many wrong names none needs help any more.
        nearest: at < mostHelped ? nearest(role, roles.known) : '',
      }),
    ),
  ];
}

const mostHelped = 100;
