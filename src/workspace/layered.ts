/** The shelf as a workspace: a project's files over those of the package. */
import { posix } from 'node:path';
import { refusal } from './refusals.js';
import type { Workspace } from './workspace.js';

/** Where a file of the shelf comes from. */
export type Origin = 'project' | 'package';

export interface Shelf extends Workspace {
  /** The folder of the project, by its path from the working folder; null where there is no project. */
  readonly project: ProjectFolder | null;
  /** Our own files, whatever a project has. */
  readonly own: Workspace;
  /** Where a file comes from, or would. */
  originOf(path: string): Origin;
  /** What a file of the shelf is called from the working folder. */
  shown(path: string): string;
}

export interface ProjectFolder {
  readonly workspace: Workspace;
  /** From the working folder of that workspace: `.`, `..`, `../..`. */
  readonly folder: string;
}

/** What a project may have of its own. Words are merged key by key, so they are not among them. */
const folders = ['kinds', 'competencies', 'templates', 'themes', 'jurisdictions', 'lint', 'roles'];
const isShelved = (path: string): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** A file that a project has, whatever the shelf has in its place; null where there is none. A link out of the project is refused. */
export function projectFileAt({ workspace, folder }: ProjectFolder, path: string): { workspace: Workspace; path: string } | null {
  const file = posix.join(folder, path);
  if (!workspace.exists(file)) return null;
  if (!workspace.within(file, folder)) throw refusal('project-file-outside', file);
  return { workspace, path: file };
}

/**
 * The files of a project before ours, one by one: who has a file of a name hides ours with that name. A file that is
 * reached by a link out of the project is refused with `project-file-outside`. Nothing is written through a shelf.
 */
export function layered(own: Workspace, project: ProjectFolder | null): Shelf {
  const inProject = (path: string): string => posix.join(project?.folder ?? '.', path);
  const originOf = (path: string): Origin =>
    project && isShelved(path) && project.workspace.exists(inProject(path)) ? 'project' : 'package';
  const read = <T>(path: string, ofProject: (workspace: Workspace, path: string) => T, ofOwn: () => T): T => {
    const theirs = project && isShelved(path) ? projectFileAt(project, path) : null;
    return theirs ? ofProject(theirs.workspace, theirs.path) : ofOwn();
  };
  return {
    project,
    own,
    originOf,
    shown: (path) => (originOf(path) === 'project' ? inProject(path) : path),
    readText: (path, limit) =>
      read(
        path,
        (workspace, file) => workspace.readText(file, limit),
        () => own.readText(path, limit),
      ),
    readBytes: (path, limit) =>
      read(
        path,
        (workspace, file) => workspace.readBytes(file, limit),
        () => own.readBytes(path, limit),
      ),
    list(folder) {
      const theirs = project && isShelved(folder) ? project.workspace.list(inProject(folder)) : [];
      return [...new Set([...own.list(folder), ...theirs])].sort();
    },
    folders(folder) {
      const theirs = project && isShelved(folder) ? project.workspace.folders(inProject(folder)) : [];
      return [...new Set([...own.folders(folder), ...theirs])].sort();
    },
    exists: (path) => originOf(path) === 'project' || own.exists(path),
    within: (path, folder) => own.within(path, folder),
    writeAll() {
      throw new Error('Nothing is written to a shelf');
    },
  };
}
