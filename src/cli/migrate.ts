/** `rolewright migrate`: lifts files of version 1, and tells what people have to decide. */
import { migrate as migrateFiles } from '../desk/migration.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface MigrateOptions {
  check?: boolean;
  json?: boolean;
}

export function migrate(paths: readonly string[], { check = false, json = false }: MigrateOptions, office: Office): ExitCode {
  const { terminal, say } = office;
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
