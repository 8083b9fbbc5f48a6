/** The commands, their options and their help, in the language of the user. */
import { Command, CommanderError } from 'commander';
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { choiceOf } from '../desk/choice.js';
import { unknownCommand, usageProblem } from '../desk/usage-problem.js';
import { writtenDay } from '../desk/written-day.js';
import { locales } from '../document/document.js';
import type { DiffOptions } from './diff.js';
import type { BatchOptions } from './batch.js';
import type { GenerateOptions } from './generate.js';
import type { LintOptions } from './lint.js';
import { lists } from './list.js';
import type { ListOptions } from './list.js';
import { dressHelp, examples, kindsByCountry } from './help.js';
import { scriptFor, shells } from './completion/shells.js';
import { wordsAsked } from './completion/asked.js';
import { addNewCommand } from './new-command.js';
import { each } from './each.js';
import type { ImportOptions } from './import.js';
import { openOffice } from './office.js';
import type { Office } from './office.js';
import type { CustomiseOptions } from './customise.js';
import type { MigrateOptions } from './migrate.js';
import type { RebaseOptions } from './rebase.js';
import type { ResolveOptions } from './resolve.js';
import { serverCommands, visitServer } from './server.js';
import { schemaNames } from '../desk/schemas.js';
import type { StatusOptions } from './status.js';
import { structureActions } from './structure/actions.js';
import type { StructureOptions } from './structure/actions.js';
import { askedLanguage, exit, messageLanguage } from './terminal.js';
import type { ExitCode, Terminal, Visit } from './terminal.js';
import { isUsageProblem } from './usage.js';

