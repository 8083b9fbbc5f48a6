/**
 * The outside world as a value: files, the output folder, the date. The only room besides the command line that touches
 * the file system and the clock; everything else is handed a workspace, and tests hand in one made of a plain object.
 */
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { packageFolder } from '../packages/installed.js';
import { nearest } from '../diagnostic/nearest.js';
import { outputNameProblems } from './output-name.js';

export interface Workspace {
  /**
   * The text of a UTF-8 file without its byte order mark; `limit` in bytes. Throws a Refusal when there is no such file
   * or it cannot be read, is no file, is too large or is not UTF-8.
   */
  readText(path: string, limit?: number): string;
  /** The bytes of a file; `limit` in bytes. Throws a Refusal as `readText` does. */
  readBytes(path: string, limit?: number): Uint8Array;
  /** The names of the files in a folder, sorted; none when there is no such folder. Throws a Refusal when it cannot be read. */
  list(folder: string): string[];
  exists(path: string): boolean;
  /** Whether a path, links followed, stays in a folder. What is not there yet counts by its nearest folder that is. */
  within(path: string, folder: string): boolean;
  /**
   * Writes all of the files or none, and returns their paths. Throws a Refusal that names every obstacle: a file that
   * is there already (without `force`), a folder that cannot be written to, a name that leads out of the folder. With
   * `dryRun` it looks for obstacles only.
   */
  writeAll(files: readonly OutputFile[], options?: WriteOptions): string[];
  /** Year, month and day where the command runs: `2026-11-22`. */
  today(): string;
}

export interface OutputFile {
  /** Relative to the output folder, with `/` between folders. */
  path: string;
  bytes: Uint8Array;
}

export interface WriteOptions {
  /** The output folder, relative to the workspace; made when there is none. The workspace itself when absent. */
  folder?: string;
  force?: boolean;
  dryRun?: boolean;
}

const textLimit = 1 << 20;
const bytesLimit = 32 << 20;

/** The folder `root` of the file system. Relative paths start there; diagnostics show paths as they were given. */
export function openWorkspace(root: string, options: { today?: string } = {}): Workspace {
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

  function list(folder: string): string[] {
    try {
      return readdirSync(at(folder), { withFileTypes: true })
        .filter((one) => !one.isDirectory())
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
    exists: (path) => existsSync(at(path)),
    within: (path, folder) => leadsInside(at(path), at(folder)),
    writeAll(files, { folder = '.', force = false, dryRun = false } = {}) {
      const targets = files.map(({ path, bytes }): Target => ({ bytes, shown: join(folder, path), full: join(at(folder), path) }));
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
    today: () => options.today ?? localDate(new Date()),
  };
}

/** Rolewright's own files: its library of roles, templates, locales, jurisdictions, themes and schemas. */
export const packageWorkspace = (): Workspace => (own ??= openWorkspace(packageFolder));
let own: Workspace | undefined;

/** A workspace in memory that starts with `files`, texts or bytes by path, and keeps there what is written. */
export function memoryWorkspace(
  files: Record<string, string | Uint8Array>,
  { today = '2026-11-22' }: { today?: string } = {},
): Workspace & { files: Map<string, Uint8Array> } {
  const kept = new Map(
    Object.entries(files).map(([path, content]) => [
      posix.normalize(path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const list = (folder: string): string[] =>
    [...kept.keys()]
      .filter((path) => posix.dirname(path) === posix.join(folder))
      .map((path) => posix.basename(path))
      .sort();

  function readBytes(path: string, limit = bytesLimit): Uint8Array {
    const bytes = kept.get(posix.normalize(path));
    if (!bytes) throw missing(path, list(posix.dirname(path)));
    if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
    return bytes;
  }

  return {
    files: kept,
    readBytes,
    readText: (path, limit = textLimit) => decode(readBytes(path, limit), path),
    list,
    exists: (path) => kept.has(posix.normalize(path)),
    within: (path, folder) => !/^\.\.(\/|$)/.test(posix.relative(posix.join('/workspace', folder), posix.join('/workspace', path))),
    writeAll(outputs, { folder = '.', force = false, dryRun = false } = {}) {
      refuseIfAny(
        outputNameProblems(
          outputs.map((file) => file.path),
          folder,
        ),
      );
      const paths = outputs.map((file) => posix.join(folder, file.path));
      if (!force)
        refuseIfAny(paths.filter((path) => kept.has(path)).map((path) => diagnostic('would-overwrite', { file: path }, { file: path })));
      if (!dryRun) outputs.forEach((file, at) => kept.set(paths[at] ?? file.path, file.bytes));
      return paths;
    },
    today: () => today,
  };
}

interface Target {
  /** As diagnostics name it. */
  shown: string;
  full: string;
  bytes: Uint8Array;
}

function obstacles({ shown, full }: Target, base: string, root: string, force: boolean): Diagnostic[] {
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

/** Whether a path, links followed, stays in a folder, which is meant by its full path as well. */
export const leadsInside = (path: string, folder: string): boolean => isWithin(realPathOf(path), realPathOf(folder));

const isWithin = (real: string, folder: string): boolean =>
  real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Where a path really leads, as far as it exists. */
function realPathOf(path: string): string {
  const there = nearestExisting(path);
  try {
    return join(realpathSync(there), relative(there, path));
  } catch {
    // A link that leads nowhere, or around in a circle: reading it will fail and say so.
    return path;
  }
}

const unwritable = (folder: string, reason: string): Diagnostic =>
  diagnostic('folder-unwritable', { folder: folder || '.', reason }, { file: folder || '.' });

/** The folder or link itself, not what it leads to; nothing also where a file stands in the way. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function nearestExisting(path: string): string {
  const up = dirname(path);
  return up === path || entryAt(path) ? path : nearestExisting(up);
}

/** Everything is written beside its target first, so that the renames that follow need no space and rarely fail. */
function commit(targets: readonly Target[]): void {
  const undo: (() => void)[] = [];
  const backups: string[] = [];
  let doing = '';
  try {
    const ready = targets.map((target, number) => {
      doing = target.shown;
      const folder = dirname(target.full);
      const first = mkdirSync(folder, { recursive: true });
      if (first !== undefined) undo.push(() => removeEmptyFolders(folder, first));
      const temporary = join(folder, `.rolewright-${process.pid}-${number}.tmp`);
      undo.push(() => rmSync(temporary, { force: true }));
      writeFileSync(temporary, target.bytes, { flag: 'wx' });
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

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? '';
    throw new Refusal([diagnostic('not-utf8', { file: path }, { file: path, line: before.split('\n').length })]);
  }
}

const kibibytes = (bytes: number): number => Math.ceil(bytes / 1024);

const tooLarge = (path: string, size: number, limit: number): Refusal =>
  refusal('file-too-large', path, { size: kibibytes(size), limit: kibibytes(limit) });

const missing = (path: string, neighbours: readonly string[]): Refusal =>
  refusal('file-missing', path, { nearest: nearest(posix.basename(path), neighbours) });

const refusal = (code: string, path: string, args: Record<string, string | number> = {}): Refusal =>
  new Refusal([diagnostic(code, { file: path, ...args }, { file: path })]);

function refuseIfAny(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(reasonOf(error));

const localDate = (now: Date): string =>
  [String(now.getFullYear()).padStart(4, '0'), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join(
    '-',
  );
