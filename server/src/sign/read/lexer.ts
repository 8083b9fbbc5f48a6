/** From bytes to values, by the grammar of ISO 32000-1, 7.2 and 7.3, and by nothing else. */
import { PdfFault } from './values.js';
import type { PdfValue } from './values.js';

export interface Lexer {
  readonly bytes: Uint8Array;
  at: number;
}

/** Values in values; ours have a dozen. */
const deepest = 200;

const whites = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((one) => one.charCodeAt(0)));
export const isWhite = (byte: number | undefined): boolean => byte !== undefined && whites.has(byte);
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !whites.has(byte) && !delimiters.has(byte);

/** Passes over white space and comments. */
export function skipWhite(lexer: Lexer): void {
  const { bytes } = lexer;
  for (;;) {
    while (isWhite(bytes[lexer.at])) lexer.at += 1;
    if (bytes[lexer.at] !== 0x25) return;
    while (lexer.at < bytes.length && bytes[lexer.at] !== 10 && bytes[lexer.at] !== 13) lexer.at += 1;
  }
}

/** The regular characters that come next; empty for none. */
export function word(lexer: Lexer): string {
  skipWhite(lexer);
  const start = lexer.at;
  while (isRegular(lexer.bytes[lexer.at])) lexer.at += 1;
  return latin(lexer.bytes, start, lexer.at);
}

export const latin = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end);

/** Reads a value, but for streams, which are no values of their own. */
export function value(lexer: Lexer, depth = 0): PdfValue {
  if (depth > deepest) throw new PdfFault('too-deep', lexer.at);
  skipWhite(lexer);
  const { bytes } = lexer;
  const first = bytes[lexer.at];
  switch (first) {
    case 0x2f:
      return { type: 'name', name: name(lexer) };
    case 0x28:
      return { type: 'string', bytes: literal(lexer) };
    case 0x5b:
      return array(lexer, depth);
    case 0x3c:
      return bytes[lexer.at + 1] === 0x3c ? dictionary(lexer, depth) : { type: 'string', bytes: hexadecimal(lexer) };
    default:
      return atom(lexer);
  }
}

function atom(lexer: Lexer): PdfValue {
  const start = lexer.at;
  const read = word(lexer);
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(read)) return /^\d+$/.test(read) ? numberOrReference(lexer, Number(read)) : Number(read);
  if (read === 'true') return true;
  if (read === 'false') return false;
  if (read === 'null') return null;
  throw new PdfFault('broken-syntax', start);
}

function numberOrReference(lexer: Lexer, number: number): PdfValue {
  const back = lexer.at;
  const generation = word(lexer);
  if (/^\d{1,5}$/.test(generation) && word(lexer) === 'R') return { type: 'reference', number, generation: Number(generation) };
  lexer.at = back;
  return number;
}

function name(lexer: Lexer): string {
  lexer.at += 1;
  const start = lexer.at;
  while (isRegular(lexer.bytes[lexer.at])) lexer.at += 1;
  return latin(lexer.bytes, start, lexer.at).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(lexer: Lexer): string {
  const start = lexer.at;
  const { bytes } = lexer;
  let open = 1;
  lexer.at += 1;
  for (; open > 0; lexer.at += 1) {
    const byte = bytes[lexer.at];
    if (byte === undefined) throw new PdfFault('broken-syntax', start);
    if (byte === 0x5c) lexer.at += 1;
    else if (byte === 0x28) open += 1;
    else if (byte === 0x29) open -= 1;
  }
  return latin(bytes, start + 1, lexer.at - 1).replace(/\\([0-7]{1,3}|\r\n|[^])|\r\n?/g, (_, escaped: string | undefined) => {
    if (escaped === undefined || escaped === '') return '\n';
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 0xff);
    if (/^[\r\n]/.test(escaped)) return '';
    return escapes[escaped] ?? escaped;
  });
}

function hexadecimal(lexer: Lexer): string {
  const start = lexer.at;
  const end = lexer.bytes.indexOf(0x3e, start);
  if (end < 0) throw new PdfFault('broken-syntax', start);
  const digits = latin(lexer.bytes, start + 1, end).replace(/[\0\t\n\f\r ]+/g, '');
  if (/[^0-9A-Fa-f]/.test(digits)) throw new PdfFault('broken-syntax', start);
  lexer.at = end + 1;
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

function array(lexer: Lexer, depth: number): PdfValue {
  lexer.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipWhite(lexer);
    if (lexer.bytes[lexer.at] === 0x5d) break;
    items.push(value(lexer, depth + 1));
  }
  lexer.at += 1;
  return { type: 'array', items };
}

/** A key that stands twice is refused: readers differ in which they take. */
function dictionary(lexer: Lexer, depth: number): PdfValue {
  lexer.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipWhite(lexer);
    const { bytes, at } = lexer;
    if (bytes[at] === 0x3e && bytes[at + 1] === 0x3e) break;
    if (bytes[at] !== 0x2f) throw new PdfFault('broken-syntax', at);
    const key = name(lexer);
    if (entries.has(key)) throw new PdfFault('broken-syntax', at);
    entries.set(key, value(lexer, depth + 1));
  }
  lexer.at += 2;
  return { type: 'dictionary', entries };
}
