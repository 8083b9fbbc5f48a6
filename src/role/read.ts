/** Roles: from a file to a valid role, and the library to choose from. */
import { basename } from 'node:path';
import { diagnostic, inOrder } from '../diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { nearest } from '../nearest.js';
import { checkText, readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import type { Workspace } from '../workspace.js';
import type { Role } from './role.generated.js';
import { roleRules } from './rules.js';

export interface RoleReading extends Omit<Reading<Role>, 'data'> {
  /** Null when there is any error. */
  role: Role | null;
}

export const roleKind: Kind = { schema: 'role', rules: roleRules };

/** Reads and checks a role. Never throws; all problems come in one run, in the order of the file. */
export function readRole(workspace: Workspace, path: string): RoleReading {
  return withFileName(readData<Role>(workspace, path, roleKind), path);
}

/** Checks a role whose text has been read already, from standard input for example. */
export const checkRole = (text: string, file: string): RoleReading => withFileName(checkText<Role>(text, file, roleKind), null);

function withFileName({ data, diagnostics, locate }: Reading<Role>, path: string | null): RoleReading {
  const file = path === null ? '' : basename(path).replace(/\.ya?ml$/, '');
  const differs = data !== null && path !== null && data.id !== file;
  const warnings = differs ? [diagnostic('file-name-differs', { id: data.id, file }, locate('/id'), 'warning')] : [];
  return { role: data, diagnostics: inOrder([...diagnostics, ...warnings]), locate };
}

export interface LibraryRole {
  /** The name of the file, which is the id of the role. */
  id: string;
  path: string;
}

/** The roles in a folder of the workspace, by name, without reading them. Throws a Refusal when the folder cannot be read. */
export const listRoles = (workspace: Workspace, folder = 'roles'): LibraryRole[] =>
  workspace.list(folder).filter((name) => /\.ya?ml$/.test(name)).map((name) => ({ id: name.replace(/\.ya?ml$/, ''), path: `${folder}/${name}` }));

/** That no role has this id, with the nearest and all that there are. */
export const unknownRole = (id: string, known: readonly string[], place: Place = {}): Diagnostic =>
  known.length === 0 ? diagnostic('no-roles', {}, place) : diagnostic('unknown-role', { id, nearest: nearest(id, known), known: known.join(', ') }, place);
