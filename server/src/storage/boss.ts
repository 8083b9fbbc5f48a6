/**
 * pg-boss, which has the jobs where the register is in PostgreSQL. Only its statements are used, on connections of ours and so within
 * our transactions; it is never started, so that it opens no connection and no clock of its own.
 */
import { CompiledQuery } from 'kysely';
import type { Kysely } from 'kysely';
import type PgBoss from 'pg-boss';
import { jobKinds } from './jobs.js';
import type { Jobs, TakenJob } from './jobs.js';
import type { Tables } from './tables.js';

const schema = 'pgboss';

/** What makes its tables and our queues, for a migration that is a transaction by itself. */
export async function bossSchema(): Promise<readonly string[]> {
  const { default: Boss } = await import('pg-boss');
  const plan = Boss.getConstructionPlans(schema)
    .replace(/^\s*BEGIN;/, '')
    .replace(/COMMIT;\s*$/, '');
  return [plan, ...jobKinds.map((kind) => `select ${schema}.create_queue('${kind}', '{"policy":"standard"}')`)];
}

/** What the role of the program may do there, where the tables belong to another. */
export const bossRights = (name: string): readonly string[] => [
  `grant usage on schema ${schema} to ${name}`,
  `grant select, insert, update, delete on all tables in schema ${schema} to ${name}`,
];

interface Data {
  readonly about: string;
  /** How often it was tried before this job was made. */
  readonly before: number;
}

/** Seconds in which whoever has taken a job is to be done with it. */
const lease = 60;

/** What a worker that was killed had taken is taken again, however often. */
const options = { retryLimit: 100_000, retryDelay: 0, retryBackoff: false, expireInSeconds: lease } as const;

export function bossJobs(open: () => Kysely<Tables>): Jobs {
  const on = (db: Kysely<Tables>): PgBoss.Db => ({
    executeSql: async (text, values) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows: [...rows] };
    },
  });
  let made: Promise<PgBoss> | undefined;
  const boss = (): Promise<PgBoss> => (made ??= import('pg-boss').then(({ default: Boss }) => new Boss({ db: on(open()), schema })));
  const send = async (db: Kysely<Tables>, kind: string, data: Data, after: number): Promise<void> =>
    void (await (await boss()).send(kind, data, { ...options, db: on(db), startAfter: after }));
  return {
    queue: (db, { kind, about }, after = 0) => send(db, kind, { about, before: 0 }, after),
    async take(kinds) {
      const pg = await boss();
      // What took longer than its lease was taken by somebody who is not there any more.
      await (pg as unknown as { expire(): Promise<void> }).expire();
      for (const kind of kinds) {
        const [job] = (await pg.fetch<Data>(kind, { includeMetadata: true })) ?? [];
        if (job) return { id: job.id, kind, about: job.data.about, tries: job.data.before + job.retryCount + 1 };
      }
      return null;
    },
    async done(db, { kind, id }) {
      await (await boss()).complete(kind, id, {}, { db: on(db) });
    },
    async again(db, job: TakenJob, after) {
      await (await boss()).complete(job.kind, job.id, {}, { db: on(db) });
      await send(db, job.kind, { about: job.about, before: job.tries }, after);
    },
  };
}
