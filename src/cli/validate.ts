/** `rolewright validate`: checks files and tells everything that is wrong with them. */
import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import { readOrganisation } from '../organisation.js';
import { readPerson } from '../person.js';
import { projectFile, readProject } from '../project.js';
import { listRoles, readRole } from '../role/read.js';
import type { Workspace } from '../workspace.js';
import type { Office } from './office.js';
import { findRole } from './sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export function validate(names: readonly string[], options: { json?: boolean }, office: Office): ExitCode {
  const { terminal } = office;
  const own = listRoles(terminal.workspace).map((role) => role.path);
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

/** What a file describes: as its first line names the schema, else as its keys say; a role when in doubt. */
export function kindOf(workspace: Workspace, path: string): 'role' | 'organisation' | 'person' | 'project' {
  let text: string;
  try {
    text = workspace.readText(path);
  } catch {
    // The reader of roles will say why it cannot be read.
    return 'role';
  }
  const named = /\$schema[=:].*?\b(role|overlay|organisation|person|project)\.schema\.json/.exec(text.slice(0, 2000))?.[1];
  if (named) return named === 'overlay' ? 'role' : (named as 'role' | 'organisation' | 'person' | 'project');
  if (basename(path) === projectFile) return 'project';
  const has = (key: string): boolean => new RegExp(`^${key}\\s*:`, 'm').test(text);
  if (has('duties') || has('purpose') || has('extends')) return 'role';
  if (has('hireDate') || has('personnelNumber') || has('gender')) return 'person';
  return has('jurisdiction') || has('signatories') ? 'organisation' : 'role';
}
