/** The fonts that PDF documents embed, from the packages that carry them. */
import { packageBytes } from '../packages/installed.js';
import type { FontSet } from '../layout/fonts.js';

/** Loads the font library first, which commands that print no PDF do without. */
export async function readFonts(): Promise<FontSet> {
  const { parseFonts } = await import('../layout/fonts.js');
  return parseFonts(packageBytes);
}
