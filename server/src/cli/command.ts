/** The door of the root package: `rolewright register …` comes in here. */
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import type { Locale } from 'rolewright';
import type { Edge } from '../storage/edge.js';
import { completed } from './complete.js';
import type { Values } from './complete.js';
import { answered } from './answer.js';
import { openCounter } from './counter.js';
import type { Counter } from './counter.js';
import { machine } from './edge.js';
import { dressHelp, printHelp } from './help.js';
import { createProgram } from './program.js';
import { exit } from './terminal.js';
import type { ExitCode, Terminal, Visit } from './terminal.js';
import { usageProblem } from './usage.js';

export { version } from './edge.js';

type MakeProgram = (counter: Counter, finish: (code: ExitCode) => void) => Command;

interface Program {
  /** Loaded only when it is asked for. */
  readonly load: () => Promise<MakeProgram>;
  /** Whether it does something when nothing of it is named. */
  readonly begins: boolean;
}

/** The commands of the root that are ours. */
const programs: Readonly<Record<string, Program>> = {
  register: { load: async () => createProgram, begins: false },
  seal: { load: async () => (await import('./seal/program.js')).createSealProgram, begins: true },
  verify: { load: async () => (await import('./seal/program.js')).createVerifyProgram, begins: true },
};

export const commands: readonly string[] = Object.keys(programs);

const programOf = (command: string): Program => {
  const found = programs[command];
  if (!found) throw new TypeError(`no command ${command}`);
  return found;
};

/** Runs a command line and gives its exit code. Throws only on a fault of the program itself. `edge` is the clock and chance. */
export async function run({ command, words }: Visit, terminal: Terminal, language: Locale, edge: Edge = machine): Promise<number> {
  const counter = openCounter(terminal, language, edge);
  let code: ExitCode = exit.ok;
  const { load, begins } = programOf(command);
  const program = (await load())(counter, (given) => (code = given));
  dressHelp(program, counter);
  const [first] = words;
  if (first === 'help' || (first === undefined && !begins) || (begins && words.length === 1 && asksHelp(first))) {
    printHelp(first === 'help' ? words[1] : undefined, program);
    return first === undefined ? exit.usage : exit.ok;
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.ok;
    counter.problems.push(usageProblem(error, words, program));
    await answered(() => Promise.resolve({ data: {} }), { json: words.includes('--json') }, counter);
    return exit.usage;
  }
}

/** What may stand in the place of the last of the words. */
export async function complete({ command, words }: Visit, terminal: Terminal, language: Locale): Promise<Values> {
  const counter = openCounter(terminal, language, machine);
  return await completed(
    words,
    (await programOf(command).load())(counter, () => {}),
    counter,
  );
}

const asksHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';
