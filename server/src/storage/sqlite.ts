/** SQLite through libsql: one file, one connection to it for each that opens it. */
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Dialect as KyselyDialect, SqliteDatabase } from 'kysely';
import { StorageRefusal } from './errors.js';

/** How long a writer waits for another, in ms: a migration or the check-point of a large register may take some seconds. */
const patience = 30_000;

/** How long whatever else is asked waits, in ms. The process stands still meanwhile, as all that libsql does is done at once. */
const standstill = 5000;

/** `write` begins transactions with the lock for writing: one that begins to read and then writes can be refused in the middle. */
export function sqliteDialect(path: string, mode: 'write' | 'read'): KyselyDialect {
  const open = async (): Promise<SqliteDatabase> => {
    const database = openFile(path);
    // First of all: the next line waits for others already.
    database.exec(`pragma busy_timeout = ${standstill}`);
    if (mode === 'read') database.exec('pragma query_only = on');
    else
      for (const line of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'recursive_triggers = on', 'secure_delete = on'])
        database.exec(`pragma ${line}`);
    const prepared = preparedOnce(database);
    return {
      close: () => database.close(),
      prepare: (query) => (isControl(query) ? atOnce(database, query) : prepared(query)) as Statement,
    };
  };
  const plain = new SqliteDialect({ database: open });
  return {
    createDriver() {
      const driver = new SqliteDriver({ database: open });
      return mode === 'write' ? Object.assign(driver, { beginTransaction: beginToWrite }) : driver;
    },
    // Kysely holds that SQLite cannot take back what creates tables; it can, and a migration that is killed leaves nothing.
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => plain.createQueryCompiler(),
  };
}

type Statement = ReturnType<SqliteDatabase['prepare']>;

const isControl = (query: string): boolean => /^(begin|commit|rollback|pragma busy_timeout)\b/.test(query);

/** A prepared BEGIN that was refused stays under way until the memory is cleaned, and no COMMIT of a later one is let through. */
const atOnce = (database: Database.Database, query: string): Pick<Statement, 'reader' | 'run'> => ({
  reader: false,
  run() {
    database.exec(query);
    return { changes: 0, lastInsertRowid: 0 };
  },
});

/** Statements that are kept for the next time: nearly all that are ever asked. */
const most = 200;

/**
 * Prepares a statement once: more than half of the time of a short one, and what SQLite has made of a long one would stay until the memory is
 * cleaned, which nothing tells the engine to do. One that was refused is not used again.
 */
function preparedOnce(database: Database.Database): (query: string) => Pick<Statement, 'reader' | 'run' | 'all'> {
  const kept = new Map<string, Database.Statement>();
  return (query) => {
    const statement = kept.get(query) ?? database.prepare(query);
    // The one that was not asked for the longest stands first.
    kept.delete(query);
    kept.set(query, statement);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    const asked = <T>(ask: () => T): T => {
      try {
        return ask();
      } catch (error) {
        kept.delete(query);
        throw error;
      }
    };
    return {
      reader: statement.reader,
      run: (values) => asked(() => statement.run(values)),
      all: (values) => asked(() => statement.all(values)),
    };
  };
}

/**
 * Begins once no other writer is at work. It may be one of this very process, on a connection of its own: to wait for the lock at a standstill
 * would keep that one from ever giving it back.
 */
async function beginToWrite(connection: DatabaseConnection): Promise<void> {
  const ask = async (sql: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  await ask('pragma busy_timeout = 0');
  try {
    for (let waited = 0, tries = 1; ; tries += 1) {
      try {
        return await ask('begin immediate');
      } catch (error) {
        if (waited >= patience || !isBusy(error)) throw error;
        // Not in step with others that wait too.
        const pause = 1 + ((tries * 7) % 13);
        waited += pause;
        await wait(pause);
      }
    }
  } finally {
    await ask(`pragma busy_timeout = ${standstill}`);
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function openFile(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageRefusal('database-unreachable', { reason, place: 'file' }, { cause: error });
  }
}
