/** What any door needs to serve a user: the user's files, Rolewright's own shelf, and what is read from it. */
import { openLibrary } from '../shelf/library.js';
import type { Library } from '../shelf/library.js';
import { packageWorkspace } from '../workspace/disk.js';
import type { Workspace } from '../workspace/workspace.js';

export interface Desk {
  /** The user's folder. */
  readonly workspace: Workspace;
  /** Rolewright's own files. */
  readonly shelf: Workspace;
  /** Languages, countries, looks and templates of the shelf. */
  readonly library: Library;
}

/** A desk over a user's folder; the shelf is that of this package unless another is given. */
export const openDesk = (workspace: Workspace, shelf: Workspace = packageWorkspace()): Desk => ({
  workspace,
  shelf,
  library: openLibrary(shelf),
});
