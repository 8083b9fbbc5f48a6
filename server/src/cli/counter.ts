/** What every command works with: words, the register, the employer, and a way to answer that is the same for all. */
import { join } from 'node:path';
import {
  createPhrases,
  createPress,
  hasErrors,
  loadMessages,
  openDesk,
  openMaking,
  openWorkplace,
  openWorkspace,
  ownData,
  packageWorkspace,
  readFonts,
  Refusal,
  reportJson,
  reportText,
  writtenDay,
  isRealDate,
} from 'rolewright';
import type { Desk, Diagnostic, Locale, Phrases, Workspace } from 'rolewright';
import { dayInWords, inWords } from '../life/words.js';
import type { LifeWords } from '../life/words.js';
import { actorNamed } from '../register/actor.js';
import { orRefuse, refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { Edge } from '../storage/edge.js';
import { StorageRefusal } from '../storage/errors.js';
import { openStorage } from '../storage/storage.js';
import type { Storage } from '../storage/storage.js';
import type { Target } from '../storage/open.js';
import { packageFolder, userName } from './edge.js';
import { exit } from './terminal.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Options that all commands have. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly as?: string;
  readonly on?: string;
  readonly organisation?: string;
}

/** What a command has to say. */
export interface Answer {
  /** For programs. */
  readonly data: object;
  /** Lines of data for people. */
  readonly lines?: readonly string[];
  /** What was done, in a sentence or two. */
  readonly note?: string;
  readonly code?: ExitCode;
}

export interface Counter {
  readonly terminal: Terminal;
  readonly language: Locale;
  readonly edge: Edge;
  readonly say: Phrases;
  /** What things, states and events are called. */
  readonly lifeWords: LifeWords;
  /** The same in the language of a paper. */
  wordsIn(locale: Locale): LifeWords;
  /** The folder of this package. */
  readonly own: Workspace;
  readonly desk: Desk;
  readonly target: Target;
  /** What goes wrong without ending the command. */
  readonly problems: Diagnostic[];
  /** The day on which it is done. */
  readonly today: string;
  /** A day as people write it. Throws a Refusal for what is none. */
  day(written: string): string;
  /** A day in a sentence. */
  dayInWords(day: string): string;
  /** A path of this machine, from the working folder. */
  place(path: string): string;
  /** Opens the register for a piece of work. */
  withRegister<T>(options: CommonOptions, work: (setting: Setting) => Promise<T>): Promise<T>;
  withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  /** The name of whoever acts. Throws a Refusal where nobody knows it. */
  who(options: CommonOptions): string;
}

export function openCounter(terminal: Terminal, language: Locale, edge: Edge): Counter {
  const own = openWorkspace(packageFolder);
  // The command of the root has its library loaded for itself: what its workspace refuses would be a stranger’s refusal here.
  const workspace = terminal.folder === undefined ? terminal.workspace : openWorkspace(terminal.folder);
  const desk = openDesk(workspace, terminal.project === undefined ? {} : { project: terminal.project });
  const folder = terminal.folder ?? '.';
  const project = desk.shelf.project?.folder ?? '.';
  const { DATABASE_URL: postgres, DATABASE_OWNER_URL: owner } = terminal.environment;
  const target: Target = {
    folder: join(folder, project, 'register'),
    ...(postgres !== undefined && postgres !== '' && { postgres, ...(owner !== undefined && owner !== '' && { owner }) }),
  };
  const problems: Diagnostic[] = [];
  const today = terminal.today?.() ?? edge.now().toISOString().slice(0, 10);
  const counter: Counter = {
    ...{ terminal, language, edge, own, desk, target, problems, today },
    say: createPhrases(ownData(own, `locales/cli.${language}.yaml`), language),
    lifeWords: ownData(own, `locales/register.${language}.yaml`) as LifeWords,
    wordsIn: (locale) => ownData(own, `locales/register.${locale}.yaml`) as LifeWords,
    day(written) {
      const told: Diagnostic[] = [];
      const read = writtenDay(written, desk, told);
      orRefuse(told);
      if (!isRealDate(read)) throw refusal('bad-date', { value: written });
      return read;
    },
    dayInWords: (day) => dayInWords(day, language),
    place: (path) => join(folder, path),
    async withStorage(work) {
      const storage = await openStorage(target, edge);
      try {
        return await work(storage);
      } finally {
        await storage.close();
      }
    },
    withRegister: (options, work) =>
      counter.withStorage(async (storage) => {
        const told: Diagnostic[] = [];
        const workplace = openWorkplace(options, desk, told);
        problems.push(...told.filter(({ severity }) => severity === 'error'));
        orRefuse(told);
        const actor = await actorNamed(counter.who(options), storage.read);
        return await work({
          storage,
          desk,
          workplace,
          press: createPress(desk.library, readFonts),
          make: openMaking(desk.library),
          actor,
          today,
          language,
        });
      }),
    who(options) {
      const named = options.as ?? gitName(terminal) ?? terminal.environment['ROLEWRIGHT_USER'] ?? userName();
      if (named === undefined || named.trim() === '') throw refusal('register-name-unknown');
      return named;
    },
  };
  return counter;
}

