/** The documents that one command has written and may write again, and no others. */
import { posix } from 'node:path';
import { bytesKey } from '../content/content.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { OutputFile, Workspace } from '../workspace/workspace.js';
import { attempt } from './attempt.js';

export interface MadeFiles {
  /** Whether all files may be written to the folder; `problems` says why not. */
  mayWrite(paths: readonly string[], folder: string, problems: Diagnostic[]): boolean;
  /** Writes those of which the folder has not these very bytes, all or none; whether that was done. */
  write(files: readonly OutputFile[], folder: string, problems: Diagnostic[]): boolean;
}

/** Files that were written here may be replaced as long as they are what was written; any others with `force` only. */
export function openMadeFiles(workspace: Workspace, { force, dryRun }: { force: boolean; dryRun: boolean }): MadeFiles {
  const written = new Map<string, string>();
  const keyAt = (path: string): string | null => attempt(() => bytesKey(workspace.readBytes(path)), []);
  const isOwn = (path: string): boolean => {
    const key = written.get(path);
    return key !== undefined && keyAt(path) === key;
  };
  const isFree = (paths: readonly string[], options: { folder: string; force: boolean }, problems: Diagnostic[]): boolean => {
    const files = paths.map((path) => ({ path, bytes: new Uint8Array() }));
    return attempt(() => workspace.writeAll(files, { ...options, dryRun: true }), problems) !== null;
  };
  return {
    mayWrite(paths, folder, problems) {
      const others = force ? [] : paths.filter((path) => !isOwn(posix.join(folder, path)));
      return isFree(paths, { folder, force: true }, problems) && isFree(others, { folder, force }, problems);
    },
    write(files, folder, problems) {
      const otherwise = files.filter(({ path, bytes }) => keyAt(posix.join(folder, path)) !== bytesKey(bytes));
      const done = dryRun || attempt(() => workspace.writeAll(otherwise, { folder, force: true }), problems) !== null;
      if (done) for (const { path, bytes } of files) written.set(posix.join(folder, path), bytesKey(bytes));
      return done;
    },
  };
}
