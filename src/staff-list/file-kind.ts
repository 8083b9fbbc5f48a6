/** What a file is that was given as a table, by its first bytes and not by its name. */

/** What is no table that can be read, by the word that the message chooses by. */
export type FoundFile = 'xls' | 'password' | 'ods' | 'xlsb' | 'docx' | 'numbers' | 'pdf' | 'html' | 'xml' | 'rtf' | 'text' | 'other';

/** XLSX files are ZIP archives. */
export const isArchive = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);

/** What a file is that is neither an archive nor text with cells; null for what may be CSV. `.xlsx` and the like promise a workbook. */
export function foreignKind(bytes: Uint8Array, file: string): FoundFile | null {
  // The old container of Office: a workbook of Excel 97, or one with a password around it.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return contains(bytes, 'EncryptedPackage') ? 'password' : contains(bytes, 'Workbook') || contains(bytes, 'Book') ? 'xls' : 'other';
  // Excel 2 to 4 had no container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? 0xff) && (bytes[2] ?? 0xff) <= 0x10 && bytes[3] === 0x00)
    return 'xls';
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1000))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:<!doctype html|<html|<table|<head|<meta|<body)/i.test(head)) return 'html';
  if (head.startsWith('<?xml')) return /<html|<table/i.test(head) && !/Workbook/.test(head) ? 'html' : 'xml';
  return /\.(?:xls[xmb]?|xlt[xm]?|ods)$/i.test(file) && bytes.length > 0 ? 'text' : null;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

/** Names in the old container are in UTF-16; its directory may stand anywhere. */
const contains = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
