/** Lists of certificates that their authorities took back, and answers about single ones (RFC 5280, 5; RFC 6960). */
import { BasicOCSPResponse, CertificateRevocationList, OCSPResponse } from 'pkijs';
import { isIssuedBy } from './certificate.js';
import type { Card } from './certificate.js';
import { exact } from './cms.js';

export type RevocationList = CertificateRevocationList;
export type Status = 'good' | 'revoked' | 'unknown';

/** Lists of a file: PEM, or one in DER; what is none is left out. */
export function readLists(bytes: Uint8Array): readonly RevocationList[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END/g)];
  const ders: Uint8Array[] = blocks.length > 0 ? blocks.map(([, body = '']) => Buffer.from(body, 'base64')) : [bytes];
  return ders.flatMap((der) => {
    try {
      return [CertificateRevocationList.fromBER(exact(der))];
    } catch {
      return [];
    }
  });
}

/** An answer about single certificates; null for bytes that are none. */
export function readAnswer(der: Uint8Array): BasicOCSPResponse | null {
  try {
    const bytes = OCSPResponse.fromBER(exact(der)).responseBytes?.response.valueBlock.valueHexView;
    return bytes ? BasicOCSPResponse.fromBER(exact(bytes)) : null;
  } catch {
    return null;
  }
}

/** What lists say of a certificate at a time, as far as its issuer is among the others. Their signatures are checked by `trusted`. */
export function statusIn(lists: readonly RevocationList[], card: Card, others: readonly Card[], at: Date): Status {
  const issuer = others.find((other) => isIssuedBy(card, other));
  let status: Status = 'unknown';
  for (const list of lists) {
    if (!list.issuer.isEqual(card.parsed.issuer)) continue;
    const entry = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.isEqual(card.parsed.serialNumber));
    if (entry && entry.revocationDate.value <= at) return 'revoked';
    if (issuer && at >= list.thisUpdate.value) status = 'good';
  }
  return status;
}

/** The lists that are signed by one of the authorities. */
export async function trusted(lists: readonly RevocationList[], authorities: readonly Card[]): Promise<readonly RevocationList[]> {
  const kept: RevocationList[] = [];
  for (const list of lists)
    for (const { parsed } of authorities)
      if (list.issuer.isEqual(parsed.subject) && (await list.verify({ issuerCertificate: parsed }).catch(() => false))) {
        kept.push(list);
        break;
      }
  return kept;
}

/** What answers about single certificates say of one, as far as they are signed by its issuer or for it. */
export async function statusFrom(answers: readonly BasicOCSPResponse[], card: Card, issuer: Card): Promise<Status> {
  let status: Status = 'unknown';
  for (const answer of answers) {
    const signed = await answer.verify({ trustedCerts: [issuer.parsed] }).catch(() => false);
    const told = signed ? await answer.getCertificateStatus(card.parsed, issuer.parsed) : null;
    if (told?.isForCertificate !== true) continue;
    if (told.status === 1) return 'revoked';
    if (told.status === 0) status = 'good';
  }
  return status;
}
