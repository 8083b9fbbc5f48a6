/** Whether those who are to stand in can: somebody else, who is there, and does not in the end wait for the first. */
import { finding } from '../../read/finding.js';
import type { Finding } from '../../read/finding.js';
import { presentOn } from '../holders.js';
import { circlesOf, pointerOf, roundTrip } from '../shape.js';
import type { Inspected } from './inspected.js';

export function deputyProblems({ lines, day }: Inspected): Finding[] {
  const places = [...lines.places.values()];
  const firstOf = (id: string): string | null => {
    const first = lines.places.get(id)?.position.deputies?.[0] ?? null;
    return first !== null && first !== id && lines.places.has(first) ? first : null;
  };
  return [
    ...places.flatMap(({ id, position: { deputies = [] } }) =>
      deputies.flatMap((one, at): Finding[] => {
        const pointer = `${pointerOf(id)}/deputies/${at}`;
        if (one === id) return [finding('structure-own-deputy', pointer, { position: id })];
        const deputy = lines.places.get(one)?.position;
        // One of several who is there is enough.
        const relieved = deputies.some((other) => other !== id && isThere(other));
        return deputy && !isThere(one)
          ? [
              finding(
                'structure-deputy-away',
                pointer,
                { position: id, deputy: one, date: day ?? '' },
                { severity: relieved ? 'info' : 'warning' },
              ),
            ]
          : [];
      }),
    ),
    // Two who stand in for each other are usual.
    ...circlesOf(lines.places.keys(), firstOf)
      .filter((circle) => circle.length > 2)
      .map((circle) =>
        finding(
          'structure-deputy-circle',
          `${pointerOf(circle[0] ?? '')}/deputies`,
          { positions: roundTrip(circle) },
          { severity: 'warning' },
        ),
      ),
  ];

  function isThere(id: string): boolean {
    const position = lines.places.get(id)?.position;
    return position !== undefined && presentOn(position, day) !== null;
  }
}
