/**
 * What is to be done after a change and not by whoever made it: mails, pages to print. A job is queued in the transaction that causes
 * it, so that there is never one without the other. Whoever takes one has it for a minute; is it not done by then, another takes it.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Edge } from './edge.js';
import type { Tables } from './tables.js';

export const jobKinds = ['mail', 'evidence'] as const;
export type JobKind = (typeof jobKinds)[number];

export interface Job {
  readonly kind: JobKind;
  /** The id of what it is about. */
  readonly about: string;
}

export interface TakenJob extends Job {
  readonly id: string;
  /** How often it was taken, this time among them. */
  readonly tries: number;
}

export interface Jobs {
  /** Queues a job in the transaction of `db`; to be taken after so many seconds. */
  queue(db: Kysely<Tables>, job: Job, after?: number): Promise<void>;
  /** Takes the next job that is due; null where none is. */
  take(kinds: readonly JobKind[]): Promise<TakenJob | null>;
  /** It is done, in the transaction that keeps what came of it. */
  done(db: Kysely<Tables>, job: TakenJob): Promise<void>;
  /** It is to be tried again after so many seconds. */
  again(db: Kysely<Tables>, job: TakenJob, after: number): Promise<void>;
}

/** Milliseconds in which whoever has taken a job is to be done with it. */
const lease = 60_000;

/** Jobs in the table `job`, for SQLite. `write` runs a transaction that locks out other writers. */
export function tableJobs(write: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>, edge: Edge): Jobs {
  const later = (ms: number): string => new Date(edge.now().getTime() + ms).toISOString();
  return {
    async queue(db, { kind, about }, after = 0) {
      await db
        .insertInto('job')
        .values({ id: `${kind}/${about}`, kind, about, due: later(after * 1000), lease: null, tries: 0 })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    take: (kinds) =>
      write(async (db) => {
        const now = edge.now().toISOString();
        const next = await db
          .selectFrom('job')
          .select('id')
          .where('kind', 'in', kinds)
          .where('due', '<=', now)
          .where((one) => one.or([one('lease', 'is', null), one('lease', '<', now)]))
          .orderBy('due')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        if (!next) return null;
        const row = await db
          .updateTable('job')
          .set({ lease: later(lease), tries: sql`tries + 1` })
          .where('id', '=', next.id)
          .returning(['id', 'kind', 'about', 'tries'])
          .executeTakeFirstOrThrow();
        return { ...row, kind: row.kind as JobKind };
      }),
    async done(db, { id }) {
      await db.deleteFrom('job').where('id', '=', id).execute();
    },
    async again(db, { id }, after) {
      await db
        .updateTable('job')
        .set({ due: later(after * 1000), lease: null })
        .where('id', '=', id)
        .execute();
    },
  };
}
