/**
 * How somebody who came by a link shows who they are: by a PIN of their own, or by a code that was sent to an address of theirs. All
 * attempts are counted in the database, before they are looked at.
 */
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { digestOf, hexOf, revokeLinks } from '../register/links.js';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';

interface Limit {
  readonly most: number;
  /** Minutes after which the count begins anew. */
  readonly within: number;
}

/** How often something may fail. */
export const limits = {
  /** For a person, by whatever link. */
  pin: { most: 5, within: 15 },
  /** For a session. */
  code: { most: 5, within: 60 },
  /** Codes that are sent to a person. */
  send: { most: 5, within: 60 },
  /** Codes of links that are typed, from one address. */
  type: { most: 20, within: 10 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Wrong PINs and codes by the links of a request, in all, until the links are revoked: 30 of a million PINs. */
export const mostWrong = 30;

/** Counts an attempt; false where there were too many already. */
export async function mayTry(what: keyof typeof limits, of: string, { change, edge }: Pick<Storage, 'change' | 'edge'>): Promise<boolean> {
  const { most, within } = limits[what];
  const now = edge.now();
  const since = new Date(now.getTime() - within * 60_000).toISOString();
  return (await change((db) => counted(`${what}/${of}`, now.toISOString(), since, db))) <= most;
}

/** Counts one more, from one again where the first was before a time. In one statement: of two at once, both are counted. */
async function counted(id: string, now: string, since: string, db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .insertInto('signer_try')
    .values({ id, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        count: sql<number>`case when signer_try.since > ${since} then signer_try.count + 1 else 1 end`,
        since: sql<string>`case when signer_try.since > ${since} then signer_try.since else excluded.since end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Counts what was wrong, and forgets it for nobody who succeeds; true where it was the last: the links of the request are revoked, and
 * `tell` is called in the same transaction.
 */
export const endedByWrong = (
  request: string,
  { change, edge }: Pick<Storage, 'change' | 'edge'>,
  tell: (db: Kysely<Tables>) => Promise<void>,
): Promise<boolean> =>
  change(async (db) => {
    const now = edge.now();
    const id = `wrong/${request}`;
    if ((await counted(id, now.toISOString(), '', db)) < mostWrong) return false;
    await revokeLinks({ request }, now, db);
    // Links that personnel makes from now on begin anew.
    await db.deleteFrom('signer_try').where('id', '=', id).execute();
    await tell(db);
    return true;
  });

/** Whoever has succeeded begins anew. */
export const forgetTries = async (what: keyof typeof limits, of: string, db: Kysely<Tables>): Promise<void> =>
  void (await db.deleteFrom('signer_try').where('id', '=', `${what}/${of}`).execute());

/** What hashing a PIN costs, in the words of scrypt. */
export interface PinCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
/** What OWASP holds for enough where memory is 32 MiB; Node.js reckons it on another thread. */
const usualPinCost: PinCost = { N: 2 ** 15, r: 8, p: 3 };
const mostMemory = 64 << 20;

const hashOf = (pin: string, salt: string, cost: PinCost): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(pin.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, { ...cost, maxmem: mostMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );

/** When a PIN was chosen; null where there is none. */
export const pinSetAt = async (person: string, db: Kysely<Tables>): Promise<string | null> =>
  (await db.selectFrom('signer_key').select('set_at').where('id', '=', person).executeTakeFirst())?.set_at ?? null;

/** Keeps the PIN of somebody who has none. */
export async function choosePin(person: string, pin: string, { change, edge }: Storage, cost = usualPinCost): Promise<boolean> {
  const salt = hexOf(edge.randomBytes(16));
  const hash = (await hashOf(pin, salt, cost)).toString('hex');
  return await change(async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('signer_key')
      .values({ id: person, salt, hash, set_at: edge.now().toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });
}

export async function isPin(person: string, pin: string, { look }: Pick<Storage, 'look'>, cost = usualPinCost): Promise<boolean> {
  const key = await look((db) => db.selectFrom('signer_key').selectAll().where('id', '=', person).executeTakeFirst());
  // The same time is taken where there is none.
  const hash = await hashOf(pin.slice(0, 100), key?.salt ?? '00', cost);
  return key !== undefined && timingSafeEqual(hash, Buffer.from(key.hash, 'hex'));
}

/** Whether a code was sent in a session, holds still and was not used; it is used by that. */
export async function useCode(session: string, written: string, { edge }: Storage, db: Kysely<Tables>): Promise<boolean> {
  const now = edge.now().toISOString();
  const { numUpdatedRows } = await db
    .updateTable('once_code')
    .set({ used_at: now })
    .where('session', '=', session)
    .where('hash', '=', digestOf(`${session} ${written.replace(/\D/g, '')}`))
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
