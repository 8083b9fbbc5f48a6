/** The part of a font that a file embeds: the glyphs of its letters, their widths and what they read as. */
import { deflateSync } from 'node:zlib';
import type { Font } from 'fontkit';
import { partsOf, subsetOf } from '../../layout/fontkit-insides.js';
import type { Subset } from '../../layout/fontkit-insides.js';
import type { Face } from '../../layout/fonts.js';
import { leaveHintsOut } from './hints.js';
import { hexOf } from './codes.js';
import { digits } from './operators.js';

/** Streams are packed. */
export interface Program {
  /** Six capitals, which tell this part from other parts of the same font. */
  tag: string;
  /** The TrueType file, and its length unpacked. */
  file: Uint8Array;
  length: number;
  /** In thousandths of the font size, by code. */
  widths: readonly number[];
  /** Leads from codes to characters. */
  unicode: Uint8Array;
  /** A bit for every glyph that is in the file. */
  glyphs: Uint8Array;
}

/**
 * Cuts a program out of a face. The place of a letter in the list is its code; an empty string is a code that is not
 * used. Two letters may share a glyph, such as the hyphen and the soft hyphen: each has its own code, so that it reads
 * as what it is.
 */
export function cutProgram({ font, glyphOf, advanceOf }: Face, letters: readonly string[]): Program {
  const subset = subsetOf(font);
  leaveHintsOut(subset);
  // What is never shown has no outline and so takes no room.
  const blank = glyphOf(0x20);
  for (const [code, letter] of letters.entries()) {
    if (code === 0) continue;
    const glyph = letter === '' ? blank : glyphOf(letter.codePointAt(0) ?? 0);
    subset.mapping[glyph] ??= code;
    subset.glyphs.push(glyph);
  }
  includeParts(subset, font);
  const bytes = subset.encode();
  const widths = subset.glyphs.map((glyph) => digits(advanceOf(glyph) * 1000));
  const set = new Uint8Array(Math.ceil(widths.length / 8));
  for (const code of widths.keys()) set[code >> 3] = (set[code >> 3] ?? 0) | (0x80 >> (code & 7));
  return {
    tag: tagOf(letters),
    file: deflateSync(bytes),
    length: bytes.length,
    widths,
    unicode: deflateSync(unicodeOf(letters)),
    glyphs: deflateSync(set),
  };
}

/** Programs that join files take two parts of one font for the same when their tags are. */
function tagOf(letters: readonly string[]): string {
  let sum = 0;
  for (const letter of letters) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 26 ** 6;
  return Array.from({ length: 6 }, (_, at) => String.fromCharCode(65 + (Math.floor(sum / 26 ** at) % 26))).join('');
}

/** Some letters are made of others, as й is of и: the embedded font needs those too. */
function includeParts(subset: Subset, font: Font): void {
  // The list grows meanwhile.
  for (let at = 0; at < subset.glyphs.length; at++) {
    for (const part of partsOf(font, subset.glyphs[at] ?? 0)) subset.includeGlyph(part);
  }
}

/** A block of this map has at most so many entries (Adobe Technical Note 5014). */
const mostEntries = 100;

function unicodeOf(letters: readonly string[]): string {
  const used = [...letters.entries()].filter(([, letter]) => letter !== '');
  const blocks = Array.from({ length: Math.ceil(used.length / mostEntries) }, (_, at) => {
    const entries = used.slice(at * mostEntries, (at + 1) * mostEntries).map(([code, letter]) => `<${hexOf(code)}> <${utf16(letter)}>`);
    return `${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

const utf16 = (text: string): string => Array.from({ length: text.length }, (_, at) => hexOf(text.charCodeAt(at))).join('');
