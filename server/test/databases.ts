/** The same tests on both databases. PostgreSQL is started once for all files that a worker of the test run takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import type { Dialect } from '../src/storage/dialect.js';
import type { Target } from '../src/storage/open.js';
import { postgresPrograms, startPostgres } from './postgres.js';
import type { PostgresServer } from './postgres.js';

let server: Promise<PostgresServer> | undefined;

/** A server that waits for nothing to reach the disk and tidies nothing: what is lost with the machine is of no interest here. */
export const postgresServer = (): Promise<PostgresServer> =>
  (server ??= startPostgres({ fsync: 'off', full_page_writes: 'off', autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0' }));

/** Where a new register may be, by itself and empty. */
export interface Places {
  readonly dialect: Dialect;
  readonly next: () => Promise<Target>;
  /** A new folder that goes after the tests. */
  readonly folder: () => string;
}

/**
 * Runs tests on both databases. Where there is no PostgreSQL its part is skipped, and fails where everything has to be run. What goes
 * through the command line, over queries that others try on both, is tried on PostgreSQL with FULL=1 alone: `sampled`.
 */
export function onBothDatabases(name: string, tests: (places: Places) => void, { sampled = false } = {}): void {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'rolewright-register-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  describe(`${name}, in SQLite`, () =>
    tests({
      dialect: 'sqlite',
      folder,
      next: async () => ({ folder: join(folder(), 'register') }),
    }));

  const missing = postgresPrograms() === undefined;
  if (missing) console.warn('PostgreSQL is not installed here (apt-get install postgresql): what is to hold of it is not tried');
  describe.skipIf((sampled && process.env.FULL !== '1') || (missing && process.env.CI !== 'true'))(`${name}, in PostgreSQL`, () =>
    tests({
      dialect: 'postgres',
      folder,
      next: async () => ({ folder: join(folder(), 'register'), postgres: await (await postgresServer()).database() }),
    }),
  );
}
