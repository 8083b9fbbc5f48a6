/** Digests of texts and bytes. */
import { crypto } from '../packages/installed.js';

/** The SHA-256 of a text or of bytes. Most documents carry none, and are spared the loading of all that Node.js knows of ciphers. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return crypto().createHash('sha256').update(content).digest(encoding);
}
