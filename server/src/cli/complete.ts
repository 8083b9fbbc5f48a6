/** What may stand where a command line of the register goes on. */
import type { Command } from 'commander';
import { StorageRefusal } from '../storage/errors.js';
import { all, everybody, nameIn } from '../register/find.js';
import type { Counter } from './counter.js';

export interface Values {
  readonly offers: readonly { readonly value: string; readonly about: string }[];
  readonly otherwise: 'files' | 'folders' | 'nothing';
  readonly isList: boolean;
}

const none: Values = { offers: [], otherwise: 'nothing', isList: false };

export async function completed(words: readonly string[], program: Command, counter: Counter): Promise<Values> {
  const [name, ...rest] = words;
  const word = words.at(-1) ?? '';
  if (words.length <= 1) return { ...none, offers: program.commands.map((one) => ({ value: one.name(), about: one.description() })) };
  const command = program.commands.find((one) => one.name() === name);
  if (!command) return none;
  if (word.startsWith('-'))
    return { ...none, offers: command.options.map(({ long, description }) => ({ value: long ?? '', about: description })) };
  const before = rest.at(-2);
  const option = command.options.find(({ long, required }) => long === before && required);
  const term = option ? (/<([^>]+)>/.exec(option.flags)?.[1] ?? '') : argumentAt(rest.slice(0, -1), command);
  return await valuesOf(term, counter);
}

/** The name of the argument that is written: what are options and their values is passed over. */
function argumentAt(before: readonly string[], command: Command): string {
  let count = 0;
  for (const [at, word] of before.entries()) {
    const opens = command.options.find(({ long, required }) => long === before[at - 1] && required);
    if (!word.startsWith('-') && !opens) count += 1;
  }
  const known = command.registeredArguments;
  return (known[count] ?? known.findLast(({ variadic }) => variadic))?.name() ?? '';
}

async function valuesOf(term: string, counter: Counter): Promise<Values> {
  switch (term) {
    case 'file':
    case 'list':
      return { ...none, otherwise: 'files' };
    case 'folder':
      return { ...none, otherwise: 'folders' };
    case 'person':
    case 'persons':
    case 'who':
      return { ...none, offers: await people(counter) };
    case 'role':
    case 'roles':
      return { ...none, offers: await roles(counter) };
    default:
      return term.includes('|') ? { ...none, offers: term.split('|').map((value) => ({ value, about: '' })) } : none;
  }
}

/** Where there is no register, other commands say so. */
async function ifThere<T>(counter: Counter, work: (read: Parameters<typeof everybody>[0]) => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await counter.withStorage(({ read }) => work(read));
  } catch (error) {
    if (error instanceof StorageRefusal) return [];
    throw error;
  }
}

const people = (counter: Counter) =>
  ifThere(counter, async (read) =>
    (await everybody(read)).flatMap((one) =>
      one.externalId === null ? [] : [{ value: one.externalId, about: nameIn(one, counter.language) }],
    ),
  );

const roles = (counter: Counter) =>
  ifThere(counter, async (read) =>
    [...new Set((await all((page) => read.holdings(page))).map(({ role }) => role ?? ''))].sort().map((value) => ({ value, about: '' })),
  );
