/**
 * What may stand where a command line goes on: a line for each word, with its meaning after a tab. The last line says what
 * the shell is to offer where there is none: `:files`, `:folders` or `:nothing`.
 */
import type { Command, Option } from 'commander';
import { Refusal } from '../../diagnostic/diagnostic.js';
import type { Office } from '../office.js';
import { offersOfServer } from '../server.js';
import { exit } from '../terminal.js';
import type { ExitCode, Visit } from '../terminal.js';
import { valuesOf } from './values.js';
import type { Offer, Otherwise } from './offers.js';

/** Answers a shell. What is wrong with a project is told by other commands: here nothing is offered. */
export const complete = async (words: readonly string[], program: Command, office: Office): Promise<ExitCode> =>
  told(await answerOrNothing(words, program, office), office);

/** Answers a shell that asks about a command of the server. */
export async function completeVisit(visit: Visit, office: Office): Promise<ExitCode> {
  const { offers, otherwise, isList } = await offersOfServer(visit, office);
  return told({ offers: fitting(offers, visit.words.at(-1) ?? '', isList), otherwise }, office);
}

function told({ offers, otherwise }: Answer, office: Office): ExitCode {
  const lines = offers.map(({ value, about }) => `${value}\t${about.replaceAll(/\s+/g, ' ')}`);
  office.terminal.out(`${[...lines, `:${otherwise}`].join('\n')}\n`);
  return exit.ok;
}

async function answerOrNothing(words: readonly string[], program: Command, office: Office): Promise<Answer> {
  try {
    return await answer(words, program, office);
  } catch (error) {
    if (error instanceof Refusal) return { offers: [], otherwise: 'nothing' };
    throw error;
  }
}

interface Answer {
  readonly offers: readonly Offer[];
  readonly otherwise: Otherwise;
}

/** What stands before the word that is being written. */
interface Line {
  readonly command: Command;
  /** What is not an option, nor the value of one, after the names of commands. */
  readonly values: readonly string[];
  /** Values of options, by their long names. */
  readonly options: ReadonlyMap<string, string>;
  /** The option whose value is being written. */
  readonly open: Option | null;
}

async function answer(words: readonly string[], program: Command, office: Office): Promise<Answer> {
  const word = words.at(-1) ?? '';
  const line = lineOf(words.slice(0, -1), program);
  const { command, values, options, open } = line;
  const [long = '', ...rest] = word.split('=');
  const option = open ?? (rest.length > 0 ? optionOf(long, line, program) : undefined);
  if (option) {
    const known = await valuesOf({ command: command.name(), option: option.long ?? '', term: termOf(option) }, options, office);
    return { ...known, offers: fitting(known.offers, open ? word : rest.join('='), known.isList) };
  }
  if (word.startsWith('-')) return { offers: fitting(optionsLeft(line, program), word), otherwise: 'nothing' };
  if (command.commands.length > 0) return { offers: values.length === 0 ? fitting(commandsOf(command), word) : [], otherwise: 'nothing' };
  const argument = command.registeredArguments[values.length] ?? command.registeredArguments.findLast((one) => one.variadic);
  if (!argument) return { offers: [], otherwise: 'nothing' };
  const asked = { command: command.name(), option: '', term: argument.name() };
  const known = await valuesOf(asked, options, office, () => commandsIn(program, values));
  return { ...known, offers: fitting(known.offers, word).filter(({ value }) => !values.includes(value)) };
}

function lineOf(words: readonly string[], program: Command): Line {
  let command = program;
  const values: string[] = [];
  const options = new Map<string, string>();
  let open: Option | null = null;
  for (const word of words) {
    const next = values.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
    if (open) {
      options.set(open.long ?? '', word);
      open = null;
    } else if (word.startsWith('-') && word !== '-') {
      const [long = '', ...rest] = word.split('=');
      const option = optionOf(long, { command }, program);
      options.set(option?.long ?? long, rest.join('='));
      open = option?.required === true && rest.length === 0 ? option : null;
    } else if (next) command = next;
    else values.push(word);
  }
  return { command, values, options, open };
}

const optionOf = (written: string, { command }: Pick<Line, 'command'>, program: Command): Option | undefined =>
  [...command.options, ...program.options].find(({ long, short }) => long === written || short === written);

/** What an option takes, as its help has it: `kinds` of `--kind <kinds>`. */
const termOf = ({ flags }: Option): string => /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? '';

/** Options that are not there yet; those of the program, such as the language of messages, come with every command. */
function optionsLeft({ command, options }: Line, program: Command): Offer[] {
  const all = [...command.createHelp().visibleOptions(command), ...program.options.filter(({ long }) => long !== '--version')];
  return [...new Map(all.map((option) => [option.long ?? '', option]))]
    .filter(([long, { parseArg }]) => long !== '' && (!options.has(long) || parseArg !== undefined))
    .map(([value, { description }]) => ({ value, about: description }));
}

const commandsOf = (command: Command): Offer[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), about: one.description() }));

/** The commands of the command that these names lead to. */
const commandsIn = (program: Command, names: readonly string[]): Offer[] => commandsOf(lineOf(names, program).command);

/** Letters and figures of all scripts, and signs that no shell takes for its own: a name in a file must not do anything. */
const harmless = /^[\p{L}\p{N}._,/@+-]+$/u;

/** Those that go on as the word does; of a list with commas its last entry, each entry once. */
function fitting(offers: readonly Offer[], word: string, isList = false): Offer[] {
  const before = isList ? word.slice(0, word.lastIndexOf(',') + 1) : '';
  const already = before.split(',');
  return offers
    .filter(({ value }) => harmless.test(value) && !already.includes(value))
    .map(({ value, about }) => ({ value: `${before}${value}`, about }))
    .filter(({ value }) => value.startsWith(word));
}
