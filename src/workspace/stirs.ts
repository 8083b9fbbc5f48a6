/** Being told when something stirs at places on the disk. */
import { statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** ms; editors write twice, or remove a file and move another into its place, within less. */
const quiet = 30;
/** ms; for what no event tells: network drives, links to elsewhere, folders that were not there yet, an exhausted system. */
const patience = 1000;

/**
 * Calls `stirred` when files at `places`, relative to the folder `root`, may have become others, and again at each further
 * change, until `end` is called. Events of the system only say when to look: whether anything changed is seen by the
 * time, size and number of the files, so events that are missing, doubled or about something else do no harm.
 */
export function watchPlaces(root: string, places: readonly string[], stirred: () => void): { end(): void } {
  const paths = places.map((place) => resolve(root, place));
  let before = stampsOf(paths);
  let pause: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = stampsOf(paths);
    if (now === before) return;
    before = now;
    stirred();
  };
  const soon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(look, quiet);
  };
  // Not the files: one that is saved by moving another into its place would not be heard of any more.
  const folders = new Set(paths.flatMap((path) => [dirname(path), path]).filter(isFolder));
  const watchers = [...folders].flatMap((folder) => watcherOf(folder, soon));
  const turn = setInterval(look, patience);
  return {
    end() {
      clearTimeout(pause);
      clearInterval(turn);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watcherOf(folder: string, stirred: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, stirred);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    // The system has no more of them, or the folder went away: then only the clock says when to look.
    return [];
  }
}

const isFolder = (path: string): boolean => stampOf(path)?.isDirectory() ?? false;

function stampsOf(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const facts = stampOf(path);
      return facts ? `${facts.mtimeMs} ${facts.size} ${facts.ino}` : '-';
    })
    .join('\n');
}

function stampOf(path: string): ReturnType<typeof statSync> | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
