/** The parts of the file as the library writes them, put right. */
import { Packer } from 'docx';
import type { File } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { unseal } from './printable.js';

/** The library writes the moment of packing; a document that is made again must not differ. */
const moment = '2000-01-01T00:00:00Z';

/** The library marks separators of notes with styles that it does not write. */
const withoutNoteStyles = (xml: string): string => xml.replace(/<w:rStyle w:val="(?:Footnote|Endnote)Reference"\/>/g, '');

/** What has to be put right in the parts that the library writes. */
const corrections: Record<string, (xml: string) => string> = {
  'word/footnotes.xml': withoutNoteStyles,
  'word/endnotes.xml': withoutNoteStyles,
  'docProps/core.xml': (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  // Levels of one numbering and in use, neither of which the library says.
  'word/numbering.xml': (xml) => xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', ''),
};

/** By their paths. */
export type Parts = Record<string, Uint8Array>;

interface Compiler {
  compile(file: File, prettify: undefined, overrides: readonly []): ReadonlyMap<string, string | Uint8Array>;
}

/**
 * The parts as the library makes them, taken before it packs them: to pack and unpack them takes longer than to make
 * them. Where a version of the library keeps its compiler elsewhere, that is what happens.
 */
export async function partsOf(file: File, compiler = (Packer as unknown as { compiler?: Compiler }).compiler): Promise<Parts> {
  if (!compiler) return unzipSync(await Packer.pack(file, 'uint8array'));
  return Object.fromEntries(
    [...compiler.compile(file, undefined, [])].map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** The parts as they have to be. */
export async function correctedParts(file: File): Promise<Parts> {
  const parts = await partsOf(file);
  for (const [path, correct] of Object.entries(corrections)) {
    const part = parts[path];
    if (part) parts[path] = strToU8(correct(strFromU8(part)));
  }
  for (const [path, part] of Object.entries(parts))
    if (/^word\/(?:header|footer)\d+\.xml$/.test(path)) parts[path] = strToU8(unseal(strFromU8(part)));
  return parts;
}
