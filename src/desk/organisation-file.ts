/** The organisation that the user means, by the path of its file. */
import { frozen } from '../content/content.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { NamingFile } from '../read/named-file.js';
import { readOrganisation } from '../organisation/organisation.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { departmentOf } from '../structure/seen-from.js';
import { organisationProblems, structureOf } from './structure-file.js';
import type { StructureFile } from './structure-file.js';
import { otherKind } from './expected-kind.js';
import type { Desk } from './desk.js';

/** An organisation with its file, since it names others: a logo, overlays of departments. */
export interface OrganisationFile {
  /** With the departments of its structure, where it names one. */
  organisation: Organisation;
  file: NamingFile;
  /** Who reports to whom; null where the organisation file says it itself. */
  structure: StructureFile | null;
}

/** Null where there is none, or it is not valid: `problems` then says why. */
export function organisationAt(path: string | undefined, { workspace, shelf }: Desk, problems: Diagnostic[]): OrganisationFile | null {
  if (path === undefined) return null;
  const other = otherKind(workspace, path, 'organisation');
  if (other) {
    problems.push(other);
    return null;
  }
  const { organisation, diagnostics, locate } = readOrganisation(workspace, path, shelf);
  problems.push(...diagnostics);
  if (!organisation) return null;
  const file = { workspace, path, locate };
  const structure = structureOf(organisation, file, problems);
  if (organisation.structure !== undefined && !structure) return null;
  return { organisation: structure ? withDepartments(organisation, structure) : organisation, file, structure };
}

/** The same with a structure that somebody names beside it, whatever structure the file of the organisation names. */
export function organisationWith(path: string, structure: StructureFile, desk: Desk, problems: Diagnostic[]): OrganisationFile | null {
  const { organisation, diagnostics, locate } = readOrganisation(desk.workspace, path, desk.shelf);
  problems.push(...diagnostics);
  if (!organisation) return null;
  const file = { workspace: desk.workspace, path, locate };
  problems.push(...organisationProblems(organisation, structure, file));
  return { organisation: withDepartments(organisation, structure), file, structure };
}

/** Departments are looked up by name before anybody knows for which position papers are made. */
function withDepartments(organisation: Organisation, { lines }: StructureFile): Organisation {
  const departments = [...lines.departments.values()].map(departmentOf);
  return frozen({ ...organisation, ...(departments.length > 0 && { departments }) });
}
