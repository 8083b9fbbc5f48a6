/** A signature in a file of its own, beside what is signed: CMS (RFC 5652) in DER, PEM or Base64. */
import type { Attribute } from 'pkijs';
import { derWithin, faultOf, readCms, readOutline } from './cms.js';
import { signingTime } from './oids.js';

export interface Detached {
  /** Of the certificate: the name of an organisation or of a person. */
  readonly signer: string;
  /** When it was signed, as the signer’s own clock had it; null where it does not say. */
  readonly signed: Date | null;
  /** Whether it was reckoned out that it is over this content; no algorithm of GOST can be reckoned here. */
  readonly isChecked: boolean;
}

export type DetachedFault = 'unreadable' | 'no-certificate' | 'holds-content' | 'digest-differs' | 'signature-wrong';

/** Bytes; chains and time-stamps are far below. */
const largest = 1 << 20;

/** Reads a signature and holds it against the content, as far as its algorithm is known; who may sign is not judged. */
export function readDetached(file: Uint8Array, content: Uint8Array): Detached | DetachedFault {
  const der = file.length > largest ? null : derOf(file);
  if (der === null) return 'unreadable';
  const outline = readOutline(der);
  if (typeof outline === 'string') return outline;
  if (outline.content !== null) return 'holds-content';
  const told = { signer: outline.signer.subject, signed: timeIn(outline.signedAttributes) };
  const cms = readCms(der);
  const fault = typeof cms === 'string' ? cms : faultOf(cms, content);
  if (fault === 'unknown-algorithm') return { ...told, isChecked: false };
  return fault ?? { ...told, isChecked: true };
}

/** The bytes of DER; text is that of PEM, with whatever it is called there, or Base64 alone. */
function derOf(file: Uint8Array): Uint8Array | null {
  const text = Buffer.from(file).toString('latin1').trim();
  const body = /^-----BEGIN [A-Z0-9 ]{1,40}-----([A-Za-z0-9+/=\s]+)-----END [A-Z0-9 ]{1,40}-----$/.exec(text)?.[1]?.trim() ?? text;
  const isText = /^[A-Za-z0-9+/\s]+={0,2}$/.test(body);
  const within = derWithin(isText ? new Uint8Array(Buffer.from(body, 'base64')) : file);
  return within?.clean ? within.der : null;
}

function timeIn(attributes: readonly Attribute[]): Date | null {
  const value = attributes.find(({ type }) => type === signingTime)?.values[0] as { toDate?: () => Date } | undefined;
  const time = value?.toDate?.();
  return time && !Number.isNaN(time.getTime()) ? time : null;
}
