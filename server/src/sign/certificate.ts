/** Certificates: what they say of themselves, and whether they may be used for what somebody wants. */
import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Certificate } from 'pkijs';
import { basicConstraints, documentUsages, extendedKeyUsage, keyUsage, timeStamping } from './oids.js';

export interface Card {
  readonly der: Uint8Array;
  readonly parsed: Certificate;
  readonly own: X509Certificate;
  /** Of whom it is: the name of an organisation or of a person. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serial: string;
  readonly from: Date;
  readonly until: Date;
  /** SHA-256 of the whole, hexadecimal. */
  readonly fingerprint: string;
  readonly isAuthority: boolean;
}

/** Reads a certificate; null for bytes that are none. */
export function readCard(der: Uint8Array): Card | null {
  try {
    const own = new X509Certificate(der);
    const parsed = Certificate.fromBER(new Uint8Array(own.raw));
    return {
      ...{ der: new Uint8Array(own.raw), own, parsed },
      subject: shownName(own.subject),
      issuer: shownName(own.issuer),
      serial: own.serialNumber,
      from: new Date(own.validFrom),
      until: new Date(own.validTo),
      fingerprint: own.fingerprint256.replaceAll(':', '').toLowerCase(),
      isAuthority: own.ca,
    };
  } catch {
    return null;
  }
}

/** All certificates of a file: PEM, one after another, or one in DER. */
export function readCards(bytes: Uint8Array): readonly Card[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/g)];
  const ders = blocks.length > 0 ? blocks.map(([, body = '']) => Buffer.from(body, 'base64')) : [bytes];
  return ders.flatMap((der) => readCard(der) ?? []);
}

/** Node.js gives a name as lines, `CN=…`. */
function shownName(name: string | undefined): string {
  const parts = new Map((name ?? '').split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return (parts.get('CN') ?? parts.get('O') ?? [...parts.values()].join(', ')).replace(/\\([^])/g, '$1');
}

/** The public key; null for kinds of keys that are not known here, such as those of GOST. */
export function publicKeyOf({ own }: Card): KeyObject | null {
  try {
    return own.publicKey;
  } catch {
    return null;
  }
}

const extension = ({ parsed }: Card, id: string): unknown => parsed.extensions?.find(({ extnID }) => extnID === id)?.parsedValue;

/** Whether the holder may sign documents with it (RFC 5280, 4.2.1.3 and 4.2.1.12). */
export function maySignDocuments(card: Card): boolean {
  if (card.isAuthority) return false;
  const bits = extension(card, keyUsage) as { valueBlock: { valueHexView: Uint8Array } } | undefined;
  // The first two bits: digital signature, and non-repudiation.
  if (bits && ((bits.valueBlock.valueHexView[0] ?? 0) & 0xc0) === 0) return false;
  const usages = usagesOf(card);
  return usages === null || usages.some((usage) => documentUsages.has(usage));
}

/** Whether it is for time-stamps and for nothing else, and says that this must be understood (RFC 3161, 2.3). */
export function mayStampTime(card: Card): boolean {
  const usages = usagesOf(card);
  const { critical } = card.parsed.extensions?.find(({ extnID }) => extnID === extendedKeyUsage) ?? { critical: false };
  return critical && usages?.length === 1 && usages[0] === timeStamping;
}

const usagesOf = (card: Card): readonly string[] | null =>
  (extension(card, extendedKeyUsage) as { keyPurposes: string[] } | undefined)?.keyPurposes ?? null;

/** How many authorities may stand below it; Infinity where it does not say. */
export const depthBelow = (card: Card): number =>
  (extension(card, basicConstraints) as { pathLenConstraint?: number } | undefined)?.pathLenConstraint ?? Infinity;

/** Whether it may sign certificates: an authority, and where it tells of usages, among them this. */
export function maySignCertificates(card: Card): boolean {
  const bits = extension(card, keyUsage) as { valueBlock: { valueHexView: Uint8Array } } | undefined;
  return card.isAuthority && (!bits || ((bits.valueBlock.valueHexView[0] ?? 0) & 0x04) !== 0);
}

export const isValidAt = ({ from, until }: Card, when: Date): boolean => when >= from && when <= until;

/** Whether a certificate was issued by the holder of another. */
export function isIssuedBy(card: Card, issuer: Card): boolean {
  const key = publicKeyOf(issuer);
  return key !== null && card.own.checkIssued(issuer.own) && card.own.verify(key);
}

export const isOwnIssuer = (card: Card): boolean => card.own.subject === card.own.issuer;
