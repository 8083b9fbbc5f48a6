/** Roles: from a file, or an overlay with what it extends, to a valid role. */
import { frozen } from '../content/content.js';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import { checkText, findingsOf } from '../read/data.js';
import type { Reading } from '../read/data.js';
import type { Workspace } from '../workspace/workspace.js';
import { readLayer } from './overlay/overlay.js';
import type { RoleFile } from './overlay/base.js';
import type { Layer } from './overlay/overlay.js';
import type { Role } from './role.generated.js';
import { roleKindOn } from './rules.js';

export { listRoles, unknownRole } from './library.js';
export type { LibraryRole } from './library.js';
export { roleKind } from './rules.js';

/** A file with what it said when it was read. */
export interface ReadFile extends Pick<RoleFile, 'workspace' | 'path'> {
  readonly text: string;
}

export interface RoleReading extends Omit<Reading<Role>, 'data'> {
  /** Null when there is any error. */
  role: Role | null;
  /** The roles that it extends, the nearest first; empty for a role of its own. */
  bases: readonly Role[];
  /** The files that it is put together from, the nearest first; none for a role of a text. */
  files: readonly ReadFile[];
}

/**
 * Reads and checks a role; a file with `extends` together with what it extends, as one role whose values know which
 * file holds them; `library` has the roles that may be extended by their ids. The role is frozen. Never throws; all problems come in one run, in the order of the files.
 */
export function readRole(workspace: Workspace, path: string, library: Workspace): RoleReading {
  const layer = readLayer({ workspace, path, shown: path, library });
  const { role, base, diagnostics, locate } = layer;
  return { role: role && frozen(role), bases: basesOf(base), files: filesOf(layer), diagnostics, locate };
}

const basesOf = (layer: Layer | null): Role[] => (layer?.role ? [layer.role, ...basesOf(layer.base)] : []);
const filesOf = (layer: Layer | null): ReadFile[] =>
  layer ? [{ workspace: layer.file.workspace, path: layer.file.path, text: layer.text ?? '' }, ...filesOf(layer.base)] : [];

/** Checks a role whose text has been read already, from standard input for example; with a `library`, against the countries that it has. The role is frozen. */
export function checkRole(text: string, file: string, library: Workspace | null = null): RoleReading {
  const { data, ...rest } = checkText<Role>(text, file, roleKindOn(library));
  return { role: data && frozen(data), bases: [], files: [], ...rest };
}

/** Checks a role that stands in no file: `path` of its diagnostics is a JSON pointer. The role is frozen, and the data with it. */
export function checkRoleData(data: unknown, library: Workspace): Pick<RoleReading, 'role' | 'diagnostics'> {
  const diagnostics = findingsOf(data, roleKindOn(library)).map(({ code, args, pointer, severity }) =>
    diagnostic(code, args, { path: pointer }, severity),
  );
  return { role: hasErrors(diagnostics) ? null : frozen(data as Role), diagnostics };
}
