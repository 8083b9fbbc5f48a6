/** From the bytes of a text file of unknown origin to its text: spreadsheets save CSV in several encodings. */

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Enough to tell an encoding by. */
const sample = 64 << 10;

/** The text without its byte order mark. What cannot be decoded in an encoding that was asked for becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * By the byte order mark; without one by the high bytes of UTF-16, then by whether it is valid UTF-8. Of the two
 * eight-bit encodings Windows-1251 has Cyrillic letters where Windows-1252 has accented ones, and Cyrillic ones come in rows.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = bytes.subarray(0, sample);
  if (pages(head, 1) > head.length / 4) return 'utf-16le';
  if (pages(head, 0) > head.length / 4) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const pairs = head.reduce((count, byte, at) => count + (byte >= 0xc0 && (head[at - 1] ?? 0) >= 0xc0 ? 1 : 0), 0);
  const high = head.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);
  return pairs * 2 > high ? 'windows-1251' : 'windows-1252';
}

/** Bytes at even or odd places that say, in UTF-16, that a Latin or Cyrillic letter is meant; other encodings have hardly any. */
const pages = (bytes: Uint8Array, parity: 0 | 1): number =>
  bytes.reduce((count, byte, at) => count + (at % 2 === parity && (byte === 0 || byte === 4) ? 1 : 0), 0);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
