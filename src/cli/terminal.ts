/** What the command line has of the world around it, as a value, so that tests can be the world. */
import type { Locale } from '../document.js';
import type { Workspace } from '../workspace.js';

export interface Terminal {
  argv: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Data. */
  out(text: string): void;
  /** All else. */
  err(text: string): void;
  /** Whether a person watches: progress is shown and colours are used on a terminal only. */
  errIsTerminal: boolean;
  /** The working folder. */
  workspace: Workspace;
  /** Milliseconds of a clock that only ever goes forward. */
  milliseconds(): number;
}

export const exit = { ok: 0, failure: 1, usage: 2, findings: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The language of messages: as asked for, else as the environment says, else English. */
export function messageLanguage(asked: string | undefined, environment: Terminal['environment']): Locale {
  const wanted = asked ?? environment.ROLEWRIGHT_LANG ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  const language = wanted.slice(0, 2).toLowerCase();
  return language === 'ru' || language === 'nl' ? language : 'en';
}

export const wantsColour = ({ environment, errIsTerminal }: Terminal): boolean =>
  errIsTerminal && (environment.NO_COLOR === undefined || environment.NO_COLOR === '') && environment.TERM !== 'dumb';
