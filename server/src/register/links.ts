/**
 * Links by which people come to the paper that they are asked to answer. The secret of a link is drawn by chance, goes out once and
 * is kept as its SHA-256 alone; a link is for one person, one request and one purpose, ends, and can be revoked. To look at it uses
 * nothing up: only what is sent back with it begins a session.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Edge } from '../storage/edge.js';
import type { SignerLinkTable, Tables } from '../storage/tables.js';

export type Purpose = 'answer' | 'copy';
export type Channel = 'mail' | 'hand';

export interface NewLink {
  readonly request: string;
  readonly person: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** The address in part, or who hands it over. */
  readonly given: string;
  /** The last moment at which it opens anything. */
  readonly expires: Date;
}

/** Bytes of chance in the secret of a link. */
const secretBytes = 32;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Makes a link; gives its secret, which nobody can be told a second time. */
export async function makeLink(
  { request, person, purpose, channel, given, expires }: NewLink,
  edge: Edge,
  db: Kysely<Tables>,
): Promise<string> {
  const secret = channel === 'hand' ? handCode(edge) : Buffer.from(edge.randomBytes(secretBytes)).toString('base64url');
  await db
    .insertInto('signer_link')
    .values({
      ...{ id: hexOf(edge.randomBytes(16)), token_hash: digestOf(secret), request, person, purpose, channel, given },
      ...{ created_at: edge.now().toISOString(), expires_at: expires.toISOString(), revoked_at: null },
    })
    .execute();
  return secret;
}

/** Signs that nobody mistakes for another when a code is typed from paper: thirty-one, as on sheets to sign. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const handSigns = 24;

/** A code that is printed: 24 signs, some 118 bits, so that its SHA-256 can be kept like that of longer ones. */
function handCode(edge: Edge): string {
  let code = '';
  // What would make some signs more likely than others is thrown away.
  while (code.length < handSigns)
    for (const byte of edge.randomBytes(32)) if (byte < 248 && code.length < handSigns) code += signs[byte % signs.length];
  return code;
}

/** A printed code in groups of four. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody has typed or followed, as it is hashed: printed codes without hyphens and in capitals. */
export function secretIn(written: string): string | null {
  const plain = written.trim();
  if (/^[\w-]{43}$/.test(plain)) return plain;
  const code = plain.replace(/[\s-]/g, '').toUpperCase();
  return code.length === handSigns && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

export type LinkFound =
  | { readonly state: 'good'; readonly link: Readonly<SignerLinkTable> }
  | { readonly state: 'unknown' | 'expired' | 'revoked' };

/** The link of a secret, and whether it still opens anything. */
export async function linkOf(secret: string | null, now: Date, db: Kysely<Tables>): Promise<LinkFound> {
  if (secret === null) return { state: 'unknown' };
  const link = await db.selectFrom('signer_link').selectAll().where('token_hash', '=', digestOf(secret)).executeTakeFirst();
  if (!link) return { state: 'unknown' };
  if (link.revoked_at !== null) return { state: 'revoked' };
  return link.expires_at <= now.toISOString() ? { state: 'expired' } : { state: 'good', link };
}

/** Revokes all links of a request or a person; gives how many opened something until now. */
export async function revokeLinks(
  of: { readonly request: string } | { readonly person: string },
  now: Date,
  db: Kysely<Tables>,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('signer_link')
    .set({ revoked_at: now.toISOString() })
    .where('request' in of ? 'request' : 'person', '=', 'request' in of ? of.request : of.person)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  // With whoever leaves, the links to their onboarding end, whoever holds them.
  if ('person' in of)
    await db
      .updateTable('link')
      .set({ revoked_at: now.toISOString() })
      .where('subject', '=', of.person)
      .where('revoked_at', 'is', null)
      .execute();
  return Number(numUpdatedRows);
}

/** An address that is told of without being told: `a•••@example.org`. */
export const masked = (address: string): string =>
  address.includes('@') ? address.replace(/^(.)[^@]*/u, '$1•••') : `•••${address.replace(/\D/g, '').slice(-2)}`;
