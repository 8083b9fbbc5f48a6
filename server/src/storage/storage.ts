/**
 * The register’s memory: events in a chain with all that follows from them, in SQLite or PostgreSQL, and files beside.
 *
 * ```ts
 * const storage = await openStorage({ folder: 'register' }, edge, { create: true });
 * await storage.transaction(async (tx) => {
 *   if (await tx.documentByKey(key)) return;
 *   const number = await tx.nextNumber('job-description/2026');
 *   await tx.append([{ actor, kind: 'numbered', object: tx.newId('document'), payload: { key, number, … } }]);
 * });
 * await storage.read.overdue('2026-12-01', { limit: 50 });
 * ```
 *
 * Transactions stand in one line, those of other processes too: what one has read is still so when it appends. What is appended in
 * one transaction is there altogether once `transaction` has come to its end, and lasts; if it throws, nothing is.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Draft, Event } from '../life/events.js';
import { idBytes, newId } from '../life/ids.js';
import type { Identified } from '../life/ids.js';
import { append, lockHead } from './append.js';
import { openAside } from './aside.js';
import type { Aside } from './aside.js';
import { backUp } from './backup.js';
import type { BackupNote } from './backup.js';
import { erasedFilesIn } from './named-files.js';
import type { Dialect } from './dialect.js';
import { bossJobs } from './boss.js';
import type { Edge } from './edge.js';
import { erasePayloads } from './erase.js';
import type { Erasure } from './erase.js';
import { openFiles } from './files.js';
import { forgetAddresses, forgetPerson, tablesOfPeople } from './forget.js';
import type { Files } from './files.js';
import { connect, dialectOf, openDatabase, unreachable } from './open.js';
import type { OpenOptions, Target } from './open.js';
import { tableJobs } from './jobs.js';
import type { Job, Jobs } from './jobs.js';
import { queriesOf } from './queries.js';
import type { Queries } from './queries.js';
import { viewTables } from './tables.js';
import type { Tables } from './tables.js';

export interface Transaction extends Queries {
  /** Appends events in this order, with their rows and views; gives them with their places and time. */
  append(drafts: readonly Draft[]): Promise<readonly Event[]>;
  /** The next number of a series, from 1 on. It is taken only if the transaction comes to its end: no gap, no double. */
  nextNumber(series: string): Promise<number>;
  /** Erases what events say and appends that it was done; the files go once the transaction is over. Null where nothing was left. */
  erase(erasure: Erasure): Promise<Event | null>;
  /** Queues what is to be done once the transaction has come to its end; after so many seconds. */
  queue(job: Job, after?: number): Promise<void>;
  /** A new opaque name: `d_…` for a document. */
  newId(of: Identified): string;
  /** The tables of the service, for what has to happen together with events or not at all. */
  readonly db: Kysely<Tables>;
}

export interface Storage {
  readonly dialect: Dialect;
  /** Queries outside of a transaction. Inside one, ask the transaction: these do not see what it has appended. */
  readonly read: Queries;
  readonly files: Files;
  /** What may be lost: it is worked out anew. */
  readonly aside: Aside;
  readonly jobs: Jobs;
  /** The clock and chance. */
  readonly edge: Edge;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Reads tables that are no proof, outside of any transaction. */
  look<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Changes tables that are no proof in one transaction, which does not stand in the line of events. */
  change<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The database as it is at one moment, however long the work takes and whoever writes meanwhile. */
  snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Removes files that a killed program has left: erased ones, and those whose writing it never finished. Gives how many. */
  sweep(): Promise<number>;
  /** Writes a back-up into a folder that is empty or not there, while others go on working. */
  backUp(folder: string): Promise<BackupNote>;
  close(): Promise<void>;
}

