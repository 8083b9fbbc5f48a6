/** The command line of the register in a world of its own: a folder, a clock, a name. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import { run } from '../src/cli/command.js';
import { madeEdge } from './made-register.js';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Visiting {
  readonly folder: string;
  /** As it is when a command runs. */
  readonly environment: Record<string, string>;
  write(path: string, content: string | Uint8Array): void;
  /** Goes on to another day. */
  day(day: string): void;
  /** Runs a command line; quotation marks hold words together. */
  run(line: string, as?: string): Promise<Told>;
  /** Another command than `register`. */
  runOf(command: string, line: string): Promise<Told>;
  /** The same for programs; throws where it fails. */
  data<T = Record<string, unknown>>(line: string, as?: string): Promise<T>;
}

export function visiting({
  language = 'en',
  environment = {},
}: {
  language?: Locale;
  environment?: Record<string, string>;
} = {}): Visiting {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-visit-'));
  let edge = madeEdge('visit', '2026-12-01T08:00:00.000Z');
  let today = '2026-12-01';
  let days = 0;
  const go = async (line: string, as: string | undefined, command = 'register'): Promise<Told> => {
    let [out, err] = ['', ''];
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const code = await run(
      { command, words: as === undefined || words.length === 0 ? words : [...words, '--as', as] },
      {
        environment,
        out: (text) => void (out += text),
        err: (text) => void (err += text),
        errIsTerminal: false,
        workspace: openWorkspace(folder),
        folder,
        today: () => today,
      },
      language,
      edge,
    );
    return { code, out, err };
  };
  return {
    folder,
    environment,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    day(day) {
      today = day;
      days += 1;
      edge = madeEdge(`visit ${days}`, `${day}T08:00:00.000Z`);
    },
    run: (line, as = 'Helen Carter') => go(line, as),
    runOf: (command, line) => go(line, undefined, command),
    async data(line, as = 'Helen Carter') {
      const { code, out, err } = await go(`${line} --json`, as);
      if (code !== 0) throw new Error(`${line}: ${code}\n${err}${out}`);
      return JSON.parse(out) as never;
    },
  };
}
