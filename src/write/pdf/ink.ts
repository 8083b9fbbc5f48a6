/** What a content stream is written with: operators, and text in the codes of a font. */

export interface Ink {
  /** Characters of one byte each. */
  write(operators: string): void;
  /** A letter inside of a string, by its code of two bytes. */
  letter(code: number): void;
  /** All that was written since it was asked last; only until more is written. */
  taken(): Buffer;
}

/** Bytes at first; a page takes ten thousand. */
const usual = 1 << 14;

/** Bytes go straight to their place, two for a letter: to paint and pack a page by strings of hexadecimal digits takes a third more time. */
export function openInk(): Ink {
  let bytes = Buffer.allocUnsafe(usual);
  let end = 0;
  const makeRoom = (length: number): void => {
    if (end + length <= bytes.length) return;
    const wider = Buffer.allocUnsafe(2 * (end + length));
    bytes.copy(wider, 0, 0, end);
    bytes = wider;
  };
  return {
    write(operators) {
      makeRoom(operators.length);
      for (let at = 0; at < operators.length; at += 1) bytes[end++] = operators.charCodeAt(at);
    },
    letter(code) {
      makeRoom(4);
      for (const byte of [code >> 8, code & 0xff]) {
        const escaped = escapes[byte] ?? 0;
        if (escaped > 0) bytes[end++] = backslash;
        bytes[end++] = escaped || byte;
      }
    },
    taken() {
      const written = bytes.subarray(0, end);
      end = 0;
      return written;
    },
  };
}

const backslash = 0x5c;
/** What stands behind the backslash, by the byte that is meant: a string ends with a bracket, and programs may change the end of a line. */
const escapes = new Uint8Array(0x100);
for (const pair of ['((', '))', '\\\\', '\rr']) escapes[pair.charCodeAt(0)] = pair.charCodeAt(1);
