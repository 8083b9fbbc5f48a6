/** Where paths really lead, links followed. */
import { lstatSync, realpathSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Whether a path, links followed, stays in a folder, which is meant by its full path as well. */
export const leadsInside = (path: string, folder: string): boolean => isWithin(realPathOf(path), realPathOf(folder));

export const isWithin = (real: string, folder: string): boolean =>
  real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Where a path really leads, as far as it exists. */
export function realPathOf(path: string): string {
  const there = nearestExisting(path);
  try {
    return join(realpathSync(there), relative(there, path));
  } catch {
    // A link that leads nowhere, or around in a circle: reading it will fail and say so.
    return path;
  }
}

/** The folder or link itself, not what it leads to; nothing also where a file stands in the way. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

export function nearestExisting(path: string): string {
  const up = dirname(path);
  return up === path || entryAt(path) ? path : nearestExisting(up);
}
