/** Under which name a browser remembers what was ticked and filled in. */
import { sha256 } from '../../content/sha256.js';
import { contents, plainText } from '../../document/reading.js';
import type { Document } from '../../document/document.js';

/**
 * The same for the same paper of the same person, and another for another person or for a form with other blanks.
 * Corrected words inside the sections do not make people begin anew.
 */
export function memoryKey({ kind, locale, role, blocks }: Document): string {
  const blanks = [...contents(blocks)]
    .flat()
    .flatMap((inline) => (inline.type === 'field' || inline.type === 'checkbox' ? [inline.name] : []));
  // Whose paper it is stands at its head and where it is signed.
  const whose = [...contents(blocks.filter(({ type }) => type !== 'section'))].map(plainText);
  const fingerprint = sha256(JSON.stringify([blanks, whose]), 'hex').slice(0, 16);
  return ['rolewright', kind, role.id, role.version, locale, fingerprint].join(' ');
}
