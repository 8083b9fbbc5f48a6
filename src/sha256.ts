/** Digests of texts and bytes. */
import type * as Crypto from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The SHA-256 of a text or of bytes. Most documents carry none, and are spared the loading of all that Node.js knows of ciphers. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  const { createHash } = require('node:crypto') as typeof Crypto;
  return createHash('sha256').update(content).digest(encoding);
}
