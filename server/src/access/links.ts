/** Links: a secret for one person and one purpose, with an end. To look at it uses nothing up; it is used once, by what it is for. */
import type { Kysely, Selectable } from 'kysely';
import type { Edge } from '../storage/edge.js';
import type { LinkTable, Tables } from '../storage/tables.js';
import { digestOf, newSecret } from './secrets.js';

export type LinkRow = Readonly<Selectable<LinkTable>>;

export interface NewLink {
  readonly subject: string;
  readonly purpose: string;
  readonly object?: string | undefined;
  /** Milliseconds. */
  readonly lasts: number;
}

/** Makes a link; gives its secret, which is told to nobody but whom it is for. */
export async function createLink({ subject, purpose, object, lasts }: NewLink, edge: Edge, db: Kysely<Tables>): Promise<string> {
  const secret = newSecret(edge);
  const now = edge.now();
  const until = new Date(now.getTime() + lasts);
  const times = { created_at: now.toISOString(), expires_at: until.toISOString(), used_at: null, revoked_at: null };
  await db
    .insertInto('link')
    .values({ id: digestOf(secret), subject, purpose, object: object ?? null, ...times })
    .execute();
  return secret;
}

/** The link of a secret, while it is good for a purpose. */
export async function goodLink(secret: string, purpose: string, now: Date, db: Kysely<Tables>): Promise<LinkRow | null> {
  const row = await db.selectFrom('link').selectAll().where('id', '=', digestOf(secret)).where('purpose', '=', purpose).executeTakeFirst();
  return row && row.used_at === null && row.revoked_at === null && row.expires_at > now.toISOString() ? row : null;
}

/** Uses a link up, if nobody was quicker: of two at once, one gets it. */
export async function useLink(secret: string, purpose: string, now: Date, db: Kysely<Tables>): Promise<LinkRow | null> {
  const row = await db
    .updateTable('link')
    .set({ used_at: now.toISOString() })
    .where('id', '=', digestOf(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** The moment until which a link of somebody for a purpose is good; null where none is. */
export async function openUntil(subject: string, purpose: string, now: Date, db: Kysely<Tables>): Promise<string | null> {
  const row = await db
    .selectFrom('link')
    .select('expires_at')
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('expires_at', 'desc')
    .executeTakeFirst();
  return row?.expires_at ?? null;
}

/** Revokes all links of somebody for a purpose. */
export const revokeLinks = (subject: string, purpose: string, now: Date, db: Kysely<Tables>): Promise<unknown> =>
  db
    .updateTable('link')
    .set({ revoked_at: now.toISOString() })
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
