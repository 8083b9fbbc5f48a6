/** What a link is exchanged for: a session that opens one request, for half an hour after its last use and four hours at most. */
import type { Kysely } from 'kysely';
import { digestOf, hexOf } from '../register/links.js';
import type { Storage } from '../storage/storage.js';
import type { SignerLinkTable, SignerSessionTable, Tables } from '../storage/tables.js';

/** Milliseconds. */
const idle = 30 * 60_000;
const longest = 4 * 3600_000;

export interface SignerSession {
  readonly row: Readonly<SignerSessionTable>;
  readonly link: Readonly<SignerLinkTable>;
  /** Stands in every form: other pages cannot know it. */
  readonly token: string;
}

/** Begins a session; gives the secret for the cookie. */
export async function beginSession(link: string, { change, edge }: Storage): Promise<string> {
  const secret = Buffer.from(edge.randomBytes(32)).toString('base64url');
  const now = edge.now().toISOString();
  await change((db) =>
    db
      .insertInto('signer_session')
      .values({
        ...{ id: hexOf(edge.randomBytes(16)), token_hash: digestOf(secret), link, begun_at: now, seen_at: now },
        ...{ proof: null, proved_at: null, code_to: null },
      })
      .execute(),
  );
  return secret;
}

/** The session of a cookie, as long as its link holds. */
export async function sessionOf(secret: string | undefined, { look, change, edge }: Storage): Promise<SignerSession | null> {
  if (secret === undefined || !/^[\w-]{43}$/.test(secret)) return null;
  const row = await look((db) => db.selectFrom('signer_session').selectAll().where('token_hash', '=', digestOf(secret)).executeTakeFirst());
  if (!row) return null;
  const now = edge.now();
  const since = (time: string): number => now.getTime() - Date.parse(time);
  if (since(row.seen_at) > idle || since(row.begun_at) > longest) return null;
  const link = await look((db) => db.selectFrom('signer_link').selectAll().where('id', '=', row.link).executeTakeFirst());
  if (!link || link.revoked_at !== null || link.expires_at <= now.toISOString()) return null;
  // Not with each request: what is seen within a minute is one look.
  if (since(row.seen_at) > 60_000)
    await change((db) => db.updateTable('signer_session').set({ seen_at: now.toISOString() }).where('id', '=', row.id).execute());
  return { row, link, token: digestOf(`form ${secret}`) };
}

/** Notes how the person has shown who they are. */
export const noteProof = async (session: string, proof: 'pin' | 'code' | 'hand', now: Date, db: Kysely<Tables>): Promise<void> =>
  void (await db.updateTable('signer_session').set({ proof, proved_at: now.toISOString() }).where('id', '=', session).execute());

export const endSession = async (session: string, { change }: Storage): Promise<void> =>
  void (await change((db) => db.deleteFrom('signer_session').where('id', '=', session).execute()));

/** Days for which tries are kept: wrong PINs by a link are added up for as long as a link holds. */
const triesFor = 400;

/** Forgets sessions that nobody can use any more, codes that are over, and tries that count no more. */
export const sweepVisits = (now: Date, { change }: Pick<Storage, 'change'>): Promise<void> =>
  change(async (db) => {
    const before = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
    await db
      .deleteFrom('signer_session')
      .where((one) => one.or([one('begun_at', '<', before(longest)), one('seen_at', '<', before(idle))]))
      .execute();
    await db
      .deleteFrom('once_code')
      .where('expires_at', '<', before(24 * 3_600_000))
      .execute();
    await db
      .deleteFrom('signer_try')
      .where('since', '<', before(triesFor * 86_400_000))
      .execute();
  });
