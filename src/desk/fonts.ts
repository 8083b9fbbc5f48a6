/** The fonts that PDF documents embed, from the packages that carry them. */
import { packageBytes } from '../packages/installed.js';
import type { FontSet } from '../layout/fonts.js';
import type { FontFamily } from '../theme/theme.js';

/** Loads the font library first, which commands that print no PDF do without. */
export async function readFonts(): Promise<FontSet> {
  const { parseFonts } = await import('../layout/fonts.js');
  return parseFonts(packageBytes);
}

/** The file of a family’s upright face, a TrueType font, for who adds to papers that are made. */
export async function fontBytes(family: FontFamily): Promise<Uint8Array> {
  const { fontFiles } = await import('../layout/fonts.js');
  return packageBytes(fontFiles[family].regular);
}
