/** A signature names the certificate of its signer by a digest, whatever bytes that has. */
import { createHash } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Attribute } from 'pkijs';
import { expect, it } from 'vitest';
import { certificateNamed } from '../src/sign/cms.js';
import * as oids from '../src/sign/oids.js';
import { isFull } from './programs.js';

const digestOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

/** As it is read from a file: SigningCertificateV2 with one ESSCertIDv2 (RFC 5035, 4), SHA-256 named or left out. */
function naming(digest: Uint8Array, named: boolean): Attribute {
  const algorithm = new Sequence({ value: [new ObjectIdentifier({ value: '2.16.840.1.101.3.4.2.1' })] });
  const hash = new OctetString({ valueHex: digest.buffer as ArrayBuffer });
  const list = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [...(named ? [algorithm] : []), hash] })] })] });
  return new Attribute({ type: oids.signingCertificateV2, values: [fromBER(list.toBER()).result] });
}

/** Whether a digest reads as BER. */
function reads(digest: Uint8Array): boolean {
  try {
    return fromBER(digest.buffer as ArrayBuffer).offset === digest.length;
  } catch {
    return false;
  }
}

it('is known by it, though the digest may read as something with parts', () => {
  let taken = 0;
  // Until one of them is such a digest, which few are; all of these with FULL=1.
  for (let at = 0; at < 20_000 && (isFull || at < 2000 || taken === 0); at += 1) {
    const der = new TextEncoder().encode(`certificate ${at}`);
    const attribute = naming(digestOf(der), at % 2 === 0);
    const told = certificateNamed([attribute], { der });
    if (told !== true) throw new Error(`certificate ${at} is not known: ${String(told)}`);
    if (reads(digestOf(der))) taken += 1;
  }
  // Such digests were among them.
  expect(taken).toBeGreaterThan(0);
  const other = new TextEncoder().encode('another');
  expect(certificateNamed([naming(digestOf(other), false)], { der: new Uint8Array([1]) })).toBe(false);
  expect(certificateNamed([], { der: other })).toBeNull();
});
