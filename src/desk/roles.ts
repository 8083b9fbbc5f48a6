/** Roles read with the library of this package at hand. */
import { readRole as readRoleWith } from '../role/read.js';
import type { RoleReading } from '../role/read.js';
import { packageWorkspace } from '../workspace/disk.js';
import type { Workspace } from '../workspace/workspace.js';

/** As in `role/read.ts`; overlays may extend the roles of this package unless another library is given. */
export const readRole = (workspace: Workspace, path: string, library: Workspace = packageWorkspace()): RoleReading =>
  readRoleWith(workspace, path, library);
