/** Finding the files that the user means: roles by id or path, a person by path. */
import { diagnostic, Refusal } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { readPerson } from '../person.js';
import type { Person } from '../person.generated.js';
import { listRoles, readRole, unknownRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import type { Workspace } from '../workspace.js';
import type { Department } from './department.js';
import type { Office } from './office.js';

export interface RoleFile {
  workspace: Workspace;
  path: string;
}

const looksLikePath = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name);

/** A path as it stands; an id first in the user's own `roles` folder, then in the library. */
export function findRole(name: string, office: Office): RoleFile | Diagnostic {
  const { workspace } = office.terminal;
  if (looksLikePath(name)) return { workspace, path: name };
  const own = listRoles(workspace).find((role) => role.id === name);
  if (own) return { workspace, path: own.path };
  const shipped = listRoles(office.shelf);
  const found = shipped.find((role) => role.id === name);
  return found ? { workspace: office.shelf, path: found.path } : unknownRole(name, knownRoles(office));
}

/** The ids of the user's own roles and of the library. */
export const knownRoles = ({ terminal, shelf }: Office): string[] =>
  [...new Set([...listRoles(terminal.workspace), ...listRoles(shelf)].map((role) => role.id))].sort();

/** The file of a role, or of the overlay that the department has of it; `problems` then has a note of that. */
export function findRoleOf(department: Department | null, name: string, office: Office, problems: Diagnostic[]): RoleFile | Diagnostic {
  const own = department?.overlay(name) ?? null;
  if (own === null || 'code' in own) return own ?? findRole(name, office);
  problems.push(diagnostic('department-overlay-used', { role: name, department: department?.id ?? '', file: own.path }, {}, 'info'));
  return own;
}

/** Reads every role that is meant, as the department has it; what is wrong with any of them goes to `problems`. */
export function readRoles(names: readonly string[], office: Office, problems: Diagnostic[], department: Department | null = null): Role[] {
  return [...new Set(names)].flatMap((name) => {
    const found = findRoleOf(department, name, office, problems);
    if ('code' in found) {
      problems.push(found);
      return [];
    }
    const { role, diagnostics } = readRole(found.workspace, found.path);
    problems.push(...diagnostics);
    return role ?? [];
  });
}

/** Whether the command line itself names something that there is not. */
export const isUsageProblem = ({ code }: Diagnostic): boolean =>
  ['unknown-role', 'unknown-department', 'department-needs-organisation', 'unknown-option-value'].includes(code);

/** Runs a step and turns its refusal into problems. */
export function attempt<T>(step: () => T, problems: Diagnostic[]): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics);
    return null;
  }
}

/** As `attempt`, for steps that take their time. */
export async function attemptLater<T>(step: () => Promise<T>, problems: Diagnostic[]): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    return attempt((): T => {
      throw error;
    }, problems);
  }
}

export function personAt(path: string, { terminal }: Office, problems: Diagnostic[]): Person | null {
  const { person, diagnostics } = readPerson(terminal.workspace, path);
  problems.push(...diagnostics);
  return person;
}
