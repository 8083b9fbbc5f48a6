/**
 * Back-ups: a folder with `register.db`, a SQLite file whatever the register is in, `files/`, and `backup.json`, which is written last:
 * a folder without it is not whole. It is made of one moment while others go on working, and can be restored into either database.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Head } from '../chain/link.js';
import { copyInto } from './copy.js';
import type { Dialect } from './dialect.js';
import type { Edge } from './edge.js';
import { StorageRefusal } from './errors.js';
import { openFiles } from './files.js';
import type { Files } from './files.js';
import { filesIn } from './named-files.js';
import { migrate, migrationsFor, migrationsOf } from './migrate.js';
import { sqliteDialect } from './sqlite.js';
import type { Tables } from './tables.js';

/** What `backup.json` says. */
export interface BackupNote {
  readonly format: 1;
  /** When it was made. */
  readonly at: string;
  readonly from: Dialect;
  readonly head: Head;
  /** The SHA-256 of register.db. */
  readonly database: string;
  readonly files: number;
  /** Files that the register names and that were not there, or not what they were: to be looked at with `verify`. */
  readonly lacking: readonly string[];
}

export interface BackupSource {
  /** For PostgreSQL a connection within a transaction that sees one moment. */
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly files: Files;
  readonly edge: Edge;
}

const note = 'backup.json';
export const backupDatabase = (folder: string): string => join(folder, 'register.db');
export const backupFiles = (folder: string): string => join(folder, 'files');

export async function backUp({ db, dialect, files, edge }: BackupSource, folder: string): Promise<BackupNote> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new StorageRefusal('register-exists', { path: folder });
  const copy = backupDatabase(folder);
  if (dialect === 'sqlite') await sql`vacuum into ${copy}`.execute(db);
  else await exportInto(db, copy);

  const made = new Kysely<Tables>({ dialect: sqliteDialect(copy, 'read') });
  try {
    const head = await made.selectFrom('chain_head').select(['seq', 'at', 'hash']).executeTakeFirstOrThrow();
    const kept = openFiles(backupFiles(folder), () => 'copy');
    let count = 0;
    const lacking: string[] = [];
    for await (const sha256 of filesIn(made)) {
      try {
        await kept.put(await files.read(sha256));
        count += 1;
      } catch (error) {
        if (!(error instanceof StorageRefusal)) throw error;
        lacking.push(sha256);
      }
    }
    const written: BackupNote = {
      format: 1,
      at: edge.now().toISOString(),
      from: dialect,
      head,
      database: await digestOf(copy),
      files: count,
      lacking,
    };
    await writeLasting(join(folder, note), `${JSON.stringify(written, null, 2)}\n`);
    return written;
  } finally {
    await made.destroy();
  }
}

/** A register of PostgreSQL as a SQLite file, with the tables that it has by now. */
async function exportInto(db: Kysely<Tables>, path: string): Promise<void> {
  const { had } = await migrationsOf(db, 'postgres', migrationsFor('postgres'));
  const all = migrationsFor('sqlite');
  const target = new Kysely<Tables>({ dialect: sqliteDialect(path, 'write') });
  try {
    await migrate(target, Object.fromEntries(Object.entries(all).filter(([name]) => had.includes(name))));
    await target.transaction().execute(async (to) => {
      // Tables come in the order of their names: what they refer to may come after them.
      await sql`pragma defer_foreign_keys = on`.execute(to);
      await copyInto(db, to);
    });
    // One file that is read by itself.
    await sql`pragma wal_checkpoint(truncate)`.execute(target);
    await sql`pragma journal_mode = delete`.execute(target);
  } finally {
    await target.destroy();
  }
}

/** What the text of a note says; null for what is none. Whether the back-up is what it says, only reading all of it tells. */
export function backupNoteIn(text: string): BackupNote | null {
  try {
    const said = JSON.parse(text) as BackupNote;
    return said.format === 1 && typeof said.at === 'string' && typeof said.head?.seq === 'number' ? said : null;
  } catch {
    return null;
  }
}

/** What a back-up says of itself. Refuses what is none, or not whole. */
export async function readBackup(folder: string): Promise<BackupNote> {
  const unusable = (reason: string): StorageRefusal => new StorageRefusal('backup-unusable', { path: folder, reason });
  if (!existsSync(join(folder, note))) throw unusable(note);
  const said = backupNoteIn(await readFile(join(folder, note), 'utf8'));
  if (said === null || typeof said.database !== 'string') throw unusable(note);
  if (!existsSync(backupDatabase(folder)) || (await digestOf(backupDatabase(folder))) !== said.database) throw unusable('register.db');
  return said;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

async function writeLasting(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
