/** The file of a reference document: what it is, whether it may be read, and its parts. */
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { UnzipFileInfo } from 'fflate';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { withMeasures } from './measures.js';
import { isOfWord } from './namespaces.js';
import { inPlainForm } from './plain-form.js';
import { changed, collectXml, elementsOf, parseXml, rootOf } from './xml-tree.js';
import type { Xml, XmlFault } from './xml-tree.js';

export interface Relationship {
  id: string;
  /** The last word of its type: `header`, `image`. */
  type: string;
  /** The path of a part, or an address outside the document. */
  target: string;
  external: boolean;
}

export interface ReferencePackage {
  /** The path of the part that holds the body. */
  main: string;
  bytes(path: string): Uint8Array | null;
  /** The root of an XML part, in the usual form with measures that can be read; null when there is no such part. */
  xml(path: string): Xml | null;
  /** The outermost elements of that name in an XML part, for parts too long to be built whole. */
  collect(path: string, name: string): Xml[];
  /** What a part refers to. */
  relationships(path: string): Relationship[];
}

const mebibyte = 1 << 20;
const limits = { packed: 20 * mebibyte, unpacked: 100 * mebibyte, part: 8 * mebibyte, entries: 2000 };

export const refusal = (code: string, args: Record<string, string | number> = {}): Refusal => new Refusal([diagnostic(code, args)]);
const tooLarge = (what: keyof typeof limits): Refusal =>
  refusal('reference-too-large', { what, limit: what === 'entries' ? limits.entries : limits[what] / mebibyte });
export const damaged = (part: string): Refusal => refusal('reference-damaged', { part });

/** Throws a Refusal for anything but a Word document without macros that keeps to the limits. */
export function openPackage(file: Uint8Array): ReferencePackage {
  if (file.length > limits.packed) throw tooLarge('packed');
  const entries = entriesOf(file);
  if (entries.length > limits.entries) throw tooLarge('entries');
  if (entries.reduce((sum, entry) => sum + entry.originalSize, 0) > limits.unpacked) throw tooLarge('unpacked');
  const known = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  // Two parts of one name: programs differ on which of them counts.
  if (known.size !== entries.length) throw damaged('ZIP');

  const bytes = (path: string): Uint8Array | null => {
    const entry = known.get(path.toLowerCase());
    return entry ? unpack(file, entry.name) : null;
  };
  const text = (path: string): string | null => {
    const raw = bytes(path);
    return raw && decode(raw, path);
  };
  const xml = (path: string): Xml | null => {
    if ((known.get(path.toLowerCase())?.originalSize ?? 0) > limits.part) throw tooLarge('part');
    const source = text(path);
    return source === null ? null : readable(parseXml(source, faultIn(path)));
  };
  const collect = (path: string, name: string): Xml[] => collectXml(text(path) ?? '', name, faultIn(path)).map(readable);
  const relationships = (path: string): Relationship[] => {
    const root = xml(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
    return root ? elementsOf(root).map((one) => relationshipOf(one, path)) : [];
  };

  refuseMacros(entries, xml('[Content_Types].xml'));
  const main = relationships('').find((one) => one.type === 'officeDocument' && !one.external)?.target ?? null;
  if (main === null || !known.has('[content_types].xml')) throw refusal('reference-not-docx', { found: otherFormat(known) });
  const body = text(main);
  if (body === null) throw damaged(main);
  const root = rootOf(body, faultIn(main));
  if (root.name !== 'document' || !isOfWord(root.uri)) throw refusal('reference-not-docx', { found: otherFormat(known) });
  return { main, bytes, xml, collect, relationships };
}

const readable = (root: Xml): Xml => changed(root, (one) => withMeasures(inPlainForm(one)));

function entriesOf(file: Uint8Array): UnzipFileInfo[] {
  const starts = (...signature: number[]): boolean => signature.every((byte, at) => file[at] === byte);
  // The old container of Office: a document of Word 97, or one with a password around it.
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    throw contains(file, 'EncryptedPackage')
      ? refusal('reference-encrypted')
      : refusal('reference-not-docx', { found: contains(file, 'WordDocument') ? 'doc' : 'other' });
  if (!starts(0x50, 0x4b, 0x03, 0x04)) throw refusal('reference-not-docx', { found: withoutArchive(file) });
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(file, {
      filter: (entry) => {
        entries.push(entry);
        if (entries.length > limits.entries) throw tooLarge('entries');
        return false;
      },
    });
  } catch (error) {
    throw error instanceof Refusal ? error : damaged('ZIP');
  }
  return entries;
}

/** Names in the old container are in UTF-16. */
const contains = (file: Uint8Array, name: string): boolean =>
  Buffer.from(file.buffer, file.byteOffset, file.length).includes(Buffer.from(name, 'utf16le'));

/** No more bytes come out than the directory of the archive promised and the limits allowed. */
function unpack(file: Uint8Array, name: string): Uint8Array {
  try {
    return unzipSync(file, { filter: (entry) => entry.name === name })[name] ?? new Uint8Array();
  } catch {
    throw damaged(name);
  }
}

function decode(raw: Uint8Array, path: string): string {
  const encoding = raw[0] === 0xff && raw[1] === 0xfe ? 'utf-16le' : raw[0] === 0xfe && raw[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    throw damaged(path);
  }
}

const faultIn =
  (path: string) =>
  (fault: XmlFault): never => {
    throw fault === 'doctype' ? refusal('reference-doctype', { part: path }) : damaged(path);
  };

function relationshipOf({ attributes }: Xml, from: string): Relationship {
  const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
  const external = mode === 'External';
  const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
  return { id, type: posix.basename(type), external, target: external ? target : path };
}

/** A file of the kind that may have macros is told from one that has them. */
function refuseMacros(entries: readonly UnzipFileInfo[], types: Xml | null): void {
  const declared = types ? elementsOf(types).map(({ attributes }) => attributes.ContentType ?? '') : [];
  const there =
    entries.some(({ name }) => /(^|\/)vba(Project|Data)[^/]*$/i.test(name)) || declared.some((type) => /vba(Project|Data)/i.test(type));
  if (there) throw refusal('reference-macros', { found: 'macros' });
  if (declared.some((type) => /macroEnabled/i.test(type))) throw refusal('reference-macros', { found: 'kind' });
}

/** What a file is that is no archive, by how it begins. */
function withoutArchive(file: Uint8Array): 'empty' | 'pdf' | 'rtf' | 'html' | 'xml' | 'text' | 'other' {
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

function otherFormat(known: ReadonlyMap<string, unknown>): 'odt' | 'xlsx' | 'pptx' | 'other' {
  if (known.has('mimetype')) return 'odt';
  if (known.has('xl/workbook.xml')) return 'xlsx';
  return known.has('ppt/presentation.xml') ? 'pptx' : 'other';
}
