/** Reading signatures: CMS (RFC 5652) with one signer, as PDF files and time-stamps hold them. */
import { constants, createHash, timingSafeEqual, verify } from 'node:crypto';
import { fromBER } from 'asn1js';
import type { OctetString } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import type { Attribute, SignerInfo } from 'pkijs';
import { publicKeyOf, readCard } from './certificate.js';
import type { Card } from './certificate.js';
import * as oids from './oids.js';

export type CmsFault = 'unreadable' | 'unknown-algorithm' | 'no-certificate' | 'digest-differs' | 'signature-wrong';

/** What a signature says of itself, by whatever algorithm it is made. */
export interface Outline {
  readonly signer: Card;
  readonly certificates: readonly Card[];
  /** The content that it carries itself; null for that of a file. */
  readonly content: Uint8Array | null;
  readonly contentType: string;
  readonly signature: Uint8Array;
  readonly signedAttributes: readonly Attribute[];
  readonly unsignedAttributes: readonly Attribute[];
  readonly source: SignerInfo;
}

export interface Cms extends Outline {
  /** As Node.js calls it. */
  readonly digest: string;
  /** Whether it names its certificate among what is signed, and the right one; null where it names none. */
  readonly namesCertificate: boolean | null;
}

/** The bytes of DER at the start; what follows it must be zeros, else null. */
export function derWithin(bytes: Uint8Array): { readonly der: Uint8Array; readonly clean: boolean } | null {
  const read = fromBER(exact(bytes));
  if (read.offset <= 0) return null;
  return { der: bytes.subarray(0, read.offset), clean: bytes.subarray(read.offset).every((byte) => byte === 0) };
}

/** A buffer of these bytes alone. */
export const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Reads a signature without judging it. */
export function readCms(der: Uint8Array): Cms | CmsFault {
  const outline = readOutline(der);
  if (typeof outline === 'string') return outline;
  const digest = oids.digests[outline.source.digestAlgorithm.algorithmId];
  if (digest === undefined) return 'unknown-algorithm';
  return { ...outline, digest, namesCertificate: certificateNamed(outline.signedAttributes, outline.signer) };
}

/** Reads what can be told of a signature whose algorithm need not be known here, such as those of GOST. */
export function readOutline(der: Uint8Array): Outline | 'unreadable' | 'no-certificate' {
  try {
    const info = ContentInfo.fromBER(exact(der));
    if (info.contentType !== oids.signedData) return 'unreadable';
    const signed = new SignedData({ schema: info.content });
    const [source] = signed.signerInfos;
    if (!source || signed.signerInfos.length !== 1) return 'unreadable';
    const certificates = (signed.certificates ?? []).flatMap((one) => readCard(new Uint8Array(one.toSchema().toBER())) ?? []);
    const signer = certificates.find((card) => isNamedBy(card, source));
    if (!signer) return 'no-certificate';
    return {
      ...{ certificates, signer, source },
      content: contentOf(signed),
      contentType: signed.encapContentInfo.eContentType,
      signature: new Uint8Array(source.signature.valueBlock.valueHexView),
      signedAttributes: source.signedAttrs?.attributes ?? [],
      unsignedAttributes: source.unsignedAttrs?.attributes ?? [],
    };
  } catch {
    return 'unreadable';
  }
}

function contentOf({ encapContentInfo: { eContent } }: SignedData): Uint8Array | null {
  if (!eContent) return null;
  if (!eContent.idBlock.isConstructed) return new Uint8Array(eContent.valueBlock.valueHexView);
  return new Uint8Array(Buffer.concat(eContent.valueBlock.value.map((part) => (part as OctetString).valueBlock.valueHexView)));
}

interface Sid {
  readonly issuer?: { isEqual(other: unknown): boolean };
  readonly serialNumber?: { isEqual(other: unknown): boolean };
  readonly valueBlock?: { readonly valueHexView?: Uint8Array; readonly value?: readonly { valueBlock: { valueHexView: Uint8Array } }[] };
}

function isNamedBy({ parsed }: Card, { sid }: SignerInfo): boolean {
  const named = sid as Sid;
  if (named.issuer && named.serialNumber) return named.issuer.isEqual(parsed.issuer) && named.serialNumber.isEqual(parsed.serialNumber);
  const key = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue as OctetString | undefined;
  const id = named.valueBlock?.value?.[0]?.valueBlock.valueHexView ?? named.valueBlock?.valueHexView;
  return key !== undefined && id !== undefined && Buffer.from(id).equals(Buffer.from(key.valueBlock.valueHexView));
}

/** Bytes in front of a digest in ESSCertIDv2 and ESSCertID: what stands there is found by asking for each digest that it may be. */
export function certificateNamed(attributes: readonly Attribute[], { der }: Pick<Card, 'der'>): boolean | null {
  const attribute =
    attributes.find(({ type }) => type === oids.signingCertificateV2) ?? attributes.find(({ type }) => type === oids.signingCertificate);
  const list = attribute?.values[0] as Asn | undefined;
  const first = list?.valueBlock.value?.[0]?.valueBlock.value?.[0]?.valueBlock.value;
  if (!attribute || !first) return null;
  const [head, ...rest] = first;
  // A digest may read as BER by chance, and is then taken apart as well: what it is, its own tag says.
  const isAlgorithm = head?.idBlock.tagNumber === sequence;
  const algorithm = isAlgorithm
    ? (head.valueBlock.value?.[0] as { valueBlock: { toString(): string } } | undefined)?.valueBlock.toString()
    : undefined;
  const usual = attribute.type === oids.signingCertificate ? 'sha1' : 'sha256';
  const digest = algorithm === undefined ? usual : (oids.digests[algorithm] ?? '');
  const hash = (algorithm === undefined ? head : rest[0])?.valueBlock.valueHexView;
  return digest !== '' && hash !== undefined && same(createHash(digest).update(der).digest(), hash);
}

/** The number of its tag (X.680, 8.4). */
const sequence = 16;

interface Asn {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock: { readonly value?: readonly Asn[]; readonly valueHexView?: Uint8Array };
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && timingSafeEqual(one, other);

/** Whether a signature is one of the signer over a content; null for yes. */
export function faultOf(cms: Cms, content: Uint8Array): CmsFault | null {
  const key = publicKeyOf(cms.signer);
  const named = oids.signatureDigests[cms.source.signatureAlgorithm.algorithmId];
  if (!key || named === undefined) return 'unknown-algorithm';
  let signed = content;
  if (cms.source.signedAttrs) {
    const digest = octetsOf(cms.signedAttributes, oids.messageDigest);
    if (!digest || !same(createHash(cms.digest).update(content).digest(), digest)) return 'digest-differs';
    // What is signed is the set, as which it does not stand in the file (RFC 5652, 5.4).
    signed = new Uint8Array(cms.source.signedAttrs.encodedValue);
    signed[0] = 0x31;
  }
  const padding = cms.source.signatureAlgorithm.algorithmId === oids.rsaPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  try {
    const options = key.asymmetricKeyType === 'rsa' ? { key, padding } : { key, dsaEncoding: 'der' as const };
    return verify(named ?? cms.digest, signed, options, cms.signature) ? null : 'signature-wrong';
  } catch {
    return 'signature-wrong';
  }
}

/** The octets of an attribute’s first value; null where there is none. */
export function octetsOf(attributes: readonly Attribute[], id: string): Uint8Array | null {
  const value = attributes.find(({ type }) => type === id)?.values[0] as Asn | undefined;
  return value?.valueBlock.valueHexView ? new Uint8Array(value.valueBlock.valueHexView) : null;
}
