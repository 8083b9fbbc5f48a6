/** Checking a file of any kind against its schema and rules. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { readOrganisation } from '../organisation/organisation.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { readPerson } from '../person/person.js';
import { readProject } from '../project/project.js';
import { pathNamedIn } from '../read/named-file.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Desk } from './desk.js';
import { kindOf } from './file-kind.js';
import { answerProblems } from './positions.js';
import { checkStructure } from './structure-check.js';
import { structureAt, structureOf } from './structure-file.js';
import { attempt } from './attempt.js';
import { findRole, knownRoles } from './sources.js';
import { validateShelfFile } from './shelf-files.js';
import { titleFormProblems } from './title-forms.js';

/** All that is wrong with a role by id, or with a file of any kind by its path. */
export function validateFile(name: string, desk: Desk): Diagnostic[] {
  const found = findRole(name, desk);
  if ('code' in found) return [found];
  const { workspace, path } = found;
  const kind = kindOf(workspace, path);
  switch (kind) {
    case 'organisation':
      return organisationProblems(workspace, path, desk);
    case 'structure':
      return structureProblems(workspace, path, desk);
    case 'person':
      return personProblems(workspace, path);
    case 'project':
      return projectProblems(workspace, path, desk);
    case 'kinds':
    case 'competencies':
    case 'themes':
    case 'jurisdictions':
    case 'locales':
    case 'lint':
      return attempt(() => validateShelfFile(kind, workspace, path, desk), []) ?? [];
    default:
      return roleProblems(workspace, path, desk);
  }
}

function roleProblems(workspace: Workspace, path: string, desk: Desk): Diagnostic[] {
  const { role, diagnostics, locate } = readRole(workspace, path, desk.shelf);
  return [...diagnostics, ...(role ? titleFormProblems([{ role, locate }], null) : [])];
}

function personProblems(workspace: Workspace, path: string): Diagnostic[] {
  const { person, diagnostics, locate } = readPerson(workspace, path);
  return [...diagnostics, ...(person ? titleFormProblems([], null, { person, locate }) : [])];
}

/** With the roles and the versions of roles that it names: without them nobody’s papers can be made. */
function structureProblems(workspace: Workspace, path: string, desk: Desk): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const structure = structureAt(workspace, path, problems);
  if (!structure) return problems;
  const { diagnostics } = checkStructure({ structure, organisation: null, day: null }, desk);
  // What is wrong with a role itself is told when it is validated; what may be meant so, `structure check` tells.
  return [...problems, ...diagnostics.filter(({ severity, file }) => severity === 'error' && file === path)];
}

/** With what it answers, held against the roles that there are. */
function organisationProblems(workspace: Workspace, path: string, desk: Desk): Diagnostic[] {
  const { organisation, diagnostics, locate } = readOrganisation(workspace, path, desk.shelf);
  if (!organisation) return diagnostics;
  const named: Diagnostic[] = [];
  structureOf(organisation, { workspace, path, locate }, named);
  return [
    ...diagnostics,
    // What is wrong with the structure itself is told when it is validated.
    ...named.filter(({ file }) => file === path),
    ...answerProblems(rolesAnswered(organisation, desk), { organisation, locate }),
    ...titleFormProblems([], { organisation, file: { workspace, path, locate }, structure: null }),
  ];
}

/** With the answers of the organisation that it names; what else is wrong with that is told when it is validated itself. */
function projectProblems(workspace: Workspace, path: string, desk: Desk): Diagnostic[] {
  const { project, diagnostics } = readProject(workspace, path, desk.shelf);
  const named = project?.organisation === undefined ? null : pathNamedIn({ workspace, path }, project.organisation);
  const reading = named === null ? null : readOrganisation(workspace, named, desk.shelf);
  if (!reading?.organisation) return diagnostics;
  const { organisation } = reading;
  return [...diagnostics, ...answerProblems(rolesAnswered(organisation, desk), { organisation, locate: reading.locate })];
}

/** The roles whose questions an organisation may answer: of all roles only where it answers for all. */
function rolesAnswered({ answers, departments = [], positions = {} }: Organisation, desk: Desk): Role[] {
  const forAll = answers !== undefined || departments.some((one) => one.answers !== undefined);
  const names = forAll ? knownRoles(desk) : Object.keys(positions).filter((id) => positions[id]?.answers !== undefined);
  return names.flatMap((name) => {
    const found = findRole(name, desk);
    // What is wrong with a role is told of the role.
    const role = 'code' in found ? null : readRole(found.workspace, found.path, desk.shelf).role;
    return role ? [role] : [];
  });
}
