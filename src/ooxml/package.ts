/** A Word file, given as a reference document or to be imported: what it is, whether it may be read, and its parts. */
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { UnzipFileInfo } from 'fflate';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { inOldContainer, isArchive, otherOffice, plainFile } from './file-kind.js';
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
  /** Throws a Refusal for a text of more pieces than any document has. */
  limitPieces(count: number): void;
}

const mebibyte = 1 << 20;
/** A page of text has some eight hundred tags, and some hundred pieces of one look. */
const limits = { packed: 20 * mebibyte, unpacked: 100 * mebibyte, part: 8 * mebibyte, entries: 2000, tags: 600_000, pieces: 200_000 };
/** Told in mebibytes. */
const isSize = (what: keyof typeof limits): boolean => what === 'packed' || what === 'unpacked' || what === 'part';

export const refusal = (code: string, args: Record<string, string | number> = {}): Refusal => new Refusal([diagnostic(code, args)]);
export const damaged = (part: string): Refusal => refusal('reference-damaged', { part });

/** What the file was given for: the messages differ. */
type Purpose = 'reference' | 'word';

interface Refusals {
  refused(what: 'not-docx' | 'macros', found: string): Refusal;
  encrypted(): Refusal;
  tooLarge(what: keyof typeof limits): Refusal;
  damaged(part: string): Refusal;
  doctype(part: string): Refusal;
}

const refusalsFor = (purpose: Purpose): Refusals => ({
  refused: (what, found) => refusal(`${purpose}-${what}`, { found }),
  encrypted: () => refusal(`${purpose}-encrypted`),
  tooLarge: (what) => refusal(`${purpose}-too-large`, { what, limit: isSize(what) ? limits[what] / mebibyte : limits[what] }),
  damaged: (part) => refusal(`${purpose}-damaged`, { part }),
  doctype: (part) => refusal(`${purpose}-doctype`, { part }),
});

/** Throws a Refusal for anything but a Word document without macros that keeps to the limits; its codes begin with the purpose. */
export function openPackage(file: Uint8Array, purpose: Purpose = 'reference'): ReferencePackage {
  const refusals = refusalsFor(purpose);
  const { refused, tooLarge, damaged } = refusals;
  if (file.length > limits.packed) throw tooLarge('packed');
  const entries = entriesOf(file, refusals);
  if (entries.length > limits.entries) throw tooLarge('entries');
  if (entries.reduce((sum, entry) => sum + entry.originalSize, 0) > limits.unpacked) throw tooLarge('unpacked');
  const known = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  // Two parts of one name: programs differ on which of them counts.
  if (known.size !== entries.length) throw damaged('ZIP');

  const bytes = (path: string): Uint8Array | null => {
    const entry = known.get(path.toLowerCase());
    return entry ? unpack(file, entry.name, damaged) : null;
  };
  const text = (path: string): string | null => {
    const raw = bytes(path);
    return raw && decode(raw, path, damaged);
  };
  const faultIn =
    (path: string) =>
    (fault: XmlFault): never => {
      throw fault === 'doctype' ? refusals.doctype(path) : damaged(path);
    };
  const xml = (path: string): Xml | null => {
    if ((known.get(path.toLowerCase())?.originalSize ?? 0) > limits.part) throw tooLarge('part');
    const source = text(path);
    // What is taken over of a reference document is short, but a text is read whole.
    if (purpose === 'word' && source !== null && hasMore(source, '<', limits.tags)) throw tooLarge('tags');
    return source === null ? null : readable(parseXml(source, faultIn(path)));
  };
  const collect = (path: string, name: string): Xml[] => collectXml(text(path) ?? '', name, faultIn(path)).map(readable);
  const relationships = (path: string): Relationship[] => {
    const root = xml(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
    return root ? elementsOf(root).map((one) => relationshipOf(one, path)) : [];
  };

  const macros = macrosIn(entries, xml('[Content_Types].xml'));
  if (macros) throw refused('macros', macros);
  const main = relationships('').find((one) => one.type === 'officeDocument' && !one.external)?.target ?? null;
  if (main === null || !known.has('[content_types].xml')) throw refused('not-docx', otherOffice(new Set(known.keys())));
  const body = text(main);
  if (body === null) throw damaged(main);
  const root = rootOf(body, faultIn(main));
  if (root.name !== 'document' || !isOfWord(root.uri)) throw refused('not-docx', otherOffice(new Set(known.keys())));
  const limitPieces = (count: number): void => {
    if (count > limits.pieces) throw tooLarge('pieces');
  };
  return { main, bytes, xml, collect, relationships, limitPieces };
}

function hasMore(source: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = source.indexOf(sign); at >= 0 && count <= most; at = source.indexOf(sign, at + 1)) count += 1;
  return count > most;
}

const readable = (root: Xml): Xml => changed(root, (one) => withMeasures(inPlainForm(one)));

function entriesOf(file: Uint8Array, { refused, encrypted, tooLarge, damaged }: Refusals): UnzipFileInfo[] {
  const old = inOldContainer(file);
  if (old) throw old === 'encrypted' ? encrypted() : refused('not-docx', old);
  if (!isArchive(file)) throw refused('not-docx', plainFile(file));
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

/** No more bytes come out than the directory of the archive promised and the limits allowed. */
function unpack(file: Uint8Array, name: string, damaged: Refusals['damaged']): Uint8Array {
  try {
    return unzipSync(file, { filter: (entry) => entry.name === name })[name] ?? new Uint8Array();
  } catch {
    throw damaged(name);
  }
}

function decode(raw: Uint8Array, path: string, damaged: Refusals['damaged']): string {
  const encoding = raw[0] === 0xff && raw[1] === 0xfe ? 'utf-16le' : raw[0] === 0xfe && raw[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    throw damaged(path);
  }
}

function relationshipOf({ attributes }: Xml, from: string): Relationship {
  const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
  const external = mode === 'External';
  const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
  return { id, type: posix.basename(type), external, target: external ? target : path };
}

/** A file of the kind that may have macros is told from one that has them. */
function macrosIn(entries: readonly UnzipFileInfo[], types: Xml | null): 'macros' | 'kind' | null {
  const declared = types ? elementsOf(types).map(({ attributes }) => attributes.ContentType ?? '') : [];
  const there =
    entries.some(({ name }) => /(^|\/)vba(Project|Data)[^/]*$/i.test(name)) || declared.some((type) => /vba(Project|Data)/i.test(type));
  if (there) return 'macros';
  return declared.some((type) => /macroEnabled/i.test(type)) ? 'kind' : null;
}