/** Opens a register. Throws a StorageRefusal where there is none, or none that this program can work with. */
export async function openStorage(target: Target, edge: Edge, options: OpenOptions = {}): Promise<Storage> {
  const dialect = dialectOf(target);
  const unique = (): string => Buffer.from(edge.randomBytes(16)).toString('hex');
  const files = openFiles(join(target.folder, 'files'), unique);
  const note = async (db: Kysely<Tables>, folder: string): Promise<BackupNote> => await backUp({ db, dialect, files, edge }, folder);
  const writing = await openDatabase(target, {
    beforeMigration: async (db, migration) => {
      await note(db, unused(join(target.folder, `before-${migration}`)));
    },
    ...options,
  });
  // SQLite has one connection for each that opens it, which a transaction would keep from all who only read.
  const reading = dialect === 'sqlite' ? connect(target, 'read') : writing;

  const heard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unreachable(error);
    }
  };
  const change: Storage['change'] = (work) => heard(() => writing.transaction().setIsolationLevel('read committed').execute(work));
  const jobs = dialect === 'sqlite' ? tableJobs(change, edge) : bossJobs(() => writing);

  async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const gone: string[] = [];
    let erased = false;
    try {
      // Whoever waited for the lock has to see what the one before has done. SQLite knows no other way.
      const result = await writing
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (db) => {
          let head = await lockHead(db, dialect);
          const add = async (drafts: readonly Draft[]): Promise<readonly Event[]> => {
            const added = await append(db, edge, head, drafts);
            head = added.head;
            return added.events;
          };
          return await work({
            ...queriesOf(db),
            db,
            append: add,
            queue: (job, after) => jobs.queue(db, job, after),
            nextNumber: (series) => nextNumber(db, series),
            newId: (of) => newId(of, edge.randomBytes(idBytes)),
            async erase(erasure) {
              const draft = await erasePayloads(db, erasure);
              erased = true;
              // Addresses go before the rest: they are of no use once somebody has left. So do notes, of which no table knows.
              if (erasure.class === 'contact') await forgetAddresses(db, erasure.person);
              else if (erasure.class !== 'notes') gone.push(...(await forgetPerson(db, erasure.person)));
              if (draft === undefined) return null;
              gone.push(...(erasure.files ?? []));
              return (await add([draft]))[0] ?? null;
            },
          });
        });
      // Only now: had the transaction been undone, the files would be missing.
      for (const sha256 of gone) await files.remove(sha256);
      if (erased) await wipe(writing, dialect);
      return result;
    } catch (error) {
      throw unreachable(error);
    }
  }

  async function snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (dialect === 'postgres')
      return await writing.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
    const db = connect(target, 'read');
    try {
      return await db.transaction().execute(work);
    } finally {
      await db.destroy();
    }
  }

  return {
    dialect,
    read: queriesOf(reading),
    files,
    aside: openAside(join(target.folder, 'known'), unique),
    jobs,
    edge,
    transaction,
    look: (work) => heard(() => work(reading)),
    change,
    snapshot,
    async backUp(folder) {
      if (dialect === 'postgres') return await snapshot((db) => note(db, folder));
      const db = connect(target, 'write');
      try {
        return await note(db, folder);
      } finally {
        await db.destroy();
      }
    },
    async sweep() {
      let count = await files.sweepParts(new Date(edge.now().getTime() - longestWriting));
      for await (const sha256 of erasedFilesIn(reading)) {
        if ((await files.check(sha256)) === 'missing') continue;
        await files.remove(sha256);
        count += 1;
      }
      return count;
    },
    async close() {
      await reading.destroy();
      if (writing !== reading) await writing.destroy();
    },
  };
}

/** No file takes longer to be written: whatever is older belongs to nobody. Milliseconds. */
const longestWriting = 60 * 60_000;

/** A migration that failed has left its back-up. */
function unused(path: string): string {
  for (let tries = 1; ; tries += 1) {
    const free = tries === 1 ? path : `${path}-${tries}`;
    if (!existsSync(free)) return free;
  }
}

async function nextNumber(db: Kysely<Tables>, series: string): Promise<number> {
  const { next } = await db
    .insertInto('series')
    .values({ id: series, next: 2 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ next: sql`series.next + 1` }))
    .returning('next')
    .executeTakeFirstOrThrow();
  return next - 1;
}

/** What was erased does not stay in the log of writes, or in rows that nobody sees. A reader of an older state can be in the way. */
async function wipe(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  else {
    const { rows } = await sql<{ owner: boolean }>`select pg_has_role(current_user, relowner, 'member') as owner
      from pg_class where oid = to_regclass('event_payload')`.execute(db);
    if (rows[0]?.owner)
      for (const table of ['event_payload', ...viewTables, ...tablesOfPeople]) await sql`vacuum ${sql.table(table)}`.execute(db);
  }
}
