/** What the command line has of the world around it, as a value, so that tests can be the world. */
import type { Locale } from '../document/document.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Converter } from '../workspace/office-suite.js';
import type { Values } from './completion/offers.js';
import type { Git } from '../desk/revision.js';

export interface Terminal {
  argv: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** The locale that the user chose for the whole system, such as `ru-RU`; nobody knows it when left out. */
  locale?(): string;
  /** Data. */
  out(text: string): void;
  /** All else. */
  err(text: string): void;
  /** Whether a person watches: progress is shown and colours are used on a terminal only. */
  errIsTerminal: boolean;
  /** The same of the data. */
  outIsTerminal?: boolean;
  /** How many characters a line has room for; 80 where nobody knows. */
  columns?: number;
  /** Without it, nothing is known about revisions. */
  git?: Git;
  /** Makes Word files of other texts; without it, nothing does. */
  convert?: Converter;
  /** The working folder. */
  workspace: Workspace;
  /** The folder of the project, from the working folder; null for none. When left out, the working folder if it has a project file. */
  project?: string | null;
  /** The day on which the command runs, YYYY-MM-DD; without it nobody knows. */
  today?(): string;
  /** The time of the day, HH:MM:SS; without it nobody knows. */
  time?(): string;
  /** Milliseconds of a clock that only ever goes forward. */
  milliseconds(): number;
  /** The working folder on this machine, for threads and streams, which open files themselves. */
  folder?: string;
  /** The commands of the server, a package of its own; null where it is not installed. Without it, nobody has looked. */
  server?(): Promise<Server | null>;
  /** How many threads the machine runs at once; one where nobody knows. */
  cores?: number;
  /** Is told that so much is to be done that the machine may take time to prepare for it. */
  longWork?(): void;
  /** Asks to be told of Ctrl-C instead of being ended by it, until `end` is called. A second Ctrl-C ends the process. */
  interruption?(): { signal: AbortSignal; end(): void };
  /**
   * Asks to be told each time when files at these places, in folders or files from the working folder, may have become
   * others, until `end` is called. Never tells before it has given its answer.
   */
  watch?(places: readonly string[], stirred: () => void): { end(): void };
}

/** A command of the server and what stands after it. */
export interface Visit {
  readonly command: string;
  readonly words: readonly string[];
}

/** What the module `rolewright-server/command` exports. */
export interface Server {
  readonly version: string;
  readonly commands: readonly string[];
  /** Runs a command and gives its exit code; throws only on a fault of the program itself. */
  run(visit: Visit, terminal: Terminal, language: Locale): Promise<number>;
  /** What may stand in the place of the last of the words. */
  complete(visit: Visit, terminal: Terminal, language: Locale): Promise<Values>;
}

export const exit = { ok: 0, failure: 1, usage: 2, findings: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Help and errors must already be in the language, so `--lang` is looked for before anything is parsed. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--lang='))?.slice('--lang='.length);
}

/**
 * The language of messages: as asked for, else as the environment says, else that of the system, else English. Windows has
 * none of the variables. An empty one says nothing (POSIX.1-2017, 8.2).
 */
export function messageLanguage(asked: string | undefined, { environment, locale }: Pick<Terminal, 'environment' | 'locale'>): Locale {
  const { ROLEWRIGHT_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [asked, ROLEWRIGHT_LANG, LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '');
  const language = (said ?? locale?.() ?? '').slice(0, 2).toLowerCase();
  return language === 'ru' || language === 'nl' ? language : 'en';
}

/** Whether a stream, which is that of messages unless said otherwise, takes colours. */
export const wantsColour = ({ environment, errIsTerminal }: Terminal, isTerminal = errIsTerminal): boolean =>
  isTerminal && (environment.NO_COLOR === undefined || environment.NO_COLOR === '') && environment.TERM !== 'dumb';

/** The language that somebody chose for this program, by `--lang` or ROLEWRIGHT_LANG; null where the language of the system is all that is known. */
export function chosenLanguage({ argv, environment }: Pick<Terminal, 'argv' | 'environment'>): Locale | null {
  const said = [askedLanguage(argv), environment.ROLEWRIGHT_LANG].find((one) => one !== undefined && one !== '');
  return said === undefined ? null : messageLanguage(said, { environment: {} });
}
