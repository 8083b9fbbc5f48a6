/** The structure that a command is about, with the organisation that it belongs to. */
import { posix } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isRealDate } from '../language/dates.js';
import { projectFile, readProject } from '../project/project.js';
import { fileNamedIn } from '../read/named-file.js';
import { structureFile } from '../structure/structure.js';
import type { Desk } from './desk.js';
import { organisationAt, organisationWith } from './organisation-file.js';
import type { OrganisationFile } from './organisation-file.js';
import { structureAt } from './structure-file.js';
import type { StructureFile } from './structure-file.js';

export interface AskedStructure {
  readonly structure: StructureFile;
  /** With the departments of the structure; null where nobody says whose structure it is. */
  readonly organisation: OrganisationFile | null;
  /** The day for which holders are asked, YYYY-MM-DD; null for none in particular. */
  readonly day: string | null;
}

export interface StructureQuestion {
  /** Paths; the first is that of the structure. */
  readonly names: readonly string[];
  readonly organisation: string | undefined;
  readonly date: string | undefined;
}

/**
 * The structure that is named, else that of the organisation that is named or that the project names, else the usual file.
 * Null where there is none, or it cannot be read; `problems` then says why, and has what is wrong with the files.
 */
export function structureAsked(
  { names, organisation, date }: StructureQuestion,
  desk: Desk,
  problems: Diagnostic[],
): AskedStructure | null {
  const day = date ?? null;
  if (day !== null && !isRealDate(day)) problems.push(diagnostic('bad-date', { value: day }));
  if (names.length > 1) problems.push(diagnostic('usage-too-many-arguments', { command: 'structure' }));
  if (problems.length > 0) return null;
  const [named] = names;
  const path = organisation ?? organisationOfProject(desk, problems);
  if (named !== undefined) {
    const structure = structureAt(desk.workspace, named, problems);
    return structure && { structure, organisation: path === null ? null : organisationWith(path, structure, desk, problems), day };
  }
  if (path !== null) {
    const from = organisationAt(path, desk, problems);
    if (from?.structure) return { structure: from.structure, organisation: from, day };
    if (from) problems.push(diagnostic('structure-not-named', { file: path }, { file: path }));
    return null;
  }
  if (!desk.workspace.exists(structureFile)) {
    problems.push(diagnostic('structure-not-named', { file: '' }));
    return null;
  }
  const structure = structureAt(desk.workspace, structureFile, problems);
  return structure && { structure, organisation: null, day };
}

/** The path of the organisation that the project of the desk names. */
function organisationOfProject({ workspace, shelf }: Desk, problems: Diagnostic[]): string | null {
  if (!shelf.project) return null;
  const path = posix.join(shelf.project.folder, projectFile);
  if (!workspace.exists(path)) return null;
  const { project, locate } = readProject(workspace, path, shelf);
  if (project?.organisation === undefined) return null;
  const named = fileNamedIn({ workspace, path, locate }, project.organisation, {
    pointer: '/organisation',
    outside: 'project-organisation-outside',
  });
  if (!('code' in named)) return named.path;
  problems.push(named);
  return null;
}