/** Runs one command line and gives its exit code. Throws only on a fault of the program itself. */
export async function run(terminal: Terminal): Promise<ExitCode> {
  const unfinished = wordsAsked(terminal.argv);
  const asked = unfinished ? undefined : askedLanguage(terminal.argv);
  const office = openOffice(terminal, messageLanguage(asked, terminal));
  const mistaken: Diagnostic[] = [];
  choiceOf('--lang', asked, locales, mistaken);
  if (mistaken.length > 0) {
    office.report(mistaken);
    return exit.usage;
  }
  let code: ExitCode = exit.ok;
  const program = createProgram(office, (result) => {
    code = result;
  });
  const visit = unfinished ? null : visitIn(terminal.argv);
  if (visit) return await visitServer(visit, office);
  if (unfinished) {
    const { complete, completeVisit } = await import('./completion/complete.js');
    const asked = visitIn(unfinished);
    return asked && asked.words.length > 0 ? await completeVisit(asked, office) : await complete(unfinished, program, office);
  }
  try {
    await program.parseAsync([...terminal.argv], { from: 'user' });
    return code;
  } catch (error) {
    // A file of the project that everything else rests on, such as a kind of document.
    if (error instanceof Refusal) {
      office.report(error.diagnostics);
      return error.diagnostics.some(isUsageProblem) ? exit.usage : exit.failure;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.ok;
    office.report([problemOf(error, terminal.argv, program)]);
    return exit.usage;
  }
}

function createProgram(office: Office, finish: (code: ExitCode) => void): Command {
  const { say, shelf } = office;
  const version = (JSON.parse(shelf.readText('package.json')) as { version: string }).version;
  const program = new Command('rolewright')
    .description(say('description'))
    .version(version, '-V, --version', say('options.version'))
    .option('--lang <ru|en|nl>', say('options.lang'));
  /** Every option with a date is read alike. */
  const day = (written: string): string => {
    const problems: Diagnostic[] = [];
    const read = writtenDay(written, office, problems);
    if (problems.length > 0) throw new Refusal(problems);
    return read;
  };
  // The first call of a command imports what it needs, so that the others start faster.
  const commands = {
    generate: program
      .command('generate')
      .argument('[roles...]', say('arguments.roles'))
      .option('--all', say('options.all'))
      .option('--kind <kinds>', say('options.kind'))
      .option('--locale <locales>', say('options.locale'))
      .option('--format <formats>', say('options.format'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--person <file>', say('options.person'))
      .option('--jurisdiction <country>', say('options.jurisdiction'))
      .option('--date <date>', say('options.date'), day)
      .option('--from <role>', say('options.from'))
      .option('--effective <date>', say('options.effective'), day)
      .option('--reason <words>', say('options.reason'))
      .option('--reference-doc <file>', say('options.referenceDoc'))
      .option('--pdf-profile <1a|2a|3a>', say('options.pdfProfile'))
      .option('--flat', say('options.flat'))
      .option('--department <name>', say('options.department'))
      .option('--position <ids>', say('options.position'))
      .option('--detail <brief|full>', say('options.detail'))
      .option('--fingerprint', say('options.fingerprint'))
      .option('--out <folder>', say('options.out'))
      .option('--force', say('options.force'))
      .option('--dry-run', say('options.dryRun'))
      .option('--watch', say('options.watch'))
      .option('--json', say('options.json'))
      .action(async (roles: string[], options: GenerateOptions) => {
        finish(await (await import('./generate.js')).generate(roles, options, office));
      }),
    batch: program
      .command('batch')
      .argument('[people]', say('arguments.people'))
      .option('--role <id>', say('options.role'))
      .option('--role-column <heading>', say('options.roleColumn'))
      .option('--column <field=heading>', say('options.column'), each)
      .option('--header-row <number>', say('options.headerRow'))
      .option('--date-order <dmy|mdy|ymd>', say('options.dateOrder'))
      .option('--sheet <name>', say('options.sheet'))
      .option(
        '--encoding <utf-8|utf-16le|utf-16be|windows-1251|windows-1252|windows-1250|cp866|koi8-r|mac-roman|mac-cyrillic>',
        say('options.encoding'),
      )
      .option('--hidden-rows', say('options.hiddenRows'))
      .option('--kind <kinds>', say('options.kind'))
      .option('--locale <locales>', say('options.locale'))
      .option('--format <formats>', say('options.format'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--jurisdiction <country>', say('options.jurisdiction'))
      .option('--date <date>', say('options.date'), day)
      .option('--reference-doc <file>', say('options.referenceDoc'))
      .option('--pdf-profile <1a|2a|3a>', say('options.pdfProfile'))
      .option('--flat', say('options.flat'))
      .option('--detail <brief|full>', say('options.detail'))
      .option('--fingerprint', say('options.fingerprint'))
      .option('--out <folder>', say('options.outBatch'))
      .option('--jobs <number>', say('options.jobs'))
      .option('--zip', say('options.zip'))
      .option('--resume', say('options.resume'))
      .option('--register', say('options.register'))
      .option('--transliterate', say('options.transliterate'))
      .option('--force', say('options.force'))
      .option('--dry-run', say('options.dryRun'))
      .option('--verbose', say('options.verbose'))
      .option('--json', say('options.jsonEvents'))
      .option('--example', say('options.example'))
      .action(async (people: string | undefined, options: BatchOptions) => {
        finish(await (await import('./batch.js')).batch(people, options, office));
      }),
    import: program
      .command('import')
      .argument('[files...]', say('arguments.wordFiles'))
      .option('--locale <ru|en|nl>', say('options.wordLocale'))
      .option('--jurisdiction <country>', say('options.wordCountry'))
      .option('--into <id>', say('options.into'))
      .option('--base <role>', say('options.importBase'))
      .option('--compare <role>', say('options.importCompare'))
      .option('--out <folder>', say('options.importOut'))
      .option('--force', say('options.force'))
      .option('--dry-run', say('options.dryRun'))
      .option('--verbose', say('options.importVerbose'))
      .option('--json', say('options.json'))
      .action(async (files: string[], options: ImportOptions) => {
        finish((await import('./import.js')).importFiles(files, options, office));
      }),
    validate: program
      .command('validate')
      .argument('[files...]', say('arguments.files'))
      .option('--json', say('options.json'))
      .action(async (files: string[], options: { json?: boolean }) => {
        finish((await import('./validate.js')).validate(files, options, office));
      }),
    lint: program
      .command('lint')
      .argument('[files...]', say('arguments.files'))
      .option('--all', say('options.all'))
      .option('--jurisdiction <country>', say('options.jurisdiction'))
      .option('--locale <locales>', say('options.locale'))
      .option('--fix', say('options.fix'))
      .option('--no-spelling', say('options.noSpelling'))
      .option('--json', say('options.json'))
      .option('--sarif', say('options.sarif'))
      .action(async (files: string[], options: LintOptions) => {
        finish(await (await import('./lint.js')).lint(files, options, office));
      }),
    status: program
      .command('status')
      .argument('[files...]', say('arguments.files'))
      .option('--all', say('options.all'))
      .option('--no-spelling', say('options.noSpelling'))
      .option('--json', say('options.json'))
      .action(async (files: string[], options: StatusOptions) => {
        finish(await (await import('./status.js')).status(files, options, office));
      }),
    resolve: program
      .command('resolve')
      .argument('<role>', say('arguments.role'))
      .option('--locale <ru|en|nl>', say('options.oneLocale'))
      .option('--department <name>', say('options.department'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--yaml', say('options.yaml'))
      .option('--json', say('options.json'))
      .action(async (role: string, options: ResolveOptions) => {
        finish((await import('./resolve.js')).resolve(role, options, office));
      }),
    customise: program
      .command('customise')
      .argument('<role>', say('arguments.role'))
      .requiredOption('--department <name>', say('options.department'))
      .option('--locale <ru|en|nl>', say('options.oneLocale'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--full', say('options.fullIds'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--out <file>', say('options.outFile'))
      .option('--force', say('options.force'))
      .action(async (role: string, options: CustomiseOptions) => {
        finish((await import('./customise.js')).customise(role, options, office));
      }),
    rebase: program
      .command('rebase')
      .argument('<overlay>', say('arguments.overlay'))
      .option('--write', say('options.write'))
      .option('--json', say('options.json'))
      .action(async (overlay: string, options: RebaseOptions) => {
        finish((await import('./rebase.js')).rebase(overlay, options, office));
      }),
    migrate: program
      .command('migrate')
      .argument('[paths...]', say('arguments.migrate'))
      .option('--check', say('options.check'))
      .option('--structure', say('options.structure'))
      .option('--json', say('options.json'))
      .action(async (paths: string[], options: MigrateOptions) => {
        finish((await import('./migrate.js')).migrate(paths, options, office));
      }),
    diff: program
      .command('diff')
      .argument('<roles...>', say('arguments.diff'))
      .option('--locale <ru|en|nl>', say('options.signedLocale'))
      .option('--format <text|html|docx>', say('options.diffFormat'))
      .option('--out <file>', say('options.outFile'))
      .option('--force', say('options.force'))
      .option('--author <name>', say('options.author'))
      .option('--date <date>', say('options.redlineDate'), day)
      .option('--kind <kind>', say('options.redlineKind'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--jurisdiction <country>', say('options.jurisdiction'))
      .option('--exit-code', say('options.exitCode'))
      .option('--json', say('options.json'))
      .action(async (roles: string[], options: DiffOptions) => {
        finish(await (await import('./diff.js')).diff(roles, options, office));
      }),
    structure: program
      .command('structure')
      .argument('<check|show|import|changes>', say('arguments.structureAction'))
      .argument('[files...]', say('arguments.structureFiles'))
      .option('--organisation <file>', say('options.organisation'))
      .option('--no-organisation', say('options.noOrganisation'))
      .option('--date <date>', say('options.structureDate'), day)
      .option('--locale <locales>', say('options.locale'))
      .option('--format <formats>', say('options.structureFormat'))
      .option('--department <name>', say('options.structureDepartment'))
      .option('--from <structure>', say('options.structureFrom'))
      .option('--sheet <name>', say('options.sheet'))
      .option(
        '--encoding <utf-8|utf-16le|utf-16be|windows-1251|windows-1252|windows-1250|cp866|koi8-r|mac-roman|mac-cyrillic>',
        say('options.encoding'),
      )
      .option('--hidden-rows', say('options.hiddenRows'))
      .option('--out <path>', say('options.structureOut'))
      .option('--force', say('options.force'))
      .option('--json', say('options.json'))
      .action(async (what: string, files: string[], options: StructureOptions) => {
        const action = known('structure', what, structureActions);
        finish(action ? await (await import('./structure.js')).structure(action, files, options, office) : exit.usage);
      }),
    list: program
      .command('list')
      .argument('<what>', say('arguments.what'))
      .option('--origin', say('options.origin'))
      .option('--json', say('options.json'))
      .action(async (what: string, options: ListOptions) => {
        const name = known('list', what, lists);
        finish(name ? await (await import('./list.js')).list(name, options, office) : exit.usage);
      }),
    schema: program
      .command('schema')
      .argument('<name>', say('arguments.schema'))
      .action(async (what: string) => {
        const name = known('schema', what, schemaNames);
        finish(name ? (await import('./schema.js')).schema(name, office) : exit.usage);
      }),
    init: program
      .command('init')
      .argument('[folder]', say('arguments.folder'), '.')
      .option('--force', say('options.force'))
      .action(async (folder: string, options: { force?: boolean }) => {
        finish((await import('./init.js')).init(folder, options, office));
      }),
    new: addNewCommand(program, office, finish),
    register: serverCommand('register'),
    studio: serverCommand('studio'),
    serve: serverCommand('serve'),
    worker: serverCommand('worker'),
    seal: serverCommand('seal'),
    verify: serverCommand('verify'),
    completion: program
      .command('completion')
      .argument(`<${shells.join('|')}>`, say('arguments.shell'))
      .action((what: string) => {
        const shell = known('completion', what, shells);
        finish(shell ? printed(scriptFor(shell, office)) : exit.usage);
      }),
    help: program
      .command('help')
      .argument('[command...]', say('arguments.command'))
      .action(async (names: string[]) => {
        finish(await help(names));
      }),
  };

  /** A command whose words and options the server knows. */
  function serverCommand(name: string): Command {
    return program.command(name).argument('[words...]', say('arguments.serverWords'));
  }

  function printed(text: string): ExitCode {
    office.terminal.out(text);
    return exit.ok;
  }

  /** Explains the command that these names lead to, or the program. */
  async function help(names: readonly string[]): Promise<ExitCode> {
    const visit = visitIn(names);
    if (visit) return await visitServer({ ...visit, words: [...visit.words, '--help'] }, office);
    const [command = program] = commandsIn(names, program);
    const strange = names[depthOf(command)];
    if (strange === undefined) command.outputHelp();
    else office.report([unknownCommand(strange, namesOf(command.commands.length > 0 ? command : program))]);
    return strange === undefined ? exit.ok : exit.usage;
  }

  function known<T extends string>(command: string, written: string, names: readonly T[]): T | null {
    const problems: Diagnostic[] = [];
    const name = choiceOf(command, written, names, problems);
    office.report(problems);
    return name;
  }

  for (const [name, command] of Object.entries(commands))
    command
      .description(say(`commands.${name}`))
      .addHelpText('after', () => (name === 'completion' ? `\n${say('completion.install')}` : examples(`help.${name}`, office)));
  commands.generate.addHelpText('after', () => kindsByCountry(office));
  program.addHelpText('after', () => examples('help.program', office));
  // Ours asks for the words of all languages, and tells mistakes as diagnostics.
  program.helpCommand(false);
  dressHelp([program, ...Object.values(commands), ...commands.new.commands], office);
  return program;
}

/** The command line without the language of messages, if the server is to read it. */
function visitIn(argv: readonly string[]): Visit | null {
  const [command = '', ...rest] = argv.filter((word, at) => word !== '--lang' && argv[at - 1] !== '--lang' && !word.startsWith('--lang='));
  if (command === 'batch' && rest.includes('--register'))
    return { command: 'register', words: ['batch', ...rest.filter((word) => word !== '--register')] };
  return serverCommands.includes(command) ? { command, words: rest } : null;
}

/** The commands that a command line names, the innermost first and the program itself last. */
const commandsIn = (argv: readonly string[], program: Command): readonly Command[] =>
  argv.reduce<readonly Command[]>(
    (called, word) => {
      const next = called[0]?.commands.find((command) => command.name() === word);
      return next ? [next, ...called] : called;
    },
    [program],
  );

/** How many names lead to a command. */
const depthOf = ({ parent }: Command): number => (parent ? depthOf(parent) + 1 : 0);

const namesOf = ({ commands }: Command): readonly string[] => commands.map((command) => command.name());

function problemOf(error: CommanderError, argv: readonly string[], program: Command): Diagnostic {
  const called = commandsIn(argv, program);
  // The sorts of `new` are commands of their own.
  const above = called.find((command) => command.commands.length > 0) ?? program;
  const options = (called[0] ?? program).options.map((option) => option.long ?? '');
  return usageProblem(error, { command: argv[0] ?? '', options, commands: namesOf(above) });
}
