/** Verification of any PDF: each signature by itself, who stands behind it, its level, and what came into the file after it. */
import type { Card } from './certificate.js';
import { trustOf } from './chain.js';
import type { Trust } from './chain.js';
import { changesSince, isAllowed } from './changes.js';
import type { Change } from './changes.js';
import { derWithin, faultOf, octetsOf, readCms } from './cms.js';
import type { Cms, CmsFault } from './cms.js';
import { evidenceIn, provesChain, revocationOf } from './evidence.js';
import type { Evidence } from './evidence.js';
import * as oids from './oids.js';
import { openPdf } from './read/file.js';
import type { PdfFile } from './read/file.js';
import { latin } from './read/lexer.js';
import { PdfFault, textOf } from './read/values.js';
import type { FaultCode } from './read/values.js';
import type { RevocationList, Status } from './revocation.js';
import { coveredBy, signaturesOf } from './signatures.js';
import type { RangeFault, Signature } from './signatures.js';
import { stampOver } from './time-stamp.js';
import type { Stamp, StampFault } from './time-stamp.js';
import { ContentInfo } from 'pkijs';

export type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';
/** Why a signature is of no PAdES level. */
export type Lack = 'format' | 'certificate-not-named' | 'time-among-signed' | 'no-claimed-time' | 'weak-digest' | 'not-intact';
export type SignatureFault =
  | RangeFault
  | CmsFault
  | StampFault
  | 'contents-padded'
  | 'certificate-forged'
  | 'weak-digest'
  | 'unknown-format';

export interface SignatureReport {
  readonly field: string;
  /** `time-stamp`: over the whole document, by an authority of time. */
  readonly kind: 'signature' | 'time-stamp';
  /** The bytes that are signed are those that were signed. */
  readonly intact: boolean;
  readonly faults: readonly SignatureFault[];
  readonly signer: Card | null;
  readonly trust: Trust['state'];
  readonly revocation: Status;
  /** What the signer says; nobody vouches for it. */
  readonly claimed: string | null;
  readonly stamp: { readonly time: Date; readonly authority: Card; readonly trust: Trust['state'] } | null;
  readonly stampFault: StampFault | null;
  readonly level: Level | null;
  readonly lacks: readonly Lack[];
  /** Nothing stands behind what is signed. */
  readonly coversAll: boolean;
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
}

/**
 * - `valid`: intact, nothing changed that may not be, and its authority is one that was given
 * - `unproved`: the same, but who signed is not proved: no authorities were given, or none of those
 * - `invalid`: anything else
 */
export type Verdict = 'valid' | 'unproved' | 'invalid';

export interface Report {
  readonly signatures: readonly SignatureReport[];
  /** Why the file is not read. */
  readonly fault: FaultCode | null;
  /** Traces of signatures that no field of the form holds. */
  readonly hidden: number;
  readonly verdict: Verdict | 'unsigned';
}

export interface Trusting {
  /** Who is trusted; none: it is not asked. */
  readonly roots: readonly Card[];
  /** Authorities between, and lists, beside those of the file. */
  readonly certificates: readonly Card[];
  readonly lists: readonly RevocationList[];
  readonly now: Date;
}

/** Judges all signatures of a file. Never throws for anything that a file can hold. */
export async function verifyPdf(bytes: Uint8Array, trusting: Trusting): Promise<Report> {
  try {
    const file = openPdf(bytes);
    const found = signaturesOf(file);
    const evidence = evidenceIn(file);
    const read = found.map((signature) => readSignature(signature, file));
    const signatures: SignatureReport[] = [];
    for (const one of read) signatures.push(await judged(one, read, { file, evidence, trusting }));
    const hidden = Math.max(0, (latin(bytes, 0, bytes.length).match(/\/ByteRange\b/g) ?? []).length - found.length);
    return { signatures, fault: null, hidden, verdict: verdictOf(signatures, hidden) };
  } catch (error) {
    if (!(error instanceof PdfFault)) throw error;
    return { signatures: [], fault: error.code, hidden: 0, verdict: 'invalid' };
  }
}

function verdictOf(signatures: readonly SignatureReport[], hidden: number): Report['verdict'] {
  if (hidden > 0 || signatures.some(({ verdict }) => verdict === 'invalid')) return 'invalid';
  if (signatures.length === 0) return 'unsigned';
  return signatures.every(({ verdict }) => verdict === 'valid') ? 'valid' : 'unproved';
}

interface ReadSignature {
  readonly signature: Signature;
  readonly isStamp: boolean;
  readonly faults: readonly SignatureFault[];
  readonly cms: Cms | null;
  /** Of a time-stamp over the document, and of one on a signature. */
  readonly stamp: Stamp | null;
  readonly stampFault: StampFault | null;
  /** Where what it signs ends; 0 where nobody knows. */
  readonly end: number;
}

/** What the signature is by itself. */
function readSignature(signature: Signature, file: PdfFile): ReadSignature {
  const isStamp = signature.subFilter === 'ETSI.RFC3161';
  const nothing = { signature, isStamp, cms: null, stamp: null, stampFault: null, end: 0 };
  const covered = coveredBy(signature, file);
  if (typeof covered === 'string') return { ...nothing, faults: [covered] };
  const { content, end } = covered;
  if (!isStamp && !formats.has(signature.subFilter)) return { ...nothing, end, faults: ['unknown-format'] };
  const within = derWithin(signature.contents);
  if (!within) return { ...nothing, end, faults: ['unreadable'] };
  const faults: SignatureFault[] = within.clean ? [] : ['contents-padded'];
  const cms = readCms(within.der);
  if (typeof cms === 'string') return { ...nothing, end, faults: [...faults, cms] };
  if (isStamp) {
    const stamp = stampOver(within.der, content);
    const fault = typeof stamp === 'string' ? stamp : null;
    return {
      ...{ signature, isStamp, cms, end },
      faults: fault ? [...faults, fault] : faults,
      stamp: fault ? null : (stamp as Stamp),
      stampFault: fault,
    };
  }
  const fault = cms.content === null || cms.content.length === 0 ? faultOf(cms, content) : 'unreadable';
  if (fault) faults.push(fault);
  if (cms.namesCertificate === false) faults.push('certificate-forged');
  if (oids.weakDigests.has(cms.digest)) faults.push('weak-digest');
  const stamp = stampOf(cms);
  return {
    ...{ signature, isStamp, faults, cms, end },
    stamp: typeof stamp === 'object' ? stamp : null,
    stampFault: typeof stamp === 'string' ? stamp : null,
  };
}

