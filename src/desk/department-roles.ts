/** Roles as departments have them, for errands that need many: each is read once. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { baseRole } from '../organisation/version.js';
import type { BaseRole } from '../organisation/version.js';
import type { Locate } from '../read/yaml-data.js';
import { readRole } from '../role/read.js';
import type { ReadFile, RoleReading } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { departmentNamed } from './departments.js';
import type { Department, Departments } from './departments.js';
import type { Desk } from './desk.js';
import { findRoleOf } from './sources.js';

export interface DepartmentRole {
  /** The id of the role, with that of the department where it has its own version. */
  readonly key: string;
  readonly role: Role;
  /** The roles that it is a version of, the nearest first. */
  readonly bases: readonly BaseRole[];
  /** The paths of the user’s own files that it is put together from, the nearest first: those of the library are not among them. */
  readonly files: readonly string[];
  /** What these files said when they were read, in the same order. */
  readonly texts: readonly string[];
  /** Where in its files each of its values stands. */
  readonly locate: Locate;
}

/** Gives the role of a department by their ids; null for the department of nobody. Null where it cannot be read, which `problems` then says once. */
export function openRoles(
  from: Departments | null,
  desk: Desk,
  problems: Diagnostic[],
): (role: string, department: string | null) => DepartmentRole | null {
  const departments = new Map<string | null, Department | null>([[null, null]]);
  const roles = new Map<string, DepartmentRole | null>();
  return (name, id) => {
    const department = departments.get(id) ?? (id === null || from === null ? null : departmentNamed(id, from, problems));
    departments.set(id, department);
    const key = department?.overlay(name) ? `${name} ${department.id}` : name;
    const ready = roles.get(key);
    if (ready !== undefined) return ready;
    const found = findRoleOf(department, name, desk, problems);
    if ('code' in found) problems.push(found);
    const reading = 'code' in found ? null : readRole(found.workspace, found.path, desk.shelf);
    problems.push(...(reading?.diagnostics ?? []));
    const own = ownAmong(reading?.files ?? [], desk);
    const read = reading?.role
      ? {
          ...{ key, role: reading.role, bases: reading.bases.map(baseRole), locate: reading.locate },
          ...{ files: own.map(({ path }) => path), texts: own.map(({ text }) => text) },
        }
      : null;
    roles.set(key, read);
    return read;
  };
}

const ownAmong = (files: RoleReading['files'], { workspace, shelf }: Desk): readonly Pick<ReadFile, 'path' | 'text'>[] =>
  files.flatMap(({ workspace: of, path, text }) =>
    of === workspace ? [{ path, text }] : of === shelf && shelf.originOf(path) === 'project' ? [{ path: shelf.shown(path), text }] : [],
  );
