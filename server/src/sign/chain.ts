/** Whether a certificate leads up to an authority that is trusted (RFC 5280, 6). */
import { CertificateChainValidationEngine } from 'pkijs';
import { depthBelow, isOwnIssuer, isValidAt, maySignCertificates, readCard } from './certificate.js';
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
  const path = certificatePath.flatMap((one) => readCard(new Uint8Array(one.toSchema().toBER())) ?? []);
  return mayLead(path) ? { state: 'trusted', path } : { state: 'untrusted' };
}

/**
 * Whether each above the first may sign certificates, with as many authorities below it as there are (RFC 5280, 4.2.1.9): the engine
 * finds a way, and does not count how long it may be.
 */
const mayLead = (path: readonly Card[]): boolean =>
  path.every((card, place) => place === 0 || (maySignCertificates(card) && depthBelow(card) >= place - 1));

const distinct = (cards: readonly Card[]): readonly Card[] => [...new Map(cards.map((card) => [card.fingerprint, card])).values()];
