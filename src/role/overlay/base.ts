/** Finding the role that an overlay extends: by its id or by a path, and never outside what may be read. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { pathNamedIn } from '../../read/named-file.js';
import { nearest } from '../../diagnostic/nearest.js';
import type { ParsedFile } from '../../read/data.js';
import type { Workspace } from '../../workspace/workspace.js';
import { listRoles } from '../library.js';

/** A role file: where it can be read, and how messages call it. */
export interface RoleFile {
  workspace: Workspace;
  path: string;
  shown: string;
  /** Where the roles of the library are, which may be extended by their ids. */
  library: Workspace;
}

const looksLikePath = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name);

/** The file of the role named by `extends`, or why there is none. */
export function findBase(name: string, from: RoleFile, overlay: ParsedFile): RoleFile | Diagnostic {
  const place = overlay.locate('/extends');
  const { workspace, library } = from;
  if (looksLikePath(name)) {
    const path = pathNamedIn(from, name, ['.']);
    if (path === null) return diagnostic('overlay-base-outside', { base: name }, place);
    if (!workspace.exists(path))
      return diagnostic(
        'overlay-base-missing',
        { base: name, nearest: nearest(posix.basename(path), workspace.list(posix.dirname(path))), known: '' },
        place,
      );
    return { ...from, path, shown: from.shown === from.path ? path : shownInPackage(path) };
  }
  const own = listRoles(workspace);
  // A role of one's own may extend the role of the library that has the same id.
  const found = own.find(({ id, path }) => id === name && posix.normalize(path) !== posix.normalize(from.path));
  // The file may be a link.
  if (found && !workspace.within(found.path, '.')) return diagnostic('overlay-base-outside', { base: name }, place);
  if (found) return { ...from, path: found.path, shown: from.shown === from.path ? found.path : shownInPackage(found.path) };
  const shipped = workspace === library ? [] : listRoles(library);
  const there = shipped.find(({ id }) => id === name);
  if (there) return { workspace: library, library, path: there.path, shown: shownInPackage(there.path) };
  // Only the overlay itself has this id.
  if (own.some(({ id }) => id === name)) return from;
  const known = [...new Set([...own, ...shipped].map(({ id }) => id))].sort();
  return diagnostic('overlay-base-missing', { base: name, nearest: nearest(name, known), known: known.join(', ') }, place);
}

/** A file of the library and one of the user may have the same path; in a message they must not look the same. */
const shownInPackage = (path: string): string => `rolewright/${path}`;
