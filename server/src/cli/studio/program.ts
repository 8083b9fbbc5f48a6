/** `rolewright studio`: its options and their help, in the language of the user. */
import { Command } from 'commander';
import { answered } from '../answer.js';
import type { Counter } from '../counter.js';
import type { ExitCode } from '../terminal.js';
import { studio } from './run.js';
import type { StudioCommandOptions } from './run.js';
import { phrasesOf } from './words.js';

/** The program; `finish` is given the exit code of whatever it is asked to do. */
export function createStudioProgram(counter: Counter, finish: (code: ExitCode) => void): Command {
  const say = phrasesOf(counter);
  return new Command('rolewright studio')
    .description(say('description'))
    .option('--port <number>', say('options.port'))
    .option('--no-open', say('options.noOpen'))
    .option('--example', say('options.example'))
    .option('--as <name>', say('options.as'))
    .action(async (options: StudioCommandOptions) => finish(await answered(() => studio(options, counter), {}, counter)));
}
