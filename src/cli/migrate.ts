/** `rolewright migrate`: lifts files of version 1, and tells what people have to decide. */
import { migrate as migrateFiles } from '../desk/migration.js';
import { liftStructures } from '../desk/structure-lift.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface MigrateOptions {
  check?: boolean;
  /** Whether posts and departments move into structure files. */
  structure?: boolean;
  json?: boolean;
}

export function migrate(
  paths: readonly string[],
  { check = false, structure = false, json = false }: MigrateOptions,
  office: Office,
): ExitCode {
  const { terminal, say } = office;
  if (structure) return moveStructures(paths, { check, json }, office);
  const { lifted, current, diagnostics } = migrateFiles({ paths, write: !check }, office);
  const decisions = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (json)
    terminal.out(`${JSON.stringify({ written: !check, lifted, current, decisions, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
  else {
    office.report(diagnostics);
    for (const { file, record } of lifted)
      terminal.out(`${file}${record === null ? '' : ` (${say('migrate.record', { version: record })})`}\n`);
    terminal.err(`${say(check ? 'migrate.wouldLift' : 'migrate.lifted', { files: lifted.length, current, decisions })}\n`);
  }
  return hasErrors(diagnostics) || (check && lifted.length > 0) ? exit.failure : exit.ok;
}

function moveStructures(paths: readonly string[], { check, json }: Required<Omit<MigrateOptions, 'structure'>>, office: Office): ExitCode {
  const { terminal, say } = office;
  const problems: Diagnostic[] = [];
  const files = liftStructures({ paths, write: !check }, office, problems);
  if (json) terminal.out(`${JSON.stringify({ written: !check, files, diagnostics: office.plain(problems) }, null, 2)}\n`);
  else {
    office.report(problems);
    for (const file of files) terminal.out(`${file}\n`);
    terminal.err(`${say(check ? 'migrate.wouldMove' : 'migrate.moved', { files: files.length })}\n`);
  }
  return hasErrors(problems) || (check && files.length > 0) ? exit.failure : exit.ok;
}
