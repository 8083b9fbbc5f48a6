/** `rolewright validate`: checks files and tells everything that is wrong with them. */
import { posix } from 'node:path';
import { projectFile } from '../project/project.js';
import { validateFile } from '../desk/validation.js';
import { isFolder, ownFilesIn } from '../desk/own-files.js';
import { projectOf, usualOut } from '../desk/settings.js';
import { shelfFolders, validateShelf } from '../desk/shelf-files.js';
import { usualRoles } from '../desk/sources.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export function validate(names: readonly string[], options: { json?: boolean }, office: Office): ExitCode {
  const { terminal } = office;
  const problems: Diagnostic[] = [];
  const shelved = names.length > 0 ? { files: [], diagnostics: [] } : validateShelf(office);
  const files = names.length > 0 ? filesNamed(names, office, problems) : usualFiles(office, problems);
  const wanted = [...files, ...shelved.files];
  const diagnostics = [...problems, ...files.flatMap((name) => validateFile(name, office)), ...shelved.diagnostics];
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

/** Folders stand for all in them that is ours beyond doubt. */
const filesNamed = (names: readonly string[], { workspace }: Office, problems: Diagnostic[]): readonly string[] =>
  names.flatMap((name) =>
    isFolder(name, workspace, []) === true ? ownFilesIn(name, workspace, problems).map(({ path }) => path) : [name],
  );

/** All of the project but what is on its shelf and what was made; without a project what lies in the folder, and the roles. */
function usualFiles(office: Office, problems: Diagnostic[]): readonly string[] {
  const { workspace, shelf } = office;
  const { project } = shelf;
  const roles = usualRoles([], office);
  if (!project) {
    const beside = ownFilesIn('.', workspace, problems, workspace.folders('.'));
    return [...beside.map(({ path }) => path), ...roles];
  }
  const { folder } = project;
  const made = projectOf(office, [])?.out ?? usualOut;
  const except = [...shelfFolders, made].map((name) => posix.join(folder, name));
  const own = ownFilesIn(folder, workspace, problems, except).map(({ path }) => path);
  const settings = posix.join(folder, projectFile);
  return [...new Set([settings, ...roles, ...own])];
}
