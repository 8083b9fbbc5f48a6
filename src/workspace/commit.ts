/** Writing files: all of them or none. */
import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pid } from 'node:process';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { entryAt, isWithin, nearestExisting } from './real-path.js';
import { reasonOf, refusal } from './refusals.js';

export interface Target {
  /** As diagnostics name it. */
  shown: string;
  full: string;
  bytes: Uint8Array;
  executable?: boolean;
}

export function obstacles({ shown, full }: Target, base: string, root: string, force: boolean): Diagnostic[] {
  const there = entryAt(full);
  const behind = there?.isSymbolicLink() ? statSync(full, { throwIfNoEntry: false }) : there;
  // A pipe or a device would never come to its end when it is kept for the case that something fails.
  if (behind && !behind.isFile()) return [diagnostic('not-a-file', { file: shown }, { file: shown })];
  if (there && !force) return [diagnostic('would-overwrite', { file: shown }, { file: shown })];
  const folder = nearestExisting(dirname(full));
  try {
    // A link inside the output folder could point anywhere; what counts is where the folder really is.
    if (!isWithin(realpathSync(folder), realpathSync(nearestExisting(base))))
      return [diagnostic('output-outside', { name: shown }, { file: shown })];
    if (!statSync(folder).isDirectory()) return [unwritable(relative(root, folder), 'ENOTDIR')];
    accessSync(folder, constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    return [unwritable(relative(root, folder), reasonOf(error))];
  }
}

const unwritable = (folder: string, reason: string): Diagnostic =>
  diagnostic('folder-unwritable', { folder: folder || '.', reason }, { file: folder || '.' });

/** Everything is written beside its target first, so that the renames that follow need no space and rarely fail. */
export function commit(targets: readonly Target[]): void {
  const undo: (() => void)[] = [];
  const backups: string[] = [];
  let doing = '';
  try {
    const ready = targets.map((target, number) => {
      doing = target.shown;
      const folder = dirname(target.full);
      const first = mkdirSync(folder, { recursive: true });
      if (first !== undefined) undo.push(() => removeEmptyFolders(folder, first));
      const temporary = join(folder, `.rolewright-${pid}-${number}.tmp`);
      undo.push(() => rmSync(temporary, { force: true }));
      writeFileSync(temporary, target.bytes, { flag: 'wx', ...(target.executable && { mode: 0o755 }) });
      return { ...target, temporary };
    });
    for (const { full, shown, temporary } of ready) {
      doing = shown;
      if (entryAt(full)) {
        const backup = `${temporary}.old`;
        copyFileSync(full, backup);
        backups.push(backup);
        renameSync(temporary, full);
        undo.push(() => renameSync(backup, full));
      } else {
        renameSync(temporary, full);
        undo.push(() => rmSync(full, { force: true }));
      }
    }
  } catch (error) {
    for (const step of undo.reverse()) quietly(step);
    throw refusal('write-failed', doing, { reason: reasonOf(error) });
  } finally {
    for (const backup of backups) quietly(() => rmSync(backup, { force: true }));
  }
}

function removeEmptyFolders(from: string, to: string): void {
  rmdirSync(from);
  if (from !== to) removeEmptyFolders(dirname(from), to);
}

/** Tidying up after a failure must not hide the failure. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // What could not be removed stays; the refusal that follows names the file.
  }
}
