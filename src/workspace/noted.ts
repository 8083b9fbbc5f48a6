/** A workspace that notes what is read through it, so that one can ask afterwards what has become otherwise since. */
import { bytesKey } from '../content/content.js';
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Workspace } from './workspace.js';

export interface Noted {
  /** The same files; whatever is read here is noted. */
  readonly workspace: Workspace;
  /** The files and folders that were read or looked for. */
  places(): readonly string[];
  /** What would be read otherwise now than it was the first time, each place once. */
  changes(): readonly Change[];
}

export interface Change {
  readonly path: string;
  /** A file whose content was read; otherwise only which files there are. */
  readonly isFile: boolean;
}

/** A reading as it was the first time, and how to repeat it; both as a key of what came of it. */
interface Note extends Change {
  readonly seen: string;
  again(): string;
}

/** Notes what is read of a workspace. Content counts, not the time of a file: to save it unchanged is no change. */
export function noted(workspace: Workspace): Noted {
  const notes = new Map<string, Note>();
  const reading = <T>(sort: string, path: string, read: () => T, keyOf: (found: T) => string): T => {
    const result = outcomeOf(read);
    const key = (one: Outcome<T>): string => ('refusal' in one ? `refused ${one.refusal.message}` : keyOf(one.found));
    const name = `${sort} ${path}`;
    if (!notes.has(name)) notes.set(name, { path, isFile: sort === 'file', seen: key(result), again: () => key(outcomeOf(read)) });
    if ('refusal' in result) throw result.refusal;
    return result.found;
  };
  return {
    workspace: {
      readBytes: (path, limit) => reading('file', path, () => workspace.readBytes(path, limit), bytesKey),
      readText: (path, limit) => reading('file', path, () => workspace.readText(path, limit), String),
      list: (folder) => reading('list', folder, () => workspace.list(folder), joined),
      folders: (folder) => reading('folders', folder, () => workspace.folders(folder), joined),
      exists: (path) => reading('exists', path, () => workspace.exists(path), String),
      within: (path, folder) => workspace.within(path, folder),
      writeAll: (files, options) => workspace.writeAll(files, options),
    },
    places: () => [...new Set([...notes.values()].map(({ path }) => path))],
    changes: () => merged([...notes.values()].filter(({ seen, again }) => again() !== seen)),
  };
}

/** Each place once: as a file, if it was read as one as well. */
export const merged = (changes: readonly Change[]): readonly Change[] =>
  [...new Set(changes.map(({ path }) => path))].map((path) => ({
    path,
    isFile: changes.some((one) => one.path === path && one.isFile),
  }));

const joined = (names: readonly string[]): string => names.join('\0');

type Outcome<T> = { readonly found: T } | { readonly refusal: Refusal };

/** A file that goes or comes is a change as well, so a refusal counts as what was read. */
function outcomeOf<T>(read: () => T): Outcome<T> {
  try {
    return { found: read() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: error };
  }
}
