/** The output folder of a batch: each file is written beside the others' way and moved to its place whole, or not at all. */
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';

/** Where unfinished work stands until a batch is done. */
export const workFolder = '.rolewright';

export interface OutFolder {
  /** Writes a file of a person; `folder` is `department/person`. Throws a Refusal, of which `endsRun` tells whether others would fail as well. */
  write(folder: string, name: string, bytes: Uint8Array): void;
}

/** Reasons that concern every file and not this one alone. */
const general = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENODEV', 'ESTALE', 'EMFILE', 'ENFILE', 'ENOENT', 'EXDEV']);

export const endsRun = (refusal: Refusal): boolean =>
  refusal.diagnostics.some(
    ({ code, args }) => (code === 'write-failed' || code === 'batch-folder-gone') && general.has(String(args.reason)),
  );

/** `id` tells the writers of one batch apart. */
export function openOutFolder(out: string, id: string): OutFolder {
  const temporary = join(out, workFolder, `${id}.tmp`);
  const real = realpathSync(out);
  const known = new Set<string>();

  function enter(folder: string): void {
    // The output folder itself is not made again: if it is gone, so is what was made before.
    let at = out;
    for (const part of folder.split('/')) {
      at = join(at, part);
      makeFolder(at);
    }
    if (!realpathSync(at).startsWith(real + sep)) throw new Refusal([diagnostic('output-outside', { name: folder }, { file: folder })]);
    known.add(folder);
  }

  return {
    write(folder, name, bytes) {
      const path = `${folder}/${name}`;
      try {
        if (!known.has(folder)) {
          known.clear();
          enter(folder);
        }
        writeFileSync(temporary, bytes);
        renameSync(temporary, join(out, folder, name));
      } catch (error) {
        if (error instanceof Refusal) throw error;
        removeQuietly(temporary);
        throw new Refusal([diagnostic('write-failed', { file: path, reason: codeOf(error) }, { file: path })]);
      }
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Tidying up after a failure must not hide the failure. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A later run clears the folder of unfinished work.
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown';
