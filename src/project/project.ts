/** The settings of a project, read from `rolewright.yaml` in the working folder. */
import type { Project } from './project.generated.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import type { Workspace } from '../workspace/workspace.js';

export const projectFile = 'rolewright.yaml';
export const projectKind: Kind = { schema: 'project', rules: [] };

export interface ProjectReading extends Omit<Reading<Project>, 'data'> {
  /** Null when there is any error. */
  project: Project | null;
}

/** Reads and checks a project file. Never throws. */
export function readProject(workspace: Workspace, path = projectFile): ProjectReading {
  const { data, ...rest } = readData<Project>(workspace, path, projectKind);
  return { project: data, ...rest };
}
