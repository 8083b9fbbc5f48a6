/** `rolewright serve`: its options and their help, in the language of the user. */
import { Command } from 'commander';
import { answered } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import type { ExitCode } from '../terminal.js';
import { serve } from './run.js';
import { phrasesOf } from './words.js';

/** The program; `finish` is given the exit code of whatever it is asked to do. */
export function createServeProgram(counter: Counter, finish: (code: ExitCode) => void): Command {
  const say = phrasesOf(counter);
  const program = new Command('rolewright serve').description(say('description'));
  const done = async (action: () => Promise<Answer>, options: CommonOptions): Promise<void> =>
    finish(await answered(action, options, counter));
  program
    .option('--port <number>', say('options.port'), '8080')
    .option('--host <address>', say('options.host'), '127.0.0.1')
    .option('--base-path <path>', say('options.basePath'), '/')
    .option('--origin <address>', say('options.origin'))
    .option('--trust-proxy <addresses>', say('options.trustProxy'))
    .option('--threads <number>', say('options.threads'))
    .option('--organisation <file>', say('options.organisation'))
    .action((options: Parameters<typeof serve>[0]) => done(() => serve(options, counter), {}));
  return program;
}
