/** Time-stamps (RFC 3161): asking for one, and judging it. How the request travels is not known here. */
import { createHash } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { isValidAt, mayStampTime } from './certificate.js';
import type { Card } from './certificate.js';
import { exact, faultOf, readCms } from './cms.js';
import * as oids from './oids.js';

export type StampFault =
  | 'unreadable'
  | 'rejected'
  | 'other-imprint'
  | 'other-nonce'
  | 'signature-wrong'
  | 'certificate-usage'
  | 'certificate-expired';

export interface Stamp {
  readonly time: Date;
  readonly authority: Card;
  readonly certificates: readonly Card[];
}

/** A request for a stamp on a digest (SHA-256), with a number of sixteen bytes that nobody can know before. */
export function requestFor(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256 }),
      hashedMessage: new OctetString({ valueHex: exact(digest) }),
    }),
    nonce: new Integer({ valueHex: exact(positive(nonce)) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** With a first bit of 0, and a first byte that has to stand. */
function positive(nonce: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(nonce);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/** The token of an answer that fits the request, with what it says; a fault for any other. */
export function tokenFrom(
  answer: Uint8Array,
  asked: { readonly digest: Uint8Array; readonly nonce: Uint8Array; readonly now: Date },
): { readonly token: Uint8Array; readonly stamp: Stamp } | StampFault {
  let token: Uint8Array;
  try {
    const response = TimeStampResp.fromBER(exact(answer));
    // Granted, or granted with changes.
    if (response.status.status > 1) return 'rejected';
    if (!response.timeStampToken) return 'unreadable';
    token = new Uint8Array(response.timeStampToken.toSchema().toBER());
  } catch {
    return 'unreadable';
  }
  const read = readToken(token);
  if (typeof read === 'string') return read;
  if (!read.nonce || !Buffer.from(read.nonce).equals(Buffer.from(positive(asked.nonce)))) return 'other-nonce';
  const stamp = stampOn(token, (digest) => (digest === 'sha256' ? asked.digest : null));
  if (typeof stamp === 'string') return stamp;
  return isValidAt(stamp.authority, asked.now) ? { token, stamp } : 'certificate-expired';
}

function readToken(token: Uint8Array) {
  const cms = readCms(token);
  if (typeof cms === 'string' || cms.contentType !== oids.timeStampInfo || !cms.content) return 'unreadable' as const;
  try {
    const info = TSTInfo.fromBER(exact(cms.content));
    return {
      ...{ cms, content: cms.content, time: info.genTime },
      digest: oids.digests[info.messageImprint.hashAlgorithm.algorithmId] ?? '',
      imprint: new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView),
      nonce: info.nonce ? new Uint8Array(info.nonce.valueBlock.valueHexView) : null,
    };
  } catch {
    return 'unreadable' as const;
  }
}

/** Judges a token: whether its authority signed a time for these bytes, with a certificate for that and of that time. */
export const stampOver = (token: Uint8Array, content: Uint8Array): Stamp | StampFault =>
  stampOn(token, (digest) => createHash(digest).update(content).digest());

function stampOn(token: Uint8Array, digestBy: (digest: string) => Uint8Array | null): Stamp | StampFault {
  const read = readToken(token);
  if (typeof read === 'string') return read;
  const { cms, content, time, digest, imprint } = read;
  const wanted = digest === '' || oids.weakDigests.has(digest) ? null : digestBy(digest);
  if (!wanted || !Buffer.from(wanted).equals(Buffer.from(imprint))) return 'other-imprint';
  if (faultOf(cms, content) !== null || cms.namesCertificate !== true) return 'signature-wrong';
  if (!mayStampTime(cms.signer)) return 'certificate-usage';
  if (!isValidAt(cms.signer, time)) return 'certificate-expired';
  return { time, authority: cms.signer, certificates: cms.certificates };
}
