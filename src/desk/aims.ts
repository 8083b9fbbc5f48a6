/** Which positions of the structure papers are asked for, with the roles that describe them as their departments have them. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { departmentNamed } from './departments.js';
import type { Department, Departments } from './departments.js';
import type { Desk } from './desk.js';
import { shortList } from '../structure/shape.js';
import type { Aim } from './orders.js';
import type { OrganisationFile } from './organisation-file.js';
import { findRoleOf } from './sources.js';

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
      const near = known.length > mostCompared ? '' : nearest(id, known);
      problems.push(diagnostic('unknown-position', { position: id, nearest: near, file: file.path }));
      return [];
    }
    if (department && !lines.within(place.department?.id ?? '').some((one) => one.id === department.id)) return [];
    if (place.position.role === undefined) {
      without.push(id);
      return [];
    }
    const role = roles(place.position.role, place.department?.id ?? null);
    return role ? [{ role, position: id }] : [];
  });
  if (without.length > 0)
    problems.push(
      diagnostic(
        'positions-without-role',
        {
          positions: shortList(without),
          count: without.length,
        },
        { file: file.path },
        isAll ? 'info' : 'error',
      ),
    );
  return aims;
}

/** To compare a name with each of so many would take long. */
const mostCompared = 500;

/** Roles as departments have them, each read once. */
export function openRoles(from: Departments, desk: Desk, problems: Diagnostic[]): (role: string, department: string | null) => Role | null {
  const departments = new Map<string | null, Department | null>([[null, null]]);
  const roles = new Map<string, Role | null>();
  return (name, id) => {
    const department = departments.get(id) ?? (id === null ? null : departmentNamed(id, from, problems));
    departments.set(id, department);
    const key = department?.overlay(name) ? `${name} ${department.id}` : name;
    const ready = roles.get(key);
    if (ready !== undefined) return ready;
    const found = findRoleOf(department, name, desk, problems);
    const reading = 'code' in found ? { role: null, diagnostics: [found] } : readRole(found.workspace, found.path, desk.shelf);
    problems.push(...reading.diagnostics);
    roles.set(key, reading.role);
    return reading.role;
  };
}
