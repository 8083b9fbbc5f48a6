/** The trials of `bench/register`, small: processes are killed at work, many do the same at once. `npm run bench-register` has them large. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Target } from '../src/storage/open.js';
import { onBothDatabases } from './databases.js';
import { startPostgres } from './postgres.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Compiled for the processes: packages are found from there. */
let compiled = '';

type Trial = (options: { target: Target; [more: string]: unknown }) => Promise<Record<string, unknown>>;
const trial = async (file: string, name: string): Promise<Trial> =>
  ((await import(`../../bench/register/${file}.mjs`)) as Record<string, Trial>)[name] as Trial;

beforeAll(() => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  compiled = mkdtempSync(join(root, 'node_modules/.cache/rolewright-server-'));
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'server/tsconfig.build.json'), '--noCheck', '--declaration', 'false', '--outDir', compiled],
    {
      encoding: 'utf8',
    },
  );
  expect(stdout).toBe('');
  spawnSync('sh', ['-c', `echo '{"type":"module"}' > '${compiled}/package.json'`]);
  process.env.ROLEWRIGHT_SERVER = compiled;
}, 60_000);

afterAll(() => {
  delete process.env.ROLEWRIGHT_SERVER;
  rmSync(compiled, { recursive: true, force: true });
});

onBothDatabases('the register', ({ next, dialect }) => {
  it('loses nothing that was acknowledged when processes are killed', async () => {
    const kill = await trial('kill', 'kill');
    // A server of its own, since it is killed as well.
    const server = dialect === 'postgres' ? await startPostgres() : undefined;
    try {
      const target = { ...(await next()), ...(server && { postgres: await server.database() }) };
      const { lost, halfStates, acknowledged, documents } = await kill({ target, server, kills: 5, processes: 2, writers: 10 });
      expect({ lost, halfStates }).toEqual({ lost: 0, halfStates: 0 });
      expect(Number(documents)).toBeGreaterThan(5);
      expect(Number(acknowledged)).toBeGreaterThan(0);
    } finally {
      await server?.stop();
    }
  }, 120_000);

  it('records all who acknowledge one document at once, and nobody twice', async () => {
    const atOnce = await trial('at-once', 'atOnce');
    expect(await atOnce({ target: await next(), people: 40, processes: 2 })).toEqual({ people: 40, recorded: 40, twice: 0 });
  }, 120_000);

  it('gives each number once and leaves none out, though processes are killed', async () => {
    const numbers = await trial('numbers', 'numbers');
    expect(await numbers({ target: await next(), documents: 200 })).toEqual({ documents: 200, killed: 2, gaps: 0, doubles: 0 });
  }, 120_000);

  it('is verified, and read page by page, however large it is', async () => {
    const large = await trial('large', 'large');
    const { events, verify } = await large({ target: await next(), documents: 600, tries: 3 });
    expect(events).toBe(1 + 60 * 2 + 600 * 10);
    expect(verify).toMatchObject({ whole: true, faults: [] });
  }, 120_000);
});
