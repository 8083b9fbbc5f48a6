/** The colours by which departments are told apart. */
import type { Lines, Place } from '../structure/lines.js';

/**
 * Told apart by those who do not see all colours too (Okabe and Ito, Color Universal Design, 2008, without the yellow, which
 * white paper swallows, and black), and two more for firms with many departments. The name of the department says the same.
 */
const colors = ['0072B2', 'D55E00', '009E73', 'CC79A7', 'E69F00', '56B4E9', '6A51A3', '8C5A2B'] as const;

export type Bands = (place: Place) => string | null;

/**
 * One colour for each department of the highest level that has several of those shown, with all that are part of it; in the
 * order of the file, so that a department keeps its colour from sheet to sheet.
 */
export function bandsOf(lines: Lines, shown: Iterable<Place>): Bands {
  const paths = new Map<string, readonly string[]>();
  for (const { department } of shown)
    if (department && !paths.has(department.id))
      paths.set(
        department.id,
        lines
          .within(department.id)
          .map(({ id }) => id)
          .toReversed(),
      );
  const all = [...paths.values()];
  const deepest = Math.max(0, ...all.map(({ length }) => length));
  let level = 0;
  while (level < deepest - 1 && new Set(all.map((path) => path[level] ?? '')).size < 2) level += 1;
  const leaders = new Set([...lines.departments.keys()].filter((id) => all.some((path) => path[level] === id)));
  const colorOf = new Map([...leaders].map((id, at) => [id, colors[at % colors.length] ?? null]));
  return ({ department }) => colorOf.get(paths.get(department?.id ?? '')?.[level] ?? '') ?? null;
}
