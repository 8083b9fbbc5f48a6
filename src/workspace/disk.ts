/** Workspaces on the disk: a folder of the user, and the package itself. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../diagnostic/diagnostic.js';
import { packageFolder } from '../packages/installed.js';
import { commit, obstacles } from './commit.js';
import type { Target } from './commit.js';
import { outputNameProblems } from './output-name.js';
import { leadsInside } from './real-path.js';
import { decode, isMissing, missing, reasonOf, refusal, refuseIfAny, tooLarge } from './refusals.js';
import { bytesLimit, textLimit } from './workspace.js';
import type { Workspace } from './workspace.js';

/** Milliseconds: a file may be written twice within one tick of the file system’s clock, and say nothing of it. */
const tick = 1000;

/**
 * The folder `root` of the file system. Relative paths start there; diagnostics show paths as they were given. Only with a clock, in
 * milliseconds as `Date.now` tells them, can it say that a file is as it was.
 */
export function openWorkspace(root: string, now?: () => number): Workspace {
  const at = (path: string): string => resolve(root, path);

  function readBytes(path: string, limit = bytesLimit): Uint8Array {
    try {
      const facts = statSync(at(path));
      if (!facts.isFile()) throw refusal('not-a-file', path);
      if (facts.size > limit) throw tooLarge(path, facts.size, limit);
      const bytes = readFileSync(at(path));
      if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
      return bytes;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (isMissing(error)) throw missing(path, neighbours(path));
      throw refusal('file-unreadable', path, { reason: reasonOf(error) });
    }
  }

  const list = (folder: string): string[] => namesIn(folder, (one) => !one.isDirectory());

  function namesIn(folder: string, isWanted: (one: Dirent) => boolean): string[] {
    try {
      return readdirSync(at(folder), { withFileTypes: true })
        .filter(isWanted)
        .map((one) => one.name)
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw refusal('folder-unreadable', folder, { reason: reasonOf(error) });
    }
  }

  function neighbours(path: string): string[] {
    try {
      return list(dirname(path));
    } catch {
      return [];
    }
  }

  return {
    readBytes,
    readText: (path, limit = textLimit) => decode(readBytes(path, limit), path),
    list,
    folders: (folder) => namesIn(folder, (one) => one.isDirectory()),
    exists(path) {
      try {
        return statSync(at(path), { throwIfNoEntry: false }) !== undefined;
      } catch (error) {
        // A folder that nobody may look into must not be taken for one without the file; a name that can be none is none.
        if (!['EACCES', 'EPERM'].includes(reasonOf(error))) return false;
        throw refusal('file-unreadable', path, { reason: reasonOf(error) });
      }
    },
    stamp(path) {
      const facts = statSync(at(path), { throwIfNoEntry: false, bigint: true });
      if (!now || !facts?.isFile() || now() - Number(facts.ctimeMs) < tick) return null;
      // Whoever writes can set the time of writing, and nobody that of the change.
      return [facts.dev, facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join(' ');
    },
    within: (path, folder) => leadsInside(at(path), at(folder)),
    writeAll(files, { folder = '.', force = false, dryRun = false } = {}) {
      const targets = files.map(
        ({ path, bytes, executable = false }): Target => ({ bytes, executable, shown: join(folder, path), full: join(at(folder), path) }),
      );
      refuseIfAny(
        outputNameProblems(
          files.map((file) => file.path),
          folder,
        ),
      );
      refuseIfAny(targets.flatMap((target) => obstacles(target, at(folder), root, force)));
      if (!dryRun) commit(targets);
      return targets.map((target) => target.shown);
    },
  };
}

/** Rolewright's own files: its library of roles, templates, locales, jurisdictions, themes and schemas. */
export const packageWorkspace = (): Workspace => (own ??= openWorkspace(packageFolder, longAfter));
/** Whatever is written into a package was written long before it is run. */
const longAfter = (): number => Number.POSITIVE_INFINITY;
let own: Workspace | undefined;