function gitName({ git }: Terminal): string | undefined {
  const answer = git?.(['config', 'user.name'], 1000);
  const name = answer?.code === 0 ? new TextDecoder().decode(answer.out).trim() : '';
  return name === '' ? undefined : name;
}

/** Runs an action and says what came of it: the same way for all commands, without a stack trace for anything that a user can do. */
export async function answered(action: () => Promise<Answer>, { json = false }: CommonOptions, counter: Counter): Promise<ExitCode> {
  const { terminal, problems } = counter;
  let answer: Answer | null = null;
  const refused: Diagnostic[] = [];
  try {
    answer = await action();
  } catch (error) {
    if (error instanceof Refusal) refused.push(...error.diagnostics);
    else if (error instanceof StorageRefusal) refused.push({ code: `storage/${error.code}`, args: { ...error.args }, severity: 'error' });
    else throw error;
  }
  const told = once([...problems, ...refused]);
  if (json) terminal.out(`${JSON.stringify({ ...answer?.data, diagnostics: plain(told, counter) }, null, 2)}\n`);
  else {
    if (told.length > 0) terminal.err(report(told, counter));
    if (answer?.lines && answer.lines.length > 0) terminal.out(`${answer.lines.join('\n')}\n`);
    if (answer?.note !== undefined && answer.note !== '') terminal.err(`${answer.note}\n`);
  }
  if (answer?.code !== undefined) return answer.code;
  if (told.some(({ code }) => usageCodes.has(code))) return exit.usage;
  return hasErrors(told) ? exit.failure : exit.ok;
}

/** Mistakes in the command line itself. */
const usageCodes: ReadonlySet<string> = new Set(['unknown-option-value', 'bad-date', 'date-two-readings', 'register-nothing-named']);

const once = (problems: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];

/** The words of the root with ours, and the refusals of life in words. */
function messagesOf({ own, language, lifeWords }: Counter) {
  const root = loadMessages(packageWorkspace(), language);
  const ours = (ownData(own, `locales/messages.${language}.yaml`) as { codes: typeof root.codes }).codes;
  const life = Object.fromEntries(Object.entries(lifeWords.codes).map(([code, words]) => [`register/${code}`, words]));
  return { ...root, codes: { ...root.codes, ...life, ...ours } };
}

/** A refusal of life with the facts that its words need. */
const told = (diagnostics: readonly Diagnostic[], { lifeWords, language }: Counter): Diagnostic[] =>
  diagnostics.map((one) => {
    if (!one.code.startsWith('register/')) return one;
    const { facts } = inWords({ code: one.code.slice('register/'.length), facts: one.args }, lifeWords, language);
    return { ...one, args: { ...facts } };
  });

const report = (diagnostics: readonly Diagnostic[], counter: Counter): string =>
  reportText(told(diagnostics, counter), messagesOf(counter), { colour: wantsColour(counter.terminal) });

const plain = (diagnostics: readonly Diagnostic[], counter: Counter): unknown[] =>
  reportJson(told(diagnostics, counter), messagesOf(counter));

const wantsColour = ({ errIsTerminal, environment }: Terminal): boolean =>
  errIsTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';

/** Columns side by side, as wide as they have to be. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
