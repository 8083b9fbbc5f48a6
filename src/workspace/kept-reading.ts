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
  /** Under which name another program can be told of it; only what is plain data can have one. */
  readonly name?: string;
}

/** What was made of the files of a workspace, by the names of the readings: plain data, for the next program. */
export type ToldReadings = Readonly<Record<string, readonly ToldReading[]>>;
type ToldReading = readonly [path: string, stamp: string, value: unknown];

interface Tellable {
  tell(workspace: Workspace): readonly ToldReading[];
  recall(told: readonly ToldReading[], workspace: Workspace): void;
}

const tellable = new Map<string, Tellable>();

/** What was read of a workspace until now, as far as another program can be told of it. */
export const toldReadings = (workspace: Workspace): ToldReadings =>
  Object.fromEntries([...tellable].map(([name, { tell }]) => [name, tell(workspace)]));

/**
 * Takes over what another program of this program has read of the same files. What it says of a file counts as long as the stamp of that is
 * what it was: nothing is read again for it, and nothing that has been written since is believed.
 */
export function recallReadings(told: ToldReadings, workspace: Workspace): void {
  for (const [name, { recall }] of tellable) recall(Object.hasOwn(told, name) ? (told[name] ?? []) : [], workspace);
}

/**
 * Reads files through `make`, each once until it is written again: to see that a file is as it was takes a hundredth of what it takes to
 * read a role. A file that cannot be told apart by a stamp is read each time. Throws what `readText` and `make` throw, and keeps none of it.
 */
export function keptReading<T>(
  make: (text: string) => T,
  { most = 4000, sizeOf = () => 1, name }: KeptReadingOptions<T> = {},
): (workspace: Workspace, path: string) => T {
  const kept = new WeakMap<Workspace, { size: number; readonly files: Map<string, Kept<T>> }>();
  const filesOf = (workspace: Workspace): { size: number; readonly files: Map<string, Kept<T>> } => {
    const own = kept.get(workspace) ?? { size: 0, files: new Map<string, Kept<T>>() };
    kept.set(workspace, own);
    return own;
  };
  if (name !== undefined)
    tellable.set(name, {
      tell: (workspace) => [...filesOf(workspace).files].map(([path, { stamp, value }]) => [path, stamp, value]),
      recall(told, workspace) {
        const own = filesOf(workspace);
        for (const [path, stamp, value] of told) {
          if (own.size >= most || own.files.has(path)) continue;
          own.files.set(path, { stamp, value: value as T });
          own.size += sizeOf(value as T);
        }
      },
    });
  return (workspace, path) => {
    const stamp = workspace.stamp?.(path) ?? null;
    if (stamp === null) return make(workspace.readText(path));
    const own = filesOf(workspace);
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
