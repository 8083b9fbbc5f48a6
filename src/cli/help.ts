/** How the help of a command looks: in the language of the user, within the width of the terminal. */
import type { Command, Help } from 'commander';
import type { Kind } from '../shelf/kinds.js';
import type { Office } from './office.js';
import { columnsOf, linesOf } from './width.js';

/** Before terms, and again before what goes on in another line. */
const indent = '  ';
/** Between a term and what it means. */
const gap = '  ';
/** How much of a line terms may take; longer ones stand above what they mean. */
const termShare = 0.4;

/** Makes help of the program and all its commands look so. */
export function dressHelp(commands: readonly Command[], office: Office): void {
  const { say, terminal } = office;
  const width = columnsOf(terminal);
  const titles: Record<string, string> = {
    'Usage:': say('help.usage'),
    'Arguments:': say('help.arguments'),
    'Options:': say('help.options'),
    'Commands:': say('help.commands'),
  };
  const look: Partial<Help> = {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage(usage) {
      const before = `${titles['Usage:'] ?? ''} `.length;
      return linesOf(usage, width - before).join(`\n${' '.repeat(before)}`);
    },
    formatItem: (term, termWidth, description) => item(term, description, Math.min(termWidth, Math.floor(width * termShare)), width),
  };
  for (const command of commands)
    command
      .helpOption('-h, --help', say('options.help'))
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.out(text),
        writeErr: () => {},
        getOutHasColors: () => false,
        getOutHelpWidth: () => width,
      })
      .configureHelp(look);
}

/** A term with what it means in a column beside it. */
function item(term: string, description: string, termWidth: number, width: number): string {
  const meaning = linesOf(description, width - termWidth - indent.length - gap.length);
  const isShort = term.length <= termWidth;
  const first = isShort ? [`${term.padEnd(termWidth)}${gap}${meaning[0] ?? ''}`.trimEnd()] : hanging(term, width);
  const rest = isShort ? meaning.slice(1) : meaning;
  return [...first, ...rest.map((line) => `${' '.repeat(termWidth)}${gap}${line}`)].map((line) => `${indent}${line}`).join('\n');
}

const hanging = (text: string, width: number): string[] =>
  linesOf(text, width - 2 * indent.length).map((line, at) => (at === 0 ? line : `${indent}${line}`));

/** Examples under their title, in lines that a shell puts together again. */
export function examples(key: string, { say, terminal }: Office): string {
  const width = columnsOf(terminal) - 2 * indent.length - ' \\'.length;
  const lines = say(key)
    .split('\n')
    .map((line) => `${indent}${linesOf(line, width).join(` \\\n${indent}${indent}`)}`);
  return `\n${say('help.examples')}\n${lines.join('\n')}`;
}

/** Which kinds `--kind` takes, and in which countries they are made. */
export function kindsByCountry({ say, terminal, library }: Office): string {
  const idsWhere = (has: (kind: Kind) => boolean): string =>
    library
      .kinds()
      .filter(has)
      .map(({ id }) => id)
      .join(', ');
  const own = library
    .jurisdictions()
    .map((country) => [country, idsWhere(({ jurisdictions }) => jurisdictions?.includes(country) ?? false)] as const)
    .filter(([, ids]) => ids !== '');
  const everywhere = [say('help.everywhere'), idsWhere(({ jurisdictions }) => jurisdictions === undefined)] as const;
  const lines = [everywhere, ...own].flatMap(([where, ids]) => hanging(`${where}: ${ids}`, columnsOf(terminal)));
  return `\n${say('help.kinds')}\n${lines.map((line) => `${indent}${line}`).join('\n')}`;
}
