/** The roles that there are to choose from. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Workspace } from '../workspace/workspace.js';

export interface LibraryRole {
  /** The name of the file, which is the id of the role. */
  id: string;
  path: string;
}

/** The roles in a folder of the workspace, by name, without reading them. Throws a Refusal when the folder cannot be read. */
export const listRoles = (workspace: Workspace, folder = 'roles'): LibraryRole[] =>
  workspace
    .list(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ id: name.replace(/\.ya?ml$/, ''), path: `${folder}/${name}` }));

/** That no role has this id, with the nearest and all that there are. */
export const unknownRole = (id: string, known: readonly string[], place: Place = {}): Diagnostic =>
  known.length === 0
    ? diagnostic('no-roles', {}, place)
    : diagnostic('unknown-role', { id, nearest: nearest(id, known), known: known.join(', ') }, place);
