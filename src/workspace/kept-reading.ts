/** What was made of texts, kept for as long as their files are what they were. */
import type { Workspace } from './workspace.js';

interface Kept<T> {
  readonly stamp: string;
  readonly value: T;
}

export interface KeptReadingOptions<T> {
  /** How much of one workspace is kept: in all as much as `sizeOf` says of each value, or so many values. */
  readonly most?: number;
  readonly sizeOf?: (value: T) => number;
}

/**
 * Reads files through `make`, each once until it is written again: to see that a file is as it was takes a hundredth of what it takes to
 * read a role. A file that cannot be told apart by a stamp is read each time. Throws what `readText` and `make` throw, and keeps none of it.
 */
export function keptReading<T>(
  make: (text: string) => T,
  { most = 4000, sizeOf = () => 1 }: KeptReadingOptions<T> = {},
): (workspace: Workspace, path: string) => T {
  const kept = new WeakMap<Workspace, { size: number; readonly files: Map<string, Kept<T>> }>();
  return (workspace, path) => {
    const stamp = workspace.stamp?.(path) ?? null;
    if (stamp === null) return make(workspace.readText(path));
    const own = kept.get(workspace) ?? { size: 0, files: new Map<string, Kept<T>>() };
    kept.set(workspace, own);
    const before = own.files.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = make(workspace.readText(path));
    if (before) own.size -= sizeOf(before.value);
    own.files.set(path, { stamp, value });
    own.size += sizeOf(value);
    for (const [oldest, { value: of }] of own.files) {
      if (own.size <= most) break;
      own.files.delete(oldest);
      own.size -= sizeOf(of);
    }
    return value;
  };
}
