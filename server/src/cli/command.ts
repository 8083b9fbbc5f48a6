/** The door of the root package: `rolewright register …` comes in here. */
import { CommanderError } from 'commander';
import { usageProblem } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Edge } from '../storage/edge.js';
import { completed } from './complete.js';
import type { Values } from './complete.js';
import { answered } from './answer.js';
import { openCounter } from './counter.js';
import { machine } from './edge.js';
import { dressHelp, printHelp } from './help.js';
import { createProgram } from './program.js';
import { exit } from './terminal.js';
import type { ExitCode, Terminal, Visit } from './terminal.js';

export { version } from './edge.js';

/** The commands of the root that are ours. */
export const commands: readonly string[] = ['register'];

/** Runs a command line and gives its exit code. Throws only on a fault of the program itself. `edge` is the clock and chance. */
export async function run({ words }: Visit, terminal: Terminal, language: Locale, edge: Edge = machine): Promise<number> {
  const counter = openCounter(terminal, language, edge);
  let code: ExitCode = exit.ok;
  const program = createProgram(counter, (given) => (code = given));
  dressHelp(program, counter);
  const [first] = words;
  if (first === undefined || first === 'help') {
    printHelp(words[1], program);
    return first === undefined ? exit.usage : exit.ok;
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.ok;
    const called = program.commands.find((one) => one.name() === first) ?? program;
    const options = called.options.map(({ long }) => long ?? '');
    const commands = program.commands.map((one) => one.name());
    counter.problems.push(usageProblem(error, { command: `register ${first}`, options, commands }));
    await answered(() => Promise.resolve({ data: {} }), { json: words.includes('--json') }, counter);
    return exit.usage;
  }
}

/** What may stand in the place of the last of the words. */
export async function complete({ words }: Visit, terminal: Terminal, language: Locale): Promise<Values> {
  const counter = openCounter(terminal, language, machine);
  return await completed(
    words,
    createProgram(counter, () => {}),
    counter,
  );
}
