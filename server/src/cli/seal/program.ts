/** `rolewright seal` and `rolewright verify`: their options and their help, in the language of the user. */
import { Command } from 'commander';
import { answered } from '../answer.js';
import type { Answer } from '../answer.js';
import type { Counter } from '../counter.js';
import type { ExitCode } from '../terminal.js';
import { seal } from './seal.js';
import type { SealOptions } from './seal.js';
import { verify } from './verify.js';
import type { VerifyOptions } from './verify.js';
import { phrasesOf } from './words.js';

type Finish = (code: ExitCode) => void;

/** `finish` is given the exit code. */
export function createSealProgram(counter: Counter, finish: Finish): Command {
  const say = phrasesOf(counter);
  return new Command('rolewright seal')
    .description(say('seal.description'))
    .argument('<files...>', say('seal.files'))
    .option('--key <file>', say('options.key'))
    .option('--passphrase-file <file>', say('options.passphraseFile'))
    .option('--sign-command <command>', say('options.signCommand'))
    .option('--certificate <file>', say('options.certificate'))
    .option('--tsa <address>', say('options.tsa'))
    .option('--level <B-B|B-T>', say('options.level'))
    .option('--field <name>', say('options.field'))
    .option('--roots <file>', say('options.tsaRoots'))
    .option('--crl <file>', say('options.crl'))
    .option('--out <folder>', say('options.out'))
    .option('--force', say('options.force'))
    .option('--json', say('options.json'))
    .action((files: readonly string[], options: SealOptions) => done(() => seal(files, options, counter), options, counter, finish));
}

export function createVerifyProgram(counter: Counter, finish: Finish): Command {
  const say = phrasesOf(counter);
  return new Command('rolewright verify')
    .description(say('verify.description'))
    .argument('<files...>', say('verify.files'))
    .option('--roots <file>', say('options.roots'))
    .option('--crl <file>', say('options.crl'))
    .option('--json', say('options.json'))
    .action((files: readonly string[], options: VerifyOptions) => done(() => verify(files, options, counter), options, counter, finish));
}

async function done(action: () => Promise<Answer>, options: { readonly json?: boolean }, counter: Counter, finish: Finish): Promise<void> {
  finish(await answered(action, options, counter));
}
