/** Mistakes in a command line, told the same way by every command of ours: what a parser of command lines says, as a diagnostic. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';

/** What the parser says, as Commander does: `commander.unknownOption`, with what was typed in quotation marks. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
}

/** The command that was called. */
export interface Called {
  /** As it is typed. */
  readonly command: string;
  /** Its options: `--json`. */
  readonly options: readonly string[];
  /** The commands of which one was to be named. */
  readonly commands: readonly string[];
}

/** Options that every command has. */
const everywhere = ['--lang', '--help'];

export function usageProblem({ code, message }: ParserError, { command, options, commands }: Called): Diagnostic {
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const known = [...options, ...everywhere].filter((one) => one !== '');
  switch (code) {
    case 'commander.unknownOption':
      return diagnostic('usage-unknown-option', { option: named, nearest: nearest(named, known), known: known.join(', ') });
    case 'commander.unknownCommand':
      return unknownCommand(named, commands);
    case 'commander.missingArgument':
      return diagnostic('usage-missing-argument', { argument: named });
    case 'commander.missingMandatoryOptionValue':
      return diagnostic('usage-missing-option', { option: named });
    case 'commander.optionMissingArgument':
      return diagnostic('usage-option-needs-value', { option: named });
    case 'commander.excessArguments':
      return diagnostic('usage-too-many-arguments', { command });
    default:
      // Commander shows its help and ends with an error when no command is given at all.
      return diagnostic('usage-no-command', { known: commands.join(', ') });
  }
}

export const unknownCommand = (name: string, commands: readonly string[]): Diagnostic =>
  diagnostic('usage-unknown-command', { command: name, nearest: nearest(name, commands), known: commands.join(', ') });
