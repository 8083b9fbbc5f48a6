/** `rolewright serve`: its commands, options and help, in the language of the user. */
import { Command, Option } from 'commander';
import { locales } from 'rolewright';
import { answered } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import type { ExitCode } from '../terminal.js';
import * as accounts from './accounts.js';
import { serve } from './run.js';
import type { ServeOptions } from './run.js';
import { phrasesOf } from './words.js';

/** `--right hr --right head:sales`. */
const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

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
    .option('--first-administrator <login>', say('options.firstAdministrator'))
    .option('--backups <folder>', say('options.backups'))
    .option('--oidc-issuer <address>', say('options.oidcIssuer'))
    .option('--oidc-client <name>', say('options.oidcClient'))
    .action((options: ServeOptions) => done(() => serve(options, counter), {}));

  /** A command about accounts. */
  function command<A extends readonly unknown[], O extends CommonOptions>(
    usage: string,
    define: (command: Command) => Command,
    action: (...args: [...A, O, Counter]) => Promise<Answer>,
  ): void {
    const [name = ''] = usage.split(' ');
    define(program.command(usage).description(say(`commands.${name}`)))
      .option('--json', say('options.json'))
      .action(async (...given: readonly unknown[]) => {
        const options = given.at(-2) as O;
        await done(() => action(...(given.slice(0, -2) as unknown as A), options, counter), options);
      });
  }
  const login = (one: Command): Command => one.argument('<login>', say('arguments.login'));
  const right = (one: Command): Command => one.option('--right <right>', say('options.right'), each);
  const address = (one: Command): Command => one.option('--address <address>', say('options.address'), 'http://127.0.0.1:8080/');
  command('accounts', (one) => one, accounts.list);
  command(
    'create',
    (one) =>
      address(right(login(one).requiredOption('--name <name>', say('options.name'))))
        .option('--person <who>', say('options.person'))
        .addOption(new Option('--language <language>', say('options.language')).choices(locales)),
    accounts.create,
  );
  command('rights', (one) => right(login(one)), accounts.rights);
  command('lock', login, accounts.putState('locked'));
  command('unlock', login, accounts.putState('active'));
  command('reset', (one) => address(login(one)), accounts.reset);
  return program;
}
