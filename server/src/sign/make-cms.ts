/**
 * Making signatures for PAdES baseline (ETSI EN 319 142-1, 6.3): CMS with the certificate named among what is signed, and without a time
 * among it. @libpdf/core always writes that time, which is forbidden there (its issue 86), so it is made here.
 */
import { createHash } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence, Set as AsnSet } from 'asn1js';
import type { BaseBlock } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { publicKeyOf } from './certificate.js';
import { exact } from './cms.js';
import type { SealKey } from './keys.js';
import * as oids from './oids.js';

/** Asks for a time-stamp on a digest (SHA-256) and gives the token. */
export type StampTime = (digest: Uint8Array) => Promise<Uint8Array>;

/** Signs the SHA-256 of a content; with `stampTime`, the signature carries a time-stamp on itself. */
export async function makeCms(digest: Uint8Array, key: SealKey, stampTime: StampTime | null): Promise<Uint8Array> {
  const attributes = inOrder([
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [new OctetString({ valueHex: exact(digest) })] }),
    new Attribute({ type: oids.signingCertificateV2, values: [certificateNamed(key)] }),
  ]);
  const set = new Uint8Array(new AsnSet({ value: attributes.map((one) => one.toSchema()) as BaseBlock[] }).toBER());
  const signature = await key.sign(set);
  const token = stampTime ? await stampTime(createHash('sha256').update(signature).digest()) : null;
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: oids.sha256 });
  const { parsed } = key.certificate;
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: inOrder([parsed, ...key.chain.map((card) => card.parsed)]),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
        digestAlgorithm,
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: signatureAlgorithm(key),
        signature: new OctetString({ valueHex: exact(signature) }),
        ...(token && {
          unsignedAttrs: new SignedAndUnsignedAttributes({
            type: 1,
            attributes: [new Attribute({ type: oids.timeStampToken, values: [ContentInfo.fromBER(exact(token)).toSchema()] })],
          }),
        }),
      }),
    ],
  });
  const content = new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

/** SigningCertificateV2 (RFC 5035) of one certificate; SHA-256 is what is meant where no digest is told. */
const certificateNamed = ({ certificate: { der } }: SealKey): Sequence =>
  new Sequence({
    value: [
      new Sequence({
        value: [new Sequence({ value: [new OctetString({ valueHex: exact(createHash('sha256').update(der).digest()) })] })],
      }),
    ],
  });

const signatureAlgorithm = ({ certificate }: SealKey): AlgorithmIdentifier =>
  publicKeyOf(certificate)?.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: oids.sha256WithRsa, algorithmParams: new Null() })
    : new AlgorithmIdentifier({ algorithmId: oids.sha256WithEcdsa });

/** The order in which DER has the parts of a set. */
function inOrder<T extends { toSchema(): { toBER(): ArrayBuffer } }>(parts: readonly T[]): T[] {
  return parts
    .map((part) => ({ part, bytes: Buffer.from(part.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ part }) => part);
}
