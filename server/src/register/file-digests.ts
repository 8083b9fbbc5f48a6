/** The digests of files, each worked out once for as long as nobody writes to its file: to see that takes a hundredth of reading it. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { Refusal } from 'rolewright';
import type { Workspace } from 'rolewright';

export const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The digest of a file with what told it apart when it was worked out. */
export type Stamped = readonly [path: string, stamp: string, digest: string];

export interface FileDigests {
  /** Null where there is no such file, or it cannot be read. */
  of(path: string, workspace: Workspace): string | null;
  /** Takes over what another thread has worked out before. */
  learn(known: readonly Stamped[]): void;
  /** What can be told to another thread. */
  told(): readonly Stamped[];
}

/** For the files of one workspace, whatever values stand for it. */
export function openFileDigests(): FileDigests {
  const known = new Map<string, Stamped>();
  return {
    of(path, workspace) {
      // A stamp that is taken before the file is read can be too old, and is then read anew; never too new.
      const stamp = workspace.stamp?.(path) ?? null;
      const before = known.get(path);
      if (stamp !== null && before?.[1] === stamp) return before[2];
      const text = textAt(path, workspace);
      if (text === null) return null;
      const digest = digestOf(text);
      if (stamp !== null) known.set(path, [path, stamp, digest]);
      return digest;
    },
    learn(stamped) {
      for (const one of stamped) if (!known.has(one[0])) known.set(one[0], one);
    },
    told: () => [...known.values()],
  };
}

function textAt(path: string, workspace: Workspace): string | null {
  try {
    return workspace.readText(path);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** All files below a folder, by their paths. */
export const filesBelow = (folder: string, workspace: Pick<Workspace, 'list' | 'folders'>): readonly string[] => [
  ...workspace.list(folder).map((name) => posix.join(folder, name)),
  ...workspace.folders(folder).flatMap((name) => filesBelow(posix.join(folder, name), workspace)),
];
