/**
 * Files that are named inside other files: the logo of an organisation, the overlay of a department, the role that an
 * overlay extends, the organisation of a project. What somebody writes into a file must not lead the command to files
 * that have nothing to do with it, so such a name never leads out of its folder, by `..`, by a link or otherwise. On
 * the command line people may name what they like.
 */
import { posix } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locate } from './yaml-data.js';
import type { Workspace } from '../workspace/workspace.js';

/** The file that names another. */
export interface NamingFile {
  workspace: Workspace;
  path: string;
  locate: Locate;
}

/** Where the name stands, as a JSON pointer, and what is said where it leads out: a code with the argument `file`. */
export interface Naming {
  pointer: string;
  outside: string;
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** `/a`, `\\a`, `C:\\a`, `C:a`, `\\\\server\\a`: none of them starts where the naming file is, on whatever system. */
const startsElsewhere = (name: string): boolean => /^([\\/]|[A-Za-z]:)/.test(name);

/** Whether a name leads out of its folder by itself, links aside. */
export const leadsOut = (name: string): boolean => startsElsewhere(name) || /^\.\.(\/|$)/.test(posix.normalize(slashed(name)));

/**
 * The path of the file that `name` means in a file at `path`, both with `/` or `\`; null where it leads out of the folder
 * of that file, links followed, or, when there are more `folders`, out of all of them.
 */
export function pathNamedIn({ workspace, path }: Omit<NamingFile, 'locate'>, name: string, folders: readonly string[] = []): string | null {
  if (startsElsewhere(name)) return null;
  const folder = posix.dirname(slashed(path));
  const named = posix.join(folder, slashed(name));
  return [folder, ...folders].some((one) => workspace.within(named, one)) ? named : null;
}

/** The path of a file that is named inside another, or what is wrong with it, at the place of its name. */
export function fileNamedIn(from: NamingFile, name: string, { pointer, outside }: Naming): { path: string } | Diagnostic {
  const path = pathNamedIn(from, name);
  return path === null ? diagnostic(outside, { file: name }, from.locate(pointer)) : { path };
}

/** The bytes of such a file; `limit` in bytes. Throws a Refusal when there is none that can be read, at the place of its name. */
export function readNamedIn(from: NamingFile, name: string, naming: Naming, limit: number): Uint8Array {
  const found = fileNamedIn(from, name, naming);
  if ('code' in found) throw new Refusal([found]);
  try {
    return from.workspace.readBytes(found.path, limit);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.diagnostics.map((one) => ({ ...one, ...from.locate(naming.pointer) })));
  }
}
