/** The clock, chance and files of this machine: read here and nowhere else in the server. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edge } from '../storage/edge.js';

export const machine: Edge = { now: () => new Date(), randomBytes: (count) => randomBytes(count) };

/** Where the machine stands, as an IANA name. */
export const machineZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The folder of this package. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

export const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string };

/** What the machine calls whoever works on it; undefined where it does not know. */
export function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

export const textAt = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

export function addLines(path: string, lines: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, lines.map((line) => `${line}\n`).join(''), { flush: true });
}

/** Whether a path lies in a folder, links followed as far as there is something. */
export function isInside(path: string, folder: string): boolean {
  const inFolder = relative(realOf(folder), realOf(path));
  return inFolder === '' || (!inFolder.startsWith('..') && resolve(inFolder) !== inFolder);
}

function realOf(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : resolve(realOf(parent), relative(parent, whole));
}

/** The back-ups that were made in the folder of a register before its database was changed. */
export const migrationBackups = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((one) => one.isDirectory() && one.name.startsWith('before-'))
        .map(({ name }) => join(folder, name))
    : [];

/** Bytes; scans of a few pages in colour have as many. */
export const largestScan = 64 << 20;

/** The day on this machine: YYYY-MM-DD. */
export const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** How many threads the machine runs at once. */
export const threadsHere = (): number => availableParallelism();

/** Comes to its end when the process is told to stop; a second time it stops at once. */
export const toldToStop = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });

/** Does something each hour until it is told to stop; the process does not stay for it. */
export function eachHour(work: () => void): () => void {
  const clock = setInterval(work, 3_600_000);
  clock.unref();
  return () => clearInterval(clock);
}

/** What the system of this machine is called: linux, darwin, win32. */
export const platform = (): string => process.platform;

/** A new folder for what need not last. */
export const temporaryFolder = (start: string): string => mkdtempSync(join(tmpdir(), start));
