/** `rolewright validate`: checks files and tells everything that is wrong with them. */
import type { Diagnostic } from '../diagnostic.js';
import { readOrganisation } from '../organisation.js';
import { readPerson } from '../person.js';
import { readProject } from '../project.js';
import { listRoles, readRole } from '../role/read.js';
import type { Office } from './office.js';
import { kindOf } from '../desk/file-kind.js';
import { findRole } from '../desk/sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export function validate(names: readonly string[], options: { json?: boolean }, office: Office): ExitCode {
  const { terminal } = office;
  const own = listRoles(office.workspace).map((role) => role.path);
  const wanted = names.length > 0 ? names : own.length > 0 ? own : listRoles(office.shelf).map((role) => role.id);
  const diagnostics = wanted.flatMap((name) => checkFile(name, office));
  const count = (severity: Diagnostic['severity']): number => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (options.json)
    terminal.out(`${JSON.stringify({ files: wanted, errors, warnings, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
  else {
    office.report(diagnostics);
    terminal.err(
      `${office.say(diagnostics.length === 0 ? 'validate.clean' : 'validate.found', { files: wanted.length, errors, warnings })}\n`,
    );
  }
  if (diagnostics.some((one) => one.code === 'unknown-role')) return exit.usage;
  return errors > 0 ? exit.findings : exit.ok;
}

function checkFile(name: string, office: Office): Diagnostic[] {
  const found = findRole(name, office);
  if ('code' in found) return [found];
  const { workspace, path } = found;
  switch (kindOf(workspace, path)) {
    case 'organisation':
      return readOrganisation(workspace, path).diagnostics;
    case 'person':
      return readPerson(workspace, path).diagnostics;
    case 'project':
      return readProject(workspace, path).diagnostics;
    default:
      return readRole(workspace, path).diagnostics;
  }
}
