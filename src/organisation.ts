/** The employer, read from one file. */
import type { Organisation } from './organisation.generated.js';
import { readData } from './read/data.js';
import type { Kind, Reading } from './read/data.js';
import { postsExist } from './role/rules.js';
import type { Workspace } from './workspace.js';

export const organisationKind: Kind = { schema: 'organisation', rules: [postsExist] };

export interface OrganisationReading extends Omit<Reading<Organisation>, 'data'> {
  /** Null when there is any error. */
  organisation: Organisation | null;
}

/** Reads and checks an organisation file. Never throws; all problems come in one run, in the order of the file. */
export function readOrganisation(workspace: Workspace, path: string): OrganisationReading {
  const { data, ...rest } = readData<Organisation>(workspace, path, organisationKind);
  return { organisation: data, ...rest };
}
