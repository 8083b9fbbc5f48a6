/** The seal of a register: what it issues as PDF is sealed in the same making. */
import type { SealedFile } from '../../register/setting.js';
import type { Counter } from '../counter.js';
import { sealingFrom } from './seal.js';
import type { SealOptions } from './seal.js';

/** Opens the key at once; the function then seals one file after another. Throws a Refusal, as the function does. */
export async function registerSeal(options: SealOptions, counter: Counter): Promise<(bytes: Uint8Array) => Promise<SealedFile>> {
  const { seal, key } = await sealingFrom(options, counter);
  return async (plain) => {
    const { bytes, level, stamped } = await seal(plain, 'PDF');
    const { subject: signer, fingerprint: certificate } = key.certificate;
    return { bytes, seal: { level, signer: signer.slice(0, 300), certificate, ...(stamped && { stamped: stamped.toISOString() }) } };
  };
}
