/** Finding the files that the user means: roles by id or path, a person by path. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { baseRole } from '../organisation/version.js';
import type { BaseRole } from '../organisation/version.js';
import { readPerson } from '../person/person.js';
import type { Person } from '../person/person.generated.js';
import type { Locate } from '../read/yaml-data.js';
import { listRoles, readRole, unknownRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import type { Workspace } from '../workspace/workspace.js';
import { otherKind } from './expected-kind.js';
import type { Department } from './departments.js';
import type { Desk } from './desk.js';

export interface RoleFile {
  workspace: Workspace;
  path: string;
}

const looksLikePath = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name);

/** A path as it stands; an id first in the user's own `roles` folder, then in that of the project, then in the library. */
export function findRole(name: string, desk: Desk): RoleFile | Diagnostic {
  const { workspace, shelf } = desk;
  if (looksLikePath(name)) return { workspace, path: name };
  const own = listRoles(workspace).find((role) => role.id === name);
  // What a project holds must not lead to files that have nothing to do with it; by its path, any file can be named.
  if (own && shelf.project && !workspace.within(own.path, shelf.project.folder))
    return diagnostic('project-file-outside', { file: own.path }, { file: own.path });
  if (own) return { workspace, path: own.path };
  const shipped = listRoles(shelf);
  const found = shipped.find((role) => role.id === name);
  if (!found) return unknownRole(name, knownRoles(desk));
  return shelf.originOf(found.path) === 'project' ? { workspace, path: shelf.shown(found.path) } : { workspace: shelf, path: found.path };
}

/** The ids of the user's own roles and of the library. */
export const knownRoles = ({ workspace, shelf }: Desk): string[] =>
  [...new Set([...listRoles(workspace), ...listRoles(shelf)].map((role) => role.id))].sort();

/** The files that are named, else the user’s own roles, else those of the library. */
export function usualRoles(names: readonly string[], { workspace, shelf }: Desk): readonly string[] {
  if (names.length > 0) return names;
  const own = listRoles(workspace).map((role) => role.path);
  return own.length > 0 ? own : listRoles(shelf).map((role) => role.id);
}

/** The file of a role, or of the overlay that the department has of it; `problems` then has a note of that. */
export function findRoleOf(department: Department | null, name: string, desk: Desk, problems: Diagnostic[]): RoleFile | Diagnostic {
  const own = department?.overlay(name) ?? null;
  if (own === null || 'code' in own) return own ?? findRole(name, desk);
  problems.push(diagnostic('department-overlay-used', { role: name, department: department?.id ?? '', file: own.path }, {}, 'info'));
  return own;
}

/** A role with those that it is a version of, the nearest first. */
export interface DescribedRole {
  readonly role: Role;
  readonly bases: readonly BaseRole[];
  /** Where in its files each of its values stands. */
  readonly locate: Locate;
}

/** Reads every role that is meant, as the department has it; what is wrong with any of them goes to `problems`. */
export function readRoles(
  names: readonly string[],
  desk: Desk,
  problems: Diagnostic[],
  department: Department | null = null,
): DescribedRole[] {
  return [...new Set(names)].flatMap((name) => {
    const found = findRoleOf(department, name, desk, problems);
    if ('code' in found) {
      problems.push(found);
      return [];
    }
    const other = looksLikePath(name) ? otherKind(found.workspace, found.path, 'role') : null;
    if (other) {
      problems.push(other);
      return [];
    }
    const { role, bases, diagnostics, locate } = readRole(found.workspace, found.path, desk.shelf);
    problems.push(...diagnostics);
    return role ? { role, bases: bases.map(baseRole), locate } : [];
  });
}

export function personAt(path: string, { workspace }: Desk, problems: Diagnostic[]): Person | null {
  const other = otherKind(workspace, path, 'person');
  if (other) {
    problems.push(other);
    return null;
  }
  const { person, diagnostics } = readPerson(workspace, path);
  problems.push(...diagnostics);
  return person;
}

/** The role of this id or path; null where there is none, and `problems` says why. */
export function roleNamed(name: string, desk: Desk, problems: Diagnostic[]): Role | null {
  const found = findRole(name, desk);
  if ('code' in found) {
    problems.push(found);
    return null;
  }
  const { role, diagnostics } = readRole(found.workspace, found.path, desk.shelf);
  problems.push(...diagnostics);
  return role;
}
