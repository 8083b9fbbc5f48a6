/** The data for checking that a file carries itself: certificates, lists and answers in its security store (ETSI EN 319 142-1, 5.4.2). */
import type { BasicOCSPResponse } from 'pkijs';
import { isIssuedBy, isOwnIssuer, readCard } from './certificate.js';
import type { Card } from './certificate.js';
import type { PdfFile } from './read/file.js';
import { unpacked } from './read/unpack.js';
import { entriesOf, itemsOf } from './read/values.js';
import { readAnswer, readLists, statusFrom, statusIn, trusted } from './revocation.js';
import type { RevocationList, Status } from './revocation.js';

export interface Evidence {
  readonly certificates: readonly Card[];
  readonly lists: readonly RevocationList[];
  readonly answers: readonly BasicOCSPResponse[];
}

/** More than any file needs; each is read with the mathematics of signatures. */
const most = 200;
/** Bytes; a list of all certificates that a large authority took back has a few millions. */
const largest = 8 << 20;
/** Bytes of all together. */
const inAll = 32 << 20;

export function evidenceIn(file: PdfFile): Evidence {
  const store = entriesOf(file.resolve(file.root.get('DSS')));
  let left = inAll;
  const streams = (key: string): readonly Uint8Array[] => {
    const named = (itemsOf(file.resolve(store?.get(key))) ?? []).slice(0, most).map((one) => file.resolve(one));
    // One stream may be named many times: it is unpacked once.
    return [...new Set(named)].flatMap((stream) => {
      if (typeof stream !== 'object' || stream?.type !== 'stream' || left <= 0) return [];
      const bytes = unpacked(stream, Math.min(largest, left));
      left -= bytes.length;
      return [bytes];
    });
  };
  return {
    certificates: streams('Certs').flatMap((der) => readCard(der) ?? []),
    lists: streams('CRLs').flatMap(readLists),
    answers: streams('OCSPs').flatMap((der) => readAnswer(der) ?? []),
  };
}

/** Whether a certificate was taken back by a time, by lists and answers that its issuer signed. */
export async function revocationOf(card: Card, others: readonly Card[], { lists, answers }: Evidence, at: Date): Promise<Status> {
  const issuer = others.find((other) => isIssuedBy(card, other));
  if (!issuer) return 'unknown';
  const told = [statusIn(await trusted(lists, [issuer]), card, [issuer], at), await statusFrom(answers, card, issuer)];
  if (told.includes('revoked')) return 'revoked';
  return told.includes('good') ? 'good' : 'unknown';
}

/** Whether a file itself proves that no certificate from this one up to the root was taken back. */
export async function provesChain(card: Card, others: readonly Card[], evidence: Evidence, at: Date): Promise<boolean> {
  const all = [...others, ...evidence.certificates];
  const seen = new Set<string>();
  for (let below: Card | undefined = card; below && !isOwnIssuer(below); ) {
    if (seen.has(below.fingerprint)) return false;
    seen.add(below.fingerprint);
    if ((await revocationOf(below, all, evidence, at)) !== 'good') return false;
    const current: Card = below;
    below = all.find((other) => isIssuedBy(current, other));
  }
  return true;
}
