/** Mistakes in the command line itself, as the root tells them. */
import type { Command, CommanderError } from 'commander';
import type { Diagnostic } from 'rolewright';
import { nearest } from 'rolewright';

export function usageProblem(error: CommanderError, words: readonly string[], program: Command): Diagnostic {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const called = program.commands.find((one) => one.name() === words[0]) ?? program;
  const names = program.commands.map((one) => one.name());
  const options = [...called.options.map(({ long }) => long ?? ''), '--lang', '--help'].filter((one) => one !== '');
  const problem = (code: string, args: Diagnostic['args']): Diagnostic => ({ code, args, severity: 'error' });
  switch (error.code) {
    case 'commander.unknownOption':
      return problem('usage-unknown-option', { option: named, nearest: nearest(named, options), known: options.join(', ') });
    case 'commander.unknownCommand':
      return problem('usage-unknown-command', { command: named, nearest: nearest(named, names), known: names.join(', ') });
    case 'commander.missingArgument':
      return problem('usage-missing-argument', { argument: named });
    case 'commander.missingMandatoryOptionValue':
      return problem('usage-missing-option', { option: named });
    case 'commander.optionMissingArgument':
      return problem('usage-option-needs-value', { option: named });
    default:
      return problem('usage-too-many-arguments', { command: `register ${words[0] ?? ''}` });
  }
}
