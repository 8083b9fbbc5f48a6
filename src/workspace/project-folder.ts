/** Which folder a command works in: the nearest one upwards that says that it is a project. */
import { existsSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface Boundaries {
  /** The file that makes a folder a project. */
  file: string;
  /** The home folder: nothing above it is a project of the user. Null for a user without one. */
  home: string | null;
  /** The number of the user; null where the system has none. */
  owner: number | null;
}

/**
 * The folder of the project that a folder belongs to, by its path from there with `/`; null when there is none. The search
 * ends at the root of the repository and at the home folder. A project above the working folder counts only if its file
 * belongs to the user: what somebody left in a folder that all share must not change what a command does further down.
 */
export function projectFolder(from: string, { file, home, owner }: Boundaries): string | null {
  const start = resolve(from);
  for (let at = start; ; at = dirname(at)) {
    const facts = factsOf(join(at, file));
    if (facts?.isFile() && (at === start || owner === null || facts.uid === owner)) return relative(start, at).split(sep).join('/') || '.';
    if ((home !== null && at === resolve(home)) || existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

/** Nothing also where nobody may look: what the user cannot see is no project of theirs. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
