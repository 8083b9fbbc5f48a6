/** The command line of the register in a world of its own: a folder, a clock, a name. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import { run } from '../src/cli/command.js';
import { apartHere } from '../src/http/tasks-apart.js';
import { madeEdge } from './made-register.js';

/** A scan of a signed sheet: a small but whole PDF, its words in a comment. */
export const sheetScan = (words: string): string =>
  `%PDF-1.7\n% ${words}\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`;

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
  /** Runs `rolewright worker`. */
  work(line?: string): Promise<Told>;
  /** Another command than `register`. */
  runOf(command: string, line: string): Promise<Told>;
  /** The same for programs; throws where it fails. */
  data<T = Record<string, unknown>>(line: string, as?: string): Promise<T>;
}

export function visiting({
  language = 'en',
  environment = {},
  clock,
}: {
  language?: Locale;
  environment?: Record<string, string>;
  /** Shared with others; without it each day has one of its own. */
  clock?: ReturnType<typeof madeEdge>;
} = {}): Visiting {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-visit-'));
  let edge = clock ?? madeEdge('visit', '2026-12-01T08:00:00.000Z');
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
        apart: apartHere,
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
      if (clock) clock.wait(Date.parse(`${day}T08:00:00.000Z`) - clock.now().getTime());
      else edge = madeEdge(`visit ${days}`, `${day}T08:00:00.000Z`);
    },
    run: (line, as = 'Helen Carter') => go(line, as),
    work: (line = '--once') => go(line, undefined, 'worker'),
    runOf: (command, line) => go(line, undefined, command),
    async data(line, as = 'Helen Carter') {
      const { code, out, err } = await go(`${line} --json`, as);
      if (code !== 0) throw new Error(`${line}: ${code}\n${err}${out}`);
      return JSON.parse(out) as never;
    },
  };
}
