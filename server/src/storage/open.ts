/** Opening a database: finding it, making it, bringing it to our form. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.js';
import { StorageRefusal } from './errors.js';
import { rightsFor } from './guards.js';
import { migrate, migrationsFor, migrationsOf } from './migrate.js';
import type { Migrations } from './migrate.js';
import { postgresDialect } from './postgres.js';
import { sqliteDialect } from './sqlite.js';
import type { Tables } from './tables.js';

/**
 * Where a register is. `folder` has its files, and with SQLite the database too. With PostgreSQL the tables may belong to
 * another role than the one that the program works as: `owner` is the address for that one, which migrations alone use; the program’s
 * role then has no right to change what is insert-only.
 */
export type Target = { readonly folder: string } & (
  | { readonly postgres?: undefined }
  | { readonly postgres: string; readonly owner?: string }
);

export interface OpenOptions {
  /** Makes a register where there is none; without it that is refused. */
  readonly create?: boolean;
  /** Called before the database of an older program is changed. */
  readonly beforeMigration?: (db: Kysely<Tables>, migration: string) => Promise<void>;
  /** Instead of our own, for tests of migrations. */
  readonly migrations?: Migrations;
}

export const databaseFile = (target: Target): string => join(target.folder, 'register.db');

export const dialectOf = (target: Target): Dialect => (target.postgres === undefined ? 'sqlite' : 'postgres');

/** A connection that changes nothing by itself. */
export const connect = (target: Target, mode: 'write' | 'read'): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: target.postgres === undefined ? sqliteDialect(databaseFile(target), mode) : postgresDialect(target.postgres),
  });

/** The database of a register, in the form that this program works with. */
export async function openDatabase(target: Target, { create = false, beforeMigration, migrations }: OpenOptions): Promise<Kysely<Tables>> {
  const dialect = dialectOf(target);
  const all = migrations ?? migrationsFor(dialect);
  if (dialect === 'sqlite') {
    if (!existsSync(databaseFile(target))) {
      // Files without their database are no new beginning: a register was here, and one that is begun now would not know of it.
      const isLost = existsSync(join(target.folder, 'files'));
      if (isLost) throw new StorageRefusal('database-missing', { path: databaseFile(target), folder: target.folder });
      if (!create) throw new StorageRefusal('register-missing', { path: databaseFile(target) });
    }
    mkdirSync(target.folder, { recursive: true });
  }
  const db = connect(target, 'write');
  try {
    const { had, lacks } = await migrationsOf(db, dialect, all);
    if (had.length === 0 && !create) throw new StorageRefusal('register-missing', { path: placeOf(target) });
    const [next] = lacks;
    if (next !== undefined) {
      if (had.length > 0) await beforeMigration?.(db, next);
      await migrateAs(target, db, all);
    }
    return db;
  } catch (error) {
    await db.destroy();
    throw unreachable(error);
  }
}

/** A database as it is told of: never with the password of its address. */
export const placeOf = (target: Target): string => (target.postgres === undefined ? databaseFile(target) : withoutSecret(target.postgres));

function withoutSecret(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    return url.href;
  } catch {
    return 'PostgreSQL';
  }
}

async function migrateAs(target: Target, db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  if (target.postgres === undefined || target.owner === undefined) return await migrate(db, migrations);
  const owner = new Kysely<Tables>({ dialect: postgresDialect(target.owner) });
  try {
    await migrate(owner, migrations);
    const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db);
    for (const { name } of rows) for (const statement of rightsFor(name)) await sql.raw(statement).execute(owner);
  } finally {
    await owner.destroy();
  }
}

const codesOfNetworks = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', 'ENOENT', 'EACCES'];

/** What the database says when there is none, or none for us. 28…: who we are; 3D000: no such database; 57P…: it stops or starts. */
export function unreachable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return new StorageRefusal('register-busy', {}, { cause: error });
  if (
    codesOfNetworks.includes(code) ||
    /^(28|08)|^(3D000|57P0[123])$/.test(code) ||
    /^Connection terminated/.test(error.message) ||
    /^SQLITE_(CANTOPEN|NOTADB|CORRUPT|READONLY|FULL)/.test(code)
  )
    return new StorageRefusal('database-unreachable', whyUnreachable(code, error.message), { cause: error });
  return error;
}

const whyUnreachable = (code: string, message: string): { readonly reason: string; readonly place: 'file' | 'server' } => ({
  reason: /^SQLITE_(NOTADB|CORRUPT)/.test(code) ? 'damaged' : message || code,
  place: code.startsWith('SQLITE_') ? 'file' : 'server',
});
