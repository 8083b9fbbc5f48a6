/** Bringing a database to the form that this program works with. */
import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import type { Dialect } from './dialect.js';
import { StorageRefusal } from './errors.js';
import { createDistance } from './schema-distance.js';
import { createAccounts } from './schema-accounts.js';
import { createPlans } from './schema-plans.js';
import { addIndexes, addSheetCodes, createSchema } from './schema.js';
import type { Tables } from './tables.js';

export type Migrations = Readonly<Record<string, Migration>>;

/** All of them, by names whose order is theirs. One that has been published is never changed. */
export const migrationsFor = (dialect: Dialect): Migrations => ({
  '001-register': { up: (db: Kysely<Tables>) => createSchema(db, dialect) },
  '002-accounts': { up: (db: Kysely<Tables>) => createAccounts(db, dialect) },
  '003-distance': { up: (db: Kysely<Tables>) => createDistance(db, dialect) },
  '004-sheet-codes': { up: (db: Kysely<Tables>) => addSheetCodes(db, dialect) },
  '005-plans': { up: (db: Kysely<Tables>) => createPlans(db, dialect) },
  '006-indexes': { up: (db: Kysely<Tables>) => addIndexes(db) },
});

/** The migrations that a database has had, and those that it lacks. Refuses one that a newer program has changed. */
export async function migrationsOf(
  db: Kysely<Tables>,
  dialect: Dialect,
  migrations: Migrations,
): Promise<{ readonly had: readonly string[]; readonly lacks: readonly string[] }> {
  const { rows: found } =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db)
      : await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db);
  const had =
    found.length === 0 ? [] : (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(({ name }) => name);
  const unknown = had.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new StorageRefusal('register-newer', { migrations: unknown.join(', ') });
  return { had, lacks: Object.keys(migrations).filter((name) => !had.includes(name)) };
}

/** Makes what a database lacks, all or nothing. */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
}
