/** `rolewright customise`: the overlay that a department starts from. */
import { posix } from 'node:path';
import { attempt } from '../desk/attempt.js';
import { starterFor } from '../desk/starter.js';
import type { StarterOptions } from '../desk/starter.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface CustomiseOptions extends StarterOptions {
  out?: string;
  force?: boolean;
}

export function customise(name: string, options: CustomiseOptions, office: Office): ExitCode {
  const { terminal } = office;
  const problems: Diagnostic[] = [];
  const asked = options.out?.replaceAll('\\', '/');
  const made = starterFor(name, options, { reader: office.language, placeOf: () => asked ?? 'departments/x' }, office, problems);
  if (made === null) {
    office.report(problems);
    return problems.some(isUsageProblem) ? exit.usage : exit.failure;
  }
  if (asked === undefined) {
    terminal.out(made.text);
    return exit.ok;
  }
  const out = asked;
  attempt(
    () =>
      office.workspace.writeAll([{ path: posix.basename(out), bytes: new TextEncoder().encode(made.text) }], {
        folder: posix.dirname(out),
        force: options.force ?? false,
      }),
    problems,
  );
  office.report(problems);
  if (hasErrors(problems)) return exit.failure;
  terminal.out(`${out}\n`);
  terminal.err(`${office.say('customise.made', { file: out, named: out, role: made.role, department: options.department })}\n`);
  return exit.ok;
}
