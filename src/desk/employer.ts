/** The employer of an errand: an organisation together with what its file names. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Job } from '../press/press.js';
import type { Desk } from './desk.js';
import { readLogo } from './logo.js';
import { organisationAt } from './organisation-file.js';
import type { OrganisationFile } from './organisation-file.js';
import type { StructureFile } from './structure-file.js';
import { attempt } from './attempt.js';

export interface Employer {
  readonly organisation: Organisation | null;
  readonly logo: Job['logo'];
  /** The file, which names overlays of departments too; null for blank forms. */
  readonly from: OrganisationFile | null;
  /** Who reports to whom; null where the organisation says so itself. */
  readonly structure: StructureFile | null;
}

/** The employer at a path, or nobody where no path is given; what is wrong with the file or its logo goes to `problems`. */
export function employerAt(path: string | null | undefined, desk: Desk, problems: Diagnostic[]): Employer {
  const from = organisationAt(path ?? undefined, desk, problems);
  return {
    organisation: from?.organisation ?? null,
    logo: from && attempt(() => readLogo(from), problems),
    from,
    structure: from?.structure ?? null,
  };
}
