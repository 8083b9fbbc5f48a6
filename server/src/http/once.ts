/** Idempotency-Key: a change that is asked for twice, since the first answer was lost on its way, happens once. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';
import { refuse } from './problem.js';
import type { Asked, Reply, Route } from './route.js';

/** Milliseconds after which one that has no answer is taken for interrupted, and may be done again. */
const givenUpAfter = 2 * 60_000;

/** Milliseconds for which an answer is kept. */
const keptFor = 24 * 3_600_000;

const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
};

/** Forgets what was answered a day ago and more: answers name people. */
export const forgetAnswers = async (now: Date, db: Kysely<Tables>): Promise<void> =>
  void (await db
    .deleteFrom('answered')
    .where('at', '<', new Date(now.getTime() - keptFor).toISOString())
    .execute());

/** Runs a route, or gives what it answered to the same key before. */
export async function onceOnly(route: Route, asked: Asked, run: () => Promise<Reply>): Promise<Reply> {
  const key = asked.headers.get('idempotency-key');
  if (!route.once || key === null || !asked.visitor) return await run();
  if (!/^[\w.:-]{8,100}$/.test(key)) throw refuse('http-query', { place: 'Idempotency-Key', expected: '[\\w.:-]{8,100}' });
  const { storage, edge } = asked.service;
  const account = asked.visitor.actor.id;
  const id = digest(account, key);
  const request = digest(route.id, JSON.stringify([asked.params, asked.query, asked.body]), asked.bytes);
  const now = edge.now();
  const past = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  const before = await storage.change(async (db) => {
    await forgetAnswers(now, db);
    await db.deleteFrom('answered').where('id', '=', id).where('answer', 'is', null).where('at', '<', past(givenUpAfter)).execute();
    const row = await db.selectFrom('answered').selectAll().where('id', '=', id).executeTakeFirst();
    if (row) return row;
    const made = await db
      .insertInto('answered')
      .values({ id, account, request, answer: null, at: now.toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    // Another server was quicker by a moment.
    return made.length === 0 ? { request, answer: null } : undefined;
  });
  if (before) {
    if (before.request !== request) throw refuse('http-asked-otherwise');
    if (before.answer === null) throw refuse('http-under-way', { seconds: 2 });
    return JSON.parse(before.answer) as Reply;
  }
  try {
    const reply = await run();
    const { status, data, headers, about } = reply;
    const answer = JSON.stringify({ status, data, headers, about });
    await storage.change((db) => db.updateTable('answered').set({ answer }).where('id', '=', id).execute());
    return reply;
  } catch (error) {
    await storage.change((db) => db.deleteFrom('answered').where('id', '=', id).execute());
    throw error;
  }
}
