/** A workspace in memory, for tests and for programs that keep files elsewhere. */
import { posix } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.js';
import { outputNameProblems } from './output-name.js';
import { decode, missing, refuseIfAny, tooLarge } from './refusals.js';
import { bytesLimit, textLimit } from './workspace.js';
import type { Workspace } from './workspace.js';

/** A workspace in memory that starts with `files`, texts or bytes by path, and keeps there what is written. */
export function memoryWorkspace(files: Record<string, string | Uint8Array>): Workspace & { files: Map<string, Uint8Array> } {
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
    folders(folder) {
      const start = posix.join(folder) === '.' ? '' : `${posix.join(folder)}/`;
      const below = [...kept.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      return [...new Set(below.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])))].sort();
    },
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
  };
}
