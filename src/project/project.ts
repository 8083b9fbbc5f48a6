/** The settings of a project, read from `rolewright.yaml`. */
import type { Project } from './project.generated.js';
import { readData } from '../read/data.js';
import { idsAreOnShelf } from '../read/known-ids.js';
import type { Kind, Reading } from '../read/data.js';
import type { Workspace } from '../workspace/workspace.js';

export const projectFile = 'rolewright.yaml';
export const projectKind: Kind = { schema: 'project', rules: [] };

export interface ProjectReading extends Omit<Reading<Project>, 'data'> {
  /** Null when there is any error. */
  project: Project | null;
}

/** Reads and checks a project file; with a `shelf`, against the countries that it has. Never throws. */
export function readProject(workspace: Workspace, path = projectFile, shelf: Workspace | null = null): ProjectReading {
  const kind = shelf ? { ...projectKind, rules: [idsAreOnShelf(shelf)] } : projectKind;
  const { data, ...rest } = readData<Project>(workspace, path, kind);
  return { project: data, ...rest };
}
