/** The same tests on both databases. PostgreSQL is started once for all files that a worker of the test run takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import type { Dialect } from '../src/storage/dialect.js';
import type { Target } from '../src/storage/open.js';
import { startPostgres } from './postgres.js';
import type { PostgresServer } from './postgres.js';
import { isFull, triesPostgres } from './programs.js';

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
 * Runs tests on both databases, on PostgreSQL with FULL=1 where there is one; those in which processes are killed or many work at once
 * (`isLong`) need FULL=1 on SQLite as well.
 */
export function onBothDatabases(name: string, tests: (places: Places) => void, { isLong = false } = {}): void {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'rolewright-register-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  describe.skipIf(isLong && !isFull)(`${name}, in SQLite`, () =>
    tests({
      dialect: 'sqlite',
      folder,
      next: async () => ({ folder: join(folder(), 'register') }),
    }),
  );

  describe.skipIf(!triesPostgres)(`${name}, in PostgreSQL`, () =>
    tests({
      dialect: 'postgres',
      folder,
      next: async () => ({ folder: join(folder(), 'register'), postgres: await (await postgresServer()).database() }),
    }),
  );
}
