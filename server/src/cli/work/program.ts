/** `rolewright worker`: its options and their help, in the language of the user. */
import { Command } from 'commander';
import { createPhrases, ownData } from 'rolewright';
import { answered } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import type { ExitCode } from '../terminal.js';
import { workOff } from './run.js';
import type { WorkOptions } from './run.js';

/** The program; `finish` is given the exit code of whatever it is asked to do. */
export function createWorkerProgram(counter: Counter, finish: (code: ExitCode) => void): Command {
  const say = createPhrases(ownData(counter.own, `locales/worker.${counter.language}.yaml`), counter.language);
  return new Command('rolewright worker')
    .description(say('description'))
    .option('--once', say('options.once'))
    .option('--remind', say('options.remind'))
    .option('--organisation <file>', counter.say('options.organisation'))
    .option('--json', counter.say('options.json'))
    .action(async (options: WorkOptions & CommonOptions) => finish(await answered(() => workOff(options, say, counter), options, counter)));
}
