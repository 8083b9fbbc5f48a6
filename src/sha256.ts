/** Digests of texts. */
import { crypto } from './installed.js';

/** The SHA-256 of a text. Most documents carry none, and are spared the loading of all that Node.js knows of ciphers. */
export function sha256(text: string, encoding: 'hex' | 'base64'): string {
  return crypto().createHash('sha256').update(text).digest(encoding);
}
