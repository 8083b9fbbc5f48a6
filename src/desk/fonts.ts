/** The fonts that PDF documents embed, from the packages that carry them. */
import { packageBytes } from '../packages/installed.js';
import type { FontSet, fontFiles } from '../layout/fonts.js';

/** Loads the font library first, which commands that print no PDF do without. */
export async function readFonts(): Promise<FontSet> {
  const { parseFonts } = await import('../layout/fonts.js');
  return parseFonts(packageBytes);
}

/** The file of a family’s upright face, a TrueType font, for who adds to papers that are made. */
export async function fontBytes(family: keyof typeof fontFiles): Promise<Uint8Array> {
  const { fontFiles: files } = await import('../layout/fonts.js');
  return packageBytes(files[family].regular);
}
