/** The organisation that the user means, by the path of its file. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { NamingFile } from '../read/named-file.js';
import { readOrganisation } from '../organisation/organisation.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Desk } from './desk.js';

/** An organisation with its file, since it names others: a logo, overlays of departments. */
export interface OrganisationFile {
  organisation: Organisation;
  file: NamingFile;
}

/** Null where there is none, or it is not valid: `problems` then says why. */
export function organisationAt(path: string | undefined, { workspace, shelf }: Desk, problems: Diagnostic[]): OrganisationFile | null {
  if (path === undefined) return null;
  const { organisation, diagnostics, locate } = readOrganisation(workspace, path, shelf);
  problems.push(...diagnostics);
  return organisation && { organisation, file: { workspace, path, locate } };
}
