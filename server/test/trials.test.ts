/** The trials of `bench/register`, small: processes are killed at work, many do the same at once. `npm run bench-register` has them large. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Target } from '../src/storage/open.js';
import { onBothDatabases } from './databases.js';
import { startPostgres } from './postgres.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The server, bundled for the processes: packages are found from there. */
let compiled = '';

type Trial = (options: { target: Target; [more: string]: unknown }) => Promise<Record<string, unknown>>;
const trial = async (file: string, name: string): Promise<Trial> =>
  ((await import(`../../bench/register/${file}.mjs`)) as Record<string, Trial>)[name] as Trial;

beforeAll(async () => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  compiled = mkdtempSync(join(root, 'node_modules/.cache/rolewright-server-'));
  // In few files, of which each process loads what it uses: thirty processes start, for a third of the time.
  await build({
    input: Object.fromEntries(['storage/storage', 'verify/verify', 'life/ids'].map((name) => [name, join(root, `server/src/${name}.ts`)])),
    platform: 'node',
    external: ['libsql', 'pg', 'hunspell-wasm', /^dictionary-/, /^@expo-google-fonts/],
    // Of the sources, as they are now: there may be no build.
    resolve: { alias: { rolewright: join(root, 'src/index.ts') } },
    output: { dir: compiled },
  });
  writeFileSync(join(compiled, 'package.json'), '{"type":"module"}');
  process.env.ROLEWRIGHT_SERVER = compiled;
}, 60_000);

afterAll(() => {
  delete process.env.ROLEWRIGHT_SERVER;
  rmSync(compiled, { recursive: true, force: true });
});

onBothDatabases(
  'the register',
  ({ next, dialect }) => {
    it('loses nothing that was acknowledged when processes are killed', async () => {
      const kill = await trial('kill', 'kill');
      // A server of its own, since it is killed as well.
      const server = dialect === 'postgres' ? await startPostgres() : undefined;
      try {
        const target = { ...(await next()), ...(server && { postgres: await server.database() }) };
        const { lost, halfStates, acknowledged, documents } = await kill({
          target,
          server,
          kills: server ? 5 : 3,
          processes: 2,
          writers: 10,
        });
        expect({ lost, halfStates }).toEqual({ lost: 0, halfStates: 0 });
        expect(Number(documents)).toBeGreaterThan(5);
        expect(Number(acknowledged)).toBeGreaterThan(0);
      } finally {
        await server?.stop();
      }
    }, 120_000);

    it('records all who acknowledge one document at once, and nobody twice', async () => {
      const atOnce = await trial('at-once', 'atOnce');
      const people = 40;
      expect(await atOnce({ target: await next(), people, processes: 2 })).toEqual({ people, recorded: people, twice: 0 });
    }, 120_000);

    it('gives each number once and leaves none out, though processes are killed', async () => {
      const numbers = await trial('numbers', 'numbers');
      // With fewer a process could have come to its end before it is killed.
      const documents = 400;
      expect(await numbers({ target: await next(), documents, processes: 2 })).toEqual({
        documents,
        killed: 2,
        gaps: 0,
        doubles: 0,
      });
    }, 120_000);

    it('is verified, and read page by page, however large it is', async () => {
      const large = await trial('large', 'large');
      const documents = 600;
      const { events, verify } = await large({ target: await next(), documents, tries: 3 });
      expect(events).toBe(1 + documents / 5 + documents * 10);
      expect(verify).toMatchObject({ whole: true, faults: [] });
    }, 120_000);
  },
  { isLong: true },
);
