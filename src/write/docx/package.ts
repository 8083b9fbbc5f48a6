/** The file as bytes, the same for the same document. */
import { Packer } from 'docx';
import type { File } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { keepPlaceholders } from './placeholders.js';
import { unseal } from './printable.js';

/** The library writes the moment of packing; a document that is made again must not differ. */
const moment = '2000-01-01T00:00:00Z';

/** The first day that ZIP can write, in the local time that ZIP counts in; noon exists everywhere on every day. */
const entryTime = (): Date => new Date(1980, 0, 1, 12);

/** The library marks separators of notes with styles that it does not write. */
const withoutNoteStyles = (xml: string): string => xml.replace(/<w:rStyle w:val="(?:Footnote|Endnote)Reference"\/>/g, '');

/** What has to be put right in the parts that the library writes. */
const corrections: Record<string, (xml: string) => string> = {
  'word/document.xml': unseal,
  'word/footnotes.xml': withoutNoteStyles,
  'word/endnotes.xml': withoutNoteStyles,
  'docProps/core.xml': (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  // Levels of one numbering and in use, neither of which the library says.
  'word/numbering.xml': (xml) => xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', ''),
};

interface Compiler {
  compile(file: File, prettify: undefined, overrides: readonly []): ReadonlyMap<string, string | Uint8Array>;
}

/**
 * The parts as the library makes them, taken before it packs them: to pack and unpack them takes longer than to make
 * them. Where a version of the library keeps its compiler elsewhere, that is what happens.
 */
export async function partsOf(file: File, compiler = (Packer as unknown as { compiler?: Compiler }).compiler): Promise<Record<string, Uint8Array>> {
  if (!compiler) return unzipSync(await Packer.pack(file, 'uint8array'));
  return Object.fromEntries([...compiler.compile(file, undefined, [])].map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]));
}

/** The parts pass through `finish` before they are packed, which may change them. */
export async function pack(file: File, finish: (parts: Record<string, Uint8Array>) => void = () => {}): Promise<Uint8Array> {
  const parts = await partsOf(file);
  for (const [path, correct] of Object.entries(corrections)) {
    const part = parts[path];
    if (part) parts[path] = strToU8(correct(strFromU8(part)));
  }
  for (const [path, part] of Object.entries(parts)) if (/^word\/(?:header|footer)\d+\.xml$/.test(path)) parts[path] = strToU8(unseal(strFromU8(part)));
  keepPlaceholders(parts);
  finish(parts);
  const inOrder = Object.keys(parts).sort().map((path) => [path, parts[path]]);
  return zipSync(Object.fromEntries(inOrder), { mtime: entryTime() });
}
