/** The objects by which a file has a font: its program, what that looks like, and what its codes read as. */
import type { Font } from 'fontkit';
import { familyClassOf } from '../../layout/fontkit-insides.js';
import type { Face } from '../../layout/fonts.js';
import type { File } from './file.js';
import type { KitReference } from './insides.js';
import { digits } from './operators.js';
import type { Program } from './program.js';

/** Writes a font and all that belongs to it; PDF/A-1 wants a list of the glyphs that are in the file. */
export function embedFont(
  { kit, write }: File,
  reference: KitReference,
  { font, italicAngle }: Face,
  program: Program,
  listGlyphs: boolean,
): void {
  const object = (entries: string, stream?: Uint8Array): KitReference => {
    const own = kit.ref({});
    write(own, entries, stream);
    return own;
  };
  const name = `${program.tag}+${font.postscriptName.replaceAll(' ', '_')}`;
  const scaled = (length: number): number => digits((length * 1000) / font.unitsPerEm);
  const file = object(`/Length1 ${program.length}`, program.file);
  const glyphs = listGlyphs ? `\n/CIDSet ${object('', program.glyphs).id} 0 R` : '';
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = object(`/Type /FontDescriptor
/FontName /${name}
/Flags ${flagsOf(font, italicAngle)}
/FontBBox [${[minX, minY, maxX, maxY].map(scaled).join(' ')}]
/ItalicAngle ${italicAngle}
/Ascent ${scaled(font.ascent)}
/Descent ${scaled(font.descent)}
/CapHeight ${scaled(font.capHeight)}
/XHeight ${scaled(font.xHeight)}
/StemV 0
/FontFile2 ${file.id} 0 R${glyphs}`);
  const descendant = object(`/Type /Font
/Subtype /CIDFontType2
/BaseFont /${name}
/CIDSystemInfo <<
/Registry (Adobe)
/Ordering (Identity)
/Supplement 0
>>
/FontDescriptor ${descriptor.id} 0 R
/W [0 [${program.widths.join(' ')}]]
/CIDToGIDMap /Identity`);
  write(
    reference,
    `/Type /Font
/Subtype /Type0
/BaseFont /${name}
/Encoding /Identity-H
/DescendantFonts [${descendant.id} 0 R]
/ToUnicode ${object('', program.unicode).id} 0 R`,
  );
}

const serif = 2;
const symbolic = 4;
const italic = 64;

/** Our codes are no standard encoding, so the font is symbolic. Families 1 to 7 of OpenType have serifs. */
function flagsOf(font: Font, italicAngle: number): number {
  const family = familyClassOf(font);
  return symbolic + (family >= 1 && family <= 7 ? serif : 0) + (italicAngle === 0 ? 0 : italic);
}
