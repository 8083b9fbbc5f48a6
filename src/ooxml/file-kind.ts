/** What a file is that was given as a Word file, by its bytes and not by its name. */
import { archiveParts } from './archive.js';

export type OfficeFile =
  | 'docx'
  /** Word 97 to 2003. */
  | 'doc'
  /** Something of Office with a password around it. */
  | 'encrypted'
  | 'odt'
  | 'xlsx'
  | 'pptx'
  /** Apple Pages. */
  | 'pages'
  | PlainFile;

/** Without a container of parts. */
export type PlainFile = 'empty' | 'pdf' | 'rtf' | 'html' | 'xml' | 'text' | 'other';

/** More parts than any document has. */
const mostParts = 2000;

export function officeFile(file: Uint8Array): OfficeFile {
  const old = inOldContainer(file);
  if (old) return old;
  if (!isArchive(file)) return plainFile(file);
  const names = archiveParts(file, mostParts)?.map(({ name }) => name.toLowerCase()) ?? [];
  const other = otherOffice(new Set(names));
  if (other !== 'other') return other;
  return names.includes('[content_types].xml') && names.some((name) => /(^|\/)document\d*\.xml$/.test(name)) ? 'docx' : 'other';
}

export const isArchive = (file: Uint8Array): boolean => startsWith(file, 0x50, 0x4b, 0x03, 0x04);

/** The old container of Office: a document of Word 97, or one of today with a password around it; null for what is none. */
export function inOldContainer(file: Uint8Array): 'doc' | 'encrypted' | 'other' | null {
  if (!startsWith(file, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return null;
  return contains(file, 'EncryptedPackage') ? 'encrypted' : contains(file, 'WordDocument') ? 'doc' : 'other';
}

/** An archive that is no Word document, by the names of its parts in small letters. */
export function otherOffice(parts: ReadonlySet<string>): 'odt' | 'xlsx' | 'pptx' | 'pages' | 'other' {
  if (parts.has('mimetype')) return 'odt';
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  if (parts.has('index/document.iwa') || parts.has('index.zip')) return 'pages';
  return parts.has('ppt/presentation.xml') ? 'pptx' : 'other';
}

export function plainFile(file: Uint8Array): PlainFile {
  if (file.length === 0) return 'empty';
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 4096));
  const wide = start[0] === 0xff || start[0] === 0xfe;
  const words = (wide ? start.toString('utf16le') : start.toString('latin1')).replace(/^(\u00ef\u00bb\u00bf|\ufeff|\s)+/u, '');
  if (words.startsWith('%PDF')) return 'pdf';
  if (words.startsWith('{\\rtf')) return 'rtf';
  if (/^<(!doctype html|html|head|body)\b/i.test(words) || /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?<html\b/i.test(words)) return 'html';
  if (words.startsWith('<?xml')) return 'xml';
  // No text of any encoding has the controls that are everywhere in other files.
  return wide || !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(words) ? 'text' : 'other';
}

const startsWith = (file: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => file[at] === byte);

/** Names in the old container are in UTF-16. */
const contains = (file: Uint8Array, name: string): boolean =>
  Buffer.from(file.buffer, file.byteOffset, file.length).includes(Buffer.from(name, 'utf16le'));
