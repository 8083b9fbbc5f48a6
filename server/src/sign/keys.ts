/** Keys of seals: from a PKCS#12 file, or behind a program that signs digests. */
import { createHash, verify } from 'node:crypto';
import { P12Signer } from '@libpdf/core';
import { isIssuedBy, isOwnIssuer, isValidAt, maySignDocuments, publicKeyOf, readCard } from './certificate.js';
import type { Card } from './certificate.js';
import { statusIn, trusted } from './revocation.js';
import type { RevocationList } from './revocation.js';

export interface SealKey {
  readonly certificate: Card;
  /** The authorities above it, from the nearest; without the root, which who checks has to have from elsewhere. */
  readonly chain: readonly Card[];
  /** Signs bytes with SHA-256. Throws whatever the key throws. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

export type KeyFault =
  | 'unreadable'
  | 'wrong-passphrase'
  | 'no-certificate'
  | 'unknown-algorithm'
  | 'does-not-fit'
  | 'weak'
  | 'usage'
  | 'expired'
  | 'not-yet'
  | 'revoked';

/** Reads a PKCS#12 file, packed the new way (AES) or the old (RC2, 3DES). */
export async function keyFromP12(bytes: Uint8Array, passphrase: string): Promise<SealKey | KeyFault> {
  let signer: P12Signer;
  try {
    signer = await P12Signer.create(bytes, passphrase);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/No certificates/.test(message)) return 'no-certificate';
    if (/Unsupported key/.test(message)) return 'unknown-algorithm';
    return /^Invalid PKCS#12|parse.*schema|ASN\.1/.test(message) ? 'unreadable' : 'wrong-passphrase';
  }
  const cards = [signer.certificate, ...signer.certificateChain].flatMap((der) => readCard(der) ?? []);
  return await keyOf(cards, async (content) => new Uint8Array(await signer.sign(content, 'SHA-256')));
}

/** A key that only a program can use: it is given a digest (SHA-256) and gives the signature. */
export const keyBehind = async (
  cards: readonly Card[],
  signDigest: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<SealKey | KeyFault> => await keyOf(cards, (bytes) => signDigest(createHash('sha256').update(bytes).digest()));

/** Finds by a trial which certificate is that of the key: files do not always have it first. */
async function keyOf(cards: readonly Card[], sign: SealKey['sign']): Promise<SealKey | KeyFault> {
  if (cards.length === 0) return 'no-certificate';
  const trial = new TextEncoder().encode('rolewright: which certificate is this key’s?');
  const signature = await sign(trial);
  const certificate = cards.find((card) => isSignedBy(card, trial, signature));
  if (!certificate) return cards.some((card) => publicKeyOf(card) !== null) ? 'does-not-fit' : 'unknown-algorithm';
  return { certificate, chain: chainAbove(certificate, cards), sign };
}

/** Whether bytes carry a signature (SHA-256) of the certificate’s holder. */
export function isSignedBy(card: Card, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(card);
  try {
    return key !== null && verify('sha256', bytes, key, signature);
  } catch {
    return false;
  }
}

function chainAbove(certificate: Card, cards: readonly Card[]): readonly Card[] {
  const chain: Card[] = [];
  for (let below = certificate; !isOwnIssuer(below); ) {
    const above = cards.find((card) => card !== below && !chain.includes(card) && isIssuedBy(below, card));
    if (!above || isOwnIssuer(above)) break;
    chain.push(above);
    below = above;
  }
  return chain;
}

/** What forbids sealing with a key on a day; null for nothing. */
export async function faultOfKey({ certificate, chain }: SealKey, now: Date, lists: readonly RevocationList[]): Promise<KeyFault | null> {
  const key = publicKeyOf(certificate);
  const type = key?.asymmetricKeyType;
  if (!key || (type !== 'rsa' && type !== 'ec')) return 'unknown-algorithm';
  if (type === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return 'weak';
  if (now < certificate.from) return 'not-yet';
  if (!isValidAt(certificate, now)) return 'expired';
  if (!maySignDocuments(certificate)) return 'usage';
  return statusIn(await trusted(lists, chain), certificate, chain, now) === 'revoked' ? 'revoked' : null;
}

const dayLength = 86_400_000;

/** Whole days for which a certificate still holds. */
export const daysLeft = ({ until }: Card, now: Date): number => Math.floor((until.getTime() - now.getTime()) / dayLength);
