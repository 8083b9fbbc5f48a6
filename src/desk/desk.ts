/** What any door needs to serve a user: the user's files, the shelf, and what is read from it. */
import { projectFile } from '../project/project.js';
import { openLibrary } from '../shelf/library.js';
import type { Library } from '../shelf/library.js';
import { packageWorkspace } from '../workspace/disk.js';
import { layered } from '../workspace/layered.js';
import type { Shelf } from '../workspace/layered.js';
import type { Workspace } from '../workspace/workspace.js';

export interface Desk {
  /** The user's folder. */
  readonly workspace: Workspace;
  /** The files of the project over Rolewright's own. */
  readonly shelf: Shelf;
  /** Kinds, languages, countries, looks and templates of the shelf. */
  readonly library: Library;
}

export interface DeskOptions {
  /** The folder of the project, from the user's folder; that folder itself when left out, if it has a project file; null for none. */
  readonly project?: string | null;
  /** Rolewright's own files, those of this package unless others are given. */
  readonly own?: Workspace;
}

/** A desk over a user's folder. */
export function openDesk(workspace: Workspace, { project, own = packageWorkspace() }: DeskOptions = {}): Desk {
  const folder = project === undefined ? (workspace.exists(projectFile) ? '.' : null) : project;
  const shelf = layered(own, folder === null ? null : { workspace, folder });
  return { workspace, shelf, library: openLibrary(shelf) };
}
