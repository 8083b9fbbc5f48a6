/** How help looks: in the language of the user, within the width of the terminal. */
import { Help } from 'commander';
import type { Command } from 'commander';
import type { Counter } from './counter.js';

/** Characters of a line where nobody knows how many it has room for. */
const usual = 80;

export function dressHelp(program: Command, { say, terminal }: Counter): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('help.usage'),
    'Arguments:': say('help.arguments'),
    'Options:': say('help.options'),
    'Commands:': say('help.commands'),
  };
  for (const command of [program, ...program.commands])
    command
      .helpOption('-h, --help', say('options.help'))
      .helpCommand(false)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.out(text),
        writeErr: () => {},
        getOutHasColors: () => false,
        getOutHelpWidth: () => terminal.columns ?? usual,
      })
      .configureHelp({
        styleTitle: (title) => titles[title] ?? title,
        subcommandTerm: (one) => one.name(),
        commandUsage: (one) =>
          new Help()
            .commandUsage(one)
            .replace('[options]', `[${say('help.anyOptions')}]`)
            .replace('[command]', `[${say('help.anyCommand')}]`),
      });
  if (program.name() === 'rolewright register') program.addHelpText('after', () => `\n${say('help.example')}`);
}

/** Prints the help of a command, or of all. */
export const printHelp = (name: string | undefined, program: Command): void =>
  (program.commands.find((one) => one.name() === name) ?? program).outputHelp();
