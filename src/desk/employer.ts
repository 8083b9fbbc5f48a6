/** The organisation of a file together with what it names beside it. */
import type { Diagnostic } from '../diagnostic.js';
import type { Organisation } from '../organisation.generated.js';
import type { Job } from '../press.js';
import type { Desk } from './desk.js';
import { readLogo } from './logo.js';
import { attempt, organisationAt } from './sources.js';

export interface Employer {
  readonly organisation: Organisation | null;
  readonly logo: Job['logo'];
}

/** Nobody, for blank forms. */
const noEmployer: Employer = { organisation: null, logo: null };

/** The employer at a path, or nobody where no path is given; what is wrong with the file or its logo goes to `problems`. */
export function employerAt(path: string | null | undefined, desk: Desk, problems: Diagnostic[]): Employer {
  if (path === null || path === undefined) return noEmployer;
  const organisation = organisationAt(path, desk, problems);
  return { organisation, logo: organisation && attempt(() => readLogo(desk.workspace, path, organisation), problems) };
}
