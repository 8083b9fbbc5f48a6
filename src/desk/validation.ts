/** Checking a file of any kind against its schema and rules. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { readOrganisation } from '../organisation/organisation.js';
import { readPerson } from '../person/person.js';
import { readProject } from '../project/project.js';
import { readRole } from '../role/read.js';
import type { Desk } from './desk.js';
import { kindOf } from './file-kind.js';
import { attempt, findRole } from './sources.js';
import { validateShelfFile } from './shelf-files.js';

/** All that is wrong with a role by id, or with a file of any kind by its path. */
export function validateFile(name: string, desk: Desk): Diagnostic[] {
  const found = findRole(name, desk);
  if ('code' in found) return [found];
  const { workspace, path } = found;
  const kind = kindOf(workspace, path);
  switch (kind) {
    case 'organisation':
      return readOrganisation(workspace, path, desk.shelf).diagnostics;
    case 'person':
      return readPerson(workspace, path).diagnostics;
    case 'project':
      return readProject(workspace, path, desk.shelf).diagnostics;
    case 'kinds':
    case 'competencies':
    case 'themes':
    case 'jurisdictions':
    case 'locales':
    case 'lint':
      return attempt(() => validateShelfFile(kind, workspace, path, desk), []) ?? [];
    default:
      return readRole(workspace, path, desk.shelf).diagnostics;
  }
}
