/** Sessions: a secret of the browser, hashed at rest, with an end that nothing moves and one that comes when nobody does anything. */
import type { Kysely } from 'kysely';
import type { Locale } from 'rolewright';
import { locales } from 'rolewright';
import type { Edge } from '../storage/edge.js';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';
import { accountOf, grantedOn } from './accounts.js';
import type { AccountRow } from './accounts.js';
import { reachOf } from './rights.js';
import { derivedFrom, digestOf, newSecret } from './secrets.js';
import type { Visitor } from './visitor.js';

/** Milliseconds: a working day with its breaks, and an hour of nothing. */
export const longestSession = 12 * 3_600_000;
export const longestSilence = 3_600_000;

/** Milliseconds after a password was given for which it need not be given again, where something weighty is to be decided. */
export const proofLasts = 15 * 60_000;

/** Milliseconds between two notes that a session is in use: each costs a write. */
const notedEvery = 60_000;

/** Begins a session; gives its secret. */
export async function beginSession(account: string, edge: Edge, db: Kysely<Tables>): Promise<string> {
  const secret = newSecret(edge);
  const at = edge.now().toISOString();
  await db
    .insertInto('session')
    .values({ id: digestOf(secret), account, created_at: at, seen_at: at, proved_at: at })
    .execute();
  return secret;
}

export const endSession = (secret: string, db: Kysely<Tables>): Promise<unknown> =>
  db.deleteFrom('session').where('id', '=', digestOf(secret)).execute();

/** Notes that the password was given again. */
export const proveSession = (secret: string, now: Date, db: Kysely<Tables>): Promise<unknown> =>
  db.updateTable('session').set({ proved_at: now.toISOString() }).where('id', '=', digestOf(secret)).execute();

export interface Recognising {
  readonly storage: Pick<Storage, 'look' | 'change' | 'read'>;
  readonly now: Date;
  /** Where the register is kept. */
  readonly today: string;
}

/** Whoever holds the secret of a session that is still good; null for nobody. */
export async function visitorBySession(secret: string, { storage, now, today }: Recognising): Promise<Visitor | null> {
  const id = digestOf(secret);
  const session = await storage.look((db) => db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst());
  if (!session) return null;
  const account = await storage.look((db) => accountOf(session.account, db));
  const time = now.getTime();
  const isOver = time - Date.parse(session.created_at) >= longestSession || time - Date.parse(session.seen_at) >= longestSilence;
  if (isOver || !account || !(await isAdmitted(account, today, storage))) {
    await storage.change((db) => db.deleteFrom('session').where('id', '=', id).execute());
    return null;
  }
  if (time - Date.parse(session.seen_at) >= notedEvery)
    await storage.change((db) => db.updateTable('session').set({ seen_at: now.toISOString() }).where('id', '=', id).execute());
  const granted = await storage.look((db) => grantedOn(account.id, today, db));
  return {
    actor: { id: account.id, name: account.name },
    account: account.id,
    by: 'session',
    language: languageOf(account),
    token: derivedFrom(secret, 'token'),
    isFresh: time - Date.parse(session.proved_at) < proofLasts,
    reach: (right) => reachOf(right, granted),
  };
}

export const languageOf = ({ language }: AccountRow): Locale | null => locales.find((one) => one === language) ?? null;

/** Whether an account may come in: it is not locked, and whose it is still works here. */
export async function isAdmitted({ state, person }: AccountRow, today: string, { read }: Pick<Storage, 'read'>): Promise<boolean> {
  if (state !== 'active') return false;
  if (person === null) return true;
  const row = await read.person(person);
  return row !== undefined && (row.left_on === null || row.left_on >= today);
}

/** Forgets sessions that nobody can use any more. */
export const sweepSessions = (now: Date, storage: Pick<Storage, 'change'>): Promise<unknown> =>
  storage.change((db) =>
    db
      .deleteFrom('session')
      .where((one) =>
        one.or([
          one('created_at', '<', new Date(now.getTime() - longestSession).toISOString()),
          one('seen_at', '<', new Date(now.getTime() - longestSilence).toISOString()),
        ]),
      )
      .execute(),
  );
