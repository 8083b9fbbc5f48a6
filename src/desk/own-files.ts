/** The files in a folder that are ours beyond doubt, wherever they lie. */
import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';
import { sureKindOf } from './file-kind.js';
import type { FileKind } from './file-kind.js';
import { attempt } from './attempt.js';

export interface OwnFile {
  readonly path: string;
  readonly kind: FileKind;
}

/** Whether a path is that of a folder with something in it; null where nobody may look, and `problems` says why. */
export const isFolder = (path: string, workspace: Workspace, problems: Diagnostic[]): boolean | null =>
  attempt(() => workspace.list(path).length + workspace.folders(path).length > 0, problems);

/**
 * In the order of their names, those of the folder itself first. Folders that begin with a dot, `node_modules` and those of
 * `except` stay out, and so does what a link leads to elsewhere: that belongs to somebody else.
 */
export function ownFilesIn(folder: string, workspace: Workspace, problems: Diagnostic[], except: readonly string[] = []): OwnFile[] {
  return inFolder(folder);

  function inFolder(at: string): OwnFile[] {
    const own = (attempt(() => workspace.list(at), problems) ?? []).flatMap((name) => {
      const path = posix.join(at, name);
      const isOwn = /\.ya?ml$/.test(name) && workspace.within(path, folder);
      const text = isOwn ? attempt(() => workspace.readText(path), []) : null;
      const kind = text === null ? null : sureKindOf(text, path);
      return kind ? [{ path, kind }] : [];
    });
    const below = (attempt(() => workspace.folders(at), problems) ?? []).filter((name) => !/^\.|^node_modules$/.test(name));
    return [...own, ...below.map((name) => posix.join(at, name)).flatMap((path) => (except.includes(path) ? [] : inFolder(path)))];
  }
}
