/** The dictionary of competencies: one file each, ours and a project's. */
import { readData } from '../read/data.js';
import type { Reading } from '../read/data.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Competency } from './competency.generated.js';
import { calledLikeItsFile } from './shelf-file.js';

export type { Competency } from './competency.generated.js';

/** Reads and checks a competency. Never throws; all problems come in one run. */
export const readCompetency = (workspace: Workspace, path: string): Reading<Competency> =>
  readData<Competency>(workspace, path, { schema: 'competency', rules: [calledLikeItsFile(path, 'id')] });
