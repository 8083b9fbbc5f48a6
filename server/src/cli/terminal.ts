/** What the command of the root hands over: the world around a command line, as a value. See `src/cli/terminal.ts` there. */
import type { Locale, Workspace } from 'rolewright';
import type { Apart } from '../http/tasks-apart.js';

export interface GitAnswer {
  readonly code: number;
  readonly out: Uint8Array;
}

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
  readonly errIsTerminal: boolean;
  readonly columns?: number;
  readonly git?: (args: readonly string[], limit: number) => GitAnswer | null;
  /** The working folder. */
  readonly workspace: Workspace;
  /** The folder of the project, from the working folder; null for none, left out where nobody has looked. */
  readonly project?: string | null;
  today?(): string;
  /** Does tasks on files of strangers; in a process of its own for each where it is left out. */
  readonly apart?: Apart;
  /** The working folder on this machine. */
  readonly folder?: string;
}

/** A command and what stands after it. */
export interface Visit {
  readonly command: string;
  readonly words: readonly string[];
}

export type { Locale };

export const exit = { ok: 0, failure: 1, usage: 2, findings: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