const formats = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

/** The time-stamp on a signature; null for none. */
function stampOf(cms: Cms): Stamp | StampFault | null {
  const value: unknown = cms.unsignedAttributes.find(({ type }) => type === oids.timeStampToken)?.values[0];
  if (value === undefined) return null;
  try {
    const token = new ContentInfo({ schema: value }).toSchema().toBER();
    return stampOver(new Uint8Array(token), cms.signature);
  } catch {
    return 'unreadable';
  }
}

interface Case {
  readonly file: PdfFile;
  readonly evidence: Evidence;
  readonly trusting: Trusting;
}

/** What it is in its file, and in the eyes of those who are trusted. */
async function judged(one: ReadSignature, all: readonly ReadSignature[], at: Case): Promise<SignatureReport> {
  const { signature, cms, end, faults } = one;
  const { file, evidence, trusting } = at;
  const { roots, now } = trusting;
  const { certificates = [], signer = null } = cms ?? {};
  const others = [...certificates, ...(one.stamp?.certificates ?? []), ...trusting.certificates, ...evidence.certificates, ...roots];
  const when = one.stamp?.time ?? now;
  const data = { ...evidence, lists: [...evidence.lists, ...trusting.lists] };
  const trust = signer ? (await trustOf(signer, others, roots, when)).state : 'untrusted';
  const revocation = signer ? await revocationOf(signer, others, data, when) : 'unknown';
  const changes = end === 0 ? [] : changesAfter(end, file);
  const intact = faults.length === 0;
  const lacks = one.isStamp ? [] : lacksOf(one, file);
  const stamp = one.stamp && {
    ...{ time: one.stamp.time, authority: one.stamp.authority },
    trust: (await trustOf(one.stamp.authority, [...others, ...one.stamp.certificates], roots, one.stamp.time)).state,
  };
  const level = one.isStamp || lacks.length > 0 ? null : await levelOf(one, all, others, at);
  const wrong =
    !intact ||
    one.stampFault !== null ||
    !changes.every(isAllowed) ||
    revocation === 'revoked' ||
    trust === 'expired' ||
    trust === 'not-yet';
  const proved = trust === 'trusted' && (stamp === null || stamp.trust === 'trusted');
  return {
    field: signature.field.name,
    kind: one.isStamp ? 'time-stamp' : 'signature',
    ...{ intact, faults, signer, trust, revocation, stamp, level, lacks, changes },
    stampFault: one.stampFault,
    claimed: textOf(file.resolve(signature.entries.get('M'))),
    coversAll: end === file.bytes.length,
    verdict: wrong ? 'invalid' : proved ? 'valid' : 'unproved',
  };
}

function changesAfter(end: number, file: PdfFile): readonly Change[] {
  const rest = file.bytes.subarray(end);
  if (rest.every((byte) => byte === 10 || byte === 13)) return [];
  return changesSince(openPdf(file.bytes.subarray(0, end)), file);
}

/** What PAdES baseline asks of every signature (ETSI EN 319 142-1, 6.3) and this one has not. */
function lacksOf({ signature, cms, faults }: ReadSignature, file: PdfFile): readonly Lack[] {
  const lacks: Lack[] = [];
  if (faults.some((fault) => fault !== 'weak-digest') || !cms) return ['not-intact'];
  if (signature.subFilter !== 'ETSI.CAdES.detached' || !octetsOf(cms.signedAttributes, oids.messageDigest)) lacks.push('format');
  if (cms.namesCertificate === null) lacks.push('certificate-not-named');
  if (cms.signedAttributes.some(({ type }) => type === oids.signingTime)) lacks.push('time-among-signed');
  if (textOf(file.resolve(signature.entries.get('M'))) === null) lacks.push('no-claimed-time');
  if (oids.weakDigests.has(cms.digest)) lacks.push('weak-digest');
  return lacks;
}

/** The level that the finished file reaches, by what is in it. */
async function levelOf(
  one: ReadSignature,
  all: readonly ReadSignature[],
  others: readonly Card[],
  { file, evidence }: Case,
): Promise<Level> {
  const later = all.filter((other) => other.isStamp && other.faults.length === 0 && other.end > one.end);
  const stamps = [...(one.stamp ? [one.stamp] : []), ...later.flatMap(({ stamp }) => stamp ?? [])];
  const [first] = stamps;
  if (!first || !one.cms) return 'B-B';
  const known = [...others, ...stamps.flatMap(({ certificates }) => certificates)];
  const proves = (card: Card): Promise<boolean> => provesChain(card, known, evidence, first.time);
  if (!file.root.has('DSS') || !(await proves(one.cms.signer)) || !(await proves(first.authority))) return 'B-T';
  return later.some(({ end }) => openPdf(file.bytes.subarray(0, end)).root.has('DSS')) ? 'B-LTA' : 'B-LT';
}
