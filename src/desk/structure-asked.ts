/** The structure that a command is about, with the organisation that it belongs to. */
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isRealDate } from '../language/dates.js';
import { structureFile } from '../structure/structure.js';
import type { Desk } from './desk.js';
import { organisationAt, organisationWith } from './organisation-file.js';
import type { OrganisationFile } from './organisation-file.js';
import { organisationPath, projectOf } from './settings.js';
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
  readonly organisation: string | false | undefined;
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
  if (hasErrors(problems)) return null;
  const [named] = names;
  const path = organisationPath(organisation, projectOf(desk, problems), desk, problems);
  if (named !== undefined) {
    const structure = structureAt(desk.workspace, named, problems);
    return structure && { structure, organisation: path === null ? null : organisationWith(path, structure, desk, problems), day };
  }
  if (path !== null) {
    const from = organisationAt(path, desk, problems);
    if (from?.structure) return { structure: from.structure, organisation: from, day };
    // One that nobody named may be without a structure; then the usual file is looked at for itself.
    const isNamed = organisation !== undefined || !desk.workspace.exists(structureFile);
    if (from && isNamed) problems.push(diagnostic('structure-not-named', { file: path }, { file: path }));
    if (!from || isNamed) return null;
  }
  if (!desk.workspace.exists(structureFile)) {
    problems.push(diagnostic('structure-not-named', { file: '' }));
    return null;
  }
  const structure = structureAt(desk.workspace, structureFile, problems);
  return structure && { structure, organisation: null, day };
}
