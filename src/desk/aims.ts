/** Which positions of the structure papers are asked for, with the roles that describe them as their departments have them. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearestOfMany } from '../diagnostic/nearest.js';
import type { Department } from './departments.js';
import { openRoles } from './department-roles.js';
import type { Desk } from './desk.js';
import { shortList } from '../structure/shape.js';
import type { Aim } from './orders.js';
import type { OrganisationFile } from './organisation-file.js';

/** Stands for every position that has a role. */
export const everyPosition = 'all';

/** The positions of `written`, ids with commas between them or “all”; those of one department only, where one is named. */
export function aimsAt(
  written: string,
  { department }: { department: Department | null },
  from: OrganisationFile | null,
  desk: Desk,
  problems: Diagnostic[],
): Aim[] {
  if (!from?.structure) {
    problems.push(diagnostic('position-needs-structure', { position: written }));
    return [];
  }
  const { lines, file } = from.structure;
  const isAll = written.trim() === everyPosition;
  const ids = isAll ? [...lines.places.keys()] : [...new Set(written.split(',').map((one) => one.trim()))];
  const known = [...lines.places.keys()];
  const roles = openRoles(from, desk, problems);
  const without: string[] = [];
  const aims = ids.flatMap((id): Aim[] => {
    const place = lines.places.get(id);
    if (!place) {
      problems.push(diagnostic('unknown-position', { position: id, nearest: nearestOfMany(id, known), file: file.path }));
      return [];
    }
    if (department && !lines.within(place.department?.id ?? '').some((one) => one.id === department.id)) return [];
    if (place.position.role === undefined) {
      without.push(id);
      return [];
    }
    const role = roles(place.position.role, place.department?.id ?? null);
    return role ? [{ role: role.role, locate: role.locate, position: id }] : [];
  });
  if (without.length > 0)
    problems.push(
      diagnostic(
        'positions-without-role',
        { positions: shortList(without), count: without.length },
        { file: file.path },
        isAll ? 'info' : 'error',
      ),
    );
  return aims;
}
