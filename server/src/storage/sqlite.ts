/** SQLite through libsql: one file, one connection to it for each that opens it. */
import Database from 'libsql';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { Dialect as KyselyDialect, SqliteDatabase } from 'kysely';
import { StorageRefusal } from './errors.js';

/** How long a writer waits for another, in ms: a migration or the check-point of a large register may take some seconds. */
const patience = 30_000;

/** `write` begins transactions with the lock for writing: one that begins to read and then writes can be refused in the middle. */
export function sqliteDialect(path: string, mode: 'write' | 'read'): KyselyDialect {
  const open = async (): Promise<SqliteDatabase> => {
    const database = openFile(path);
    // First of all: the next line waits for others already.
    database.exec(`pragma busy_timeout = ${patience}`);
    if (mode === 'read') database.exec('pragma query_only = on');
    else
      for (const line of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'recursive_triggers = on', 'secure_delete = on'])
        database.exec(`pragma ${line}`);
    return {
      close: () => database.close(),
      prepare: (query) => database.prepare(query) as unknown as ReturnType<SqliteDatabase['prepare']>,
    };
  };
  const plain = new SqliteDialect({ database: open });
  return {
    createDriver() {
      const driver = new SqliteDriver({ database: open });
      const begin = CompiledQuery.raw(mode === 'write' ? 'begin immediate' : 'begin');
      return Object.assign(driver, {
        beginTransaction: async (connection: Parameters<SqliteDriver['beginTransaction']>[0]) => {
          await connection.executeQuery(begin);
        },
      });
    },
    // Kysely holds that SQLite cannot take back what creates tables; it can, and a migration that is killed leaves nothing.
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => plain.createQueryCompiler(),
  };
}

function openFile(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    throw new StorageRefusal('database-unreachable', { reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
