/** `rolewright validate`: checks files and tells everything that is wrong with them. */
import { posix } from 'node:path';
import { projectFile } from '../project/project.js';
import { validateFile } from '../desk/validation.js';
import { validateShelf } from '../desk/shelf-files.js';
import { usualRoles } from '../desk/sources.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export function validate(names: readonly string[], options: { json?: boolean }, office: Office): ExitCode {
  const { terminal } = office;
  const shelved = names.length > 0 ? { files: [], diagnostics: [] } : validateShelf(office);
  const { project } = office.shelf;
  const settings = names.length > 0 || !project ? [] : [posix.join(project.folder, projectFile)];
  const roles = [...settings, ...usualRoles(names, office)];
  const wanted = [...roles, ...shelved.files];
  const diagnostics = [...roles.flatMap((name) => validateFile(name, office)), ...shelved.diagnostics];
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
