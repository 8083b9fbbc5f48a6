/** Files with their roles as they are in this version, whatever version they are written in; nothing is changed in them. */
import { posix } from 'node:path';
import { topLevel } from '../read/top-level.js';
import { currentVersion } from '../read/version.js';
import type { Workspace } from '../workspace/workspace.js';
import { lift } from './lift.js';

/** `texts` by path come before those of the workspace. All other texts must be of roles and overlays. */
export function liftedRoles(workspace: Workspace, texts: ReadonlyMap<string, string> = new Map()): Workspace {
  return {
    ...workspace,
    readText(path, limit) {
      const text = texts.get(posix.normalize(path)) ?? workspace.readText(path, limit);
      return topLevel(text, ['schema']).schema === currentVersion ? text : (lift(text, path, 'role').text ?? text);
    },
  };
}
