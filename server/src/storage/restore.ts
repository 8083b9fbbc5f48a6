/** Restoring a back-up into an empty place, of either database. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { registerId } from '../life/ids.js';
import { backupDatabase, backupFiles, readBackup } from './backup.js';
import { copyOutOf } from './copy.js';
import type { Edge } from './edge.js';
import { StorageRefusal } from './errors.js';
import type { LoggedErasure } from './erasure-log.js';
import { openFiles } from './files.js';
import { migrate, migrationsFor, migrationsOf } from './migrate.js';
import { filesIn } from './named-files.js';
import { databaseFile, openDatabase, placeOf } from './open.js';
import type { Target } from './open.js';
import { sqliteDialect } from './sqlite.js';
import { openStorage } from './storage.js';
import type { Storage } from './storage.js';
import { allTables } from './tables.js';
import type { Tables } from './tables.js';

export interface Restoring {
  /** Who restores. */
  readonly actor: string;
  /** What was erased, as it was kept outside: what the back-up still has of it is erased again. */
  readonly erasures: readonly LoggedErasure[];
}

/**
 * Restores a back-up and opens what came of it, with an event that says so. `verify` it afterwards: a back-up is no better than what
 * it was made of. Refuses a place where something is.
 */
export async function restore(folder: string, target: Target, edge: Edge, { actor, erasures }: Restoring): Promise<Storage> {
  const { head } = await readBackup(folder);
  await mkdir(target.folder, { recursive: true });
  if ((await readdir(target.folder)).length > 0) throw new StorageRefusal('register-exists', { path: target.folder });
  const copy = `${databaseFile(target)}.part`;
  try {
    await copyFile(backupDatabase(folder), copy);
    await bringUp(copy);
    if (target.postgres !== undefined) await fill(copy, target);
    await copyFiles(folder, target, copy);
    if (target.postgres === undefined) await copyFile(copy, databaseFile(target));
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(copy + end, { force: true });
  }
  const storage = await openStorage(target, edge);
  try {
    // Who had come in when the back-up was made may not come in by that again.
    await storage.change(async (db) => {
      for (const table of ['session', 'link', 'answered'] as const) await db.deleteFrom(table).execute();
    });
    for (const erasure of erasures) await eraseAgain(storage, erasure, actor);
    await storage.transaction((tx) =>
      tx.append([{ actor, kind: 'restored', object: registerId, payload: { from: `${head.seq} ${head.hash}` } }]),
    );
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** A back-up of an older program gets the form of ours; one of a newer is refused. */
async function bringUp(copy: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(copy, 'write') });
  try {
    const { lacks } = await migrationsOf(db, 'sqlite', migrationsFor('sqlite'));
    if (lacks.length > 0) await migrate(db, migrationsFor('sqlite'));
  } finally {
    await db.destroy();
  }
}

async function fill(copy: string, target: Target): Promise<void> {
  const to = await openDatabase(target, { create: true });
  const from = new Kysely<Tables>({ dialect: sqliteDialect(copy, 'read') });
  try {
    await to.transaction().execute(async (db) => {
      const { seq } = await db.selectFrom('chain_head').select('seq').forUpdate().executeTakeFirstOrThrow();
      if (seq > 0) throw new StorageRefusal('register-exists', { path: placeOf(target) });
      await copyOutOf(from, db, allTables);
    });
  } finally {
    await from.destroy();
    await to.destroy();
  }
}

async function copyFiles(folder: string, target: Target, database: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, 'read') });
  const from = openFiles(backupFiles(folder), () => '');
  const to = openFiles(join(target.folder, 'files'), () => 'restored');
  try {
    // What the back-up lacks is missing here as well: `verify` tells of it, as it does of the register that it was made of.
    for await (const sha256 of filesIn(db)) if (existsSync(from.pathOf(sha256))) await to.put(await from.read(sha256));
  } finally {
    await db.destroy();
  }
}

async function eraseAgain(storage: Storage, logged: LoggedErasure, actor: string): Promise<void> {
  await storage.transaction(async (tx) => {
    const seqs: number[] = [];
    for (const { seq, hash } of logged.events) if ((await tx.hashOf(seq))?.startsWith(hash)) seqs.push(seq);
    await tx.erase({ actor, person: logged.person, class: logged.class, seqs, files: await tx.filesAmong(logged.files) });
  });
}
