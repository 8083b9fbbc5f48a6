/** How often something may be tried, counted in the database: a server that starts anew, or a second one, forgets nothing. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';

export interface Limit {
  /** What is counted: `sign-in`. */
  readonly name: string;
  readonly most: number;
  /** Milliseconds after the first try in which all are counted. */
  readonly within: number;
}

const keyOf = ({ name }: Limit, of: string): string => `${name}:${createHash('sha256').update(of).digest('hex')}`;

/**
 * Counts a try before it is made: of tries at once, none slips through. Gives the milliseconds to wait where there were too many, and
 * null where it may be made.
 */
export async function countTry(limit: Limit, of: string, now: Date, storage: Pick<Storage, 'change'>): Promise<number | null> {
  const id = keyOf(limit, of);
  const at = now.toISOString();
  const begins = new Date(now.getTime() - limit.within).toISOString();
  const { count, since } = await storage.change(async (db) => {
    await db.deleteFrom('attempt').where('id', '=', id).where('since', '<', begins).execute();
    return await db
      .insertInto('attempt')
      .values({ id, count: 1, since: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ count: sql<number>`attempt.count + 1` }))
      .returning(['count', 'since'])
      .executeTakeFirstOrThrow();
  });
  return count <= limit.most ? null : Math.max(1000, Date.parse(since) + limit.within - now.getTime());
}

/** Takes one try back: it went well, and says nothing of the others. */
export const takeBackTry = (limit: Limit, of: string, db: Kysely<Tables>): Promise<unknown> =>
  db
    .updateTable('attempt')
    .set({ count: sql<number>`attempt.count - 1` })
    .where('id', '=', keyOf(limit, of))
    .where('count', '>', 0)
    .execute();

/** Forgets the tries: it went well. */
export const forgetTries = (limit: Limit, of: string, db: Kysely<Tables>): Promise<unknown> =>
  db.deleteFrom('attempt').where('id', '=', keyOf(limit, of)).execute();

/** Forgets what nobody counts any more. */
export const sweepTries = (now: Date, storage: Pick<Storage, 'change'>): Promise<unknown> =>
  storage.change((db) =>
    db
      .deleteFrom('attempt')
      .where('since', '<', new Date(now.getTime() - 24 * 3_600_000).toISOString())
      .execute(),
  );
