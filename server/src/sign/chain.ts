/** Whether a certificate leads up to an authority that is trusted (RFC 5280, 6). */
import { CertificateChainValidationEngine } from 'pkijs';
import { isOwnIssuer, isValidAt, readCard } from './certificate.js';
import type { Card } from './certificate.js';

export type Trust =
  /** To a root that was given. */
  | { readonly state: 'trusted'; readonly path: readonly Card[] }
  /** No roots were given. */
  | { readonly state: 'not-asked' }
  | { readonly state: 'untrusted' }
  | { readonly state: 'expired' }
  | { readonly state: 'not-yet' };

/** Looks for a way from a certificate over `others` up to one of `roots`, valid at a time. */
export async function trustOf(card: Card, others: readonly Card[], roots: readonly Card[], at: Date): Promise<Trust> {
  if (at < card.from) return { state: 'not-yet' };
  if (!isValidAt(card, at)) return { state: 'expired' };
  if (roots.length === 0) return { state: 'not-asked' };
  const between = distinct(others).filter((other) => other.fingerprint !== card.fingerprint && !isOwnIssuer(other));
  const engine = new CertificateChainValidationEngine({
    trustedCerts: roots.map(({ parsed }) => parsed),
    // The last is the one that is asked about.
    certs: [...between.map(({ parsed }) => parsed), card.parsed],
    checkDate: at,
  });
  const { result, certificatePath = [] } = await engine.verify();
  if (!result) return { state: 'untrusted' };
  return { state: 'trusted', path: certificatePath.flatMap((one) => readCard(new Uint8Array(one.toSchema().toBER())) ?? []) };
}

const distinct = (cards: readonly Card[]): readonly Card[] => [...new Map(cards.map((card) => [card.fingerprint, card])).values()];
