/** The seal of a register: what it issues as PDF is sealed in the same making. */
import { join } from 'node:path';
import type { Organisation } from 'rolewright';
import type { SealedFile } from '../../register/setting.js';
import type { Counter } from '../counter.js';
import { sealingFrom } from './seal.js';
import type { SealOptions } from './seal.js';

/** How the organisation wants all that is issued to be sealed, whoever issues it; null where it does not. A program that signs is never named by a file. */
export function wantedSeal({ seal }: Organisation, { terminal: { environment }, desk }: Counter): SealOptions | null {
  if (!seal) return null;
  const { key, certificate, timeServer: tsa, roots, revoked, level } = seal;
  const at = (file: string): string => join(desk.shelf.project?.folder ?? '.', file);
  const signCommand = environment['ROLEWRIGHT_SIGN_COMMAND'] || undefined;
  return {
    ...(key !== undefined && { key: at(key) }),
    ...(key === undefined && signCommand !== undefined && { signCommand }),
    ...(certificate !== undefined && { certificate: at(certificate) }),
    ...(roots !== undefined && { roots: at(roots) }),
    ...(revoked !== undefined && { crl: at(revoked) }),
    ...(tsa !== undefined && { tsa }),
    ...(level !== undefined && { level }),
  };
}

/** Opens the key at once; the function then seals one file after another. Throws a Refusal, as the function does. */
export async function registerSeal(options: SealOptions, counter: Counter): Promise<(bytes: Uint8Array) => Promise<SealedFile>> {
  const { seal, key } = await sealingFrom(options, counter);
  return async (plain) => {
    const { bytes, level, stamped } = await seal(plain, 'PDF');
    const { subject: signer, fingerprint: certificate } = key.certificate;
    return { bytes, seal: { level, signer: signer.slice(0, 300), certificate, ...(stamped && { stamped: stamped.toISOString() }) } };
  };
}
