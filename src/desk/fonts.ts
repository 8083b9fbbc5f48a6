/** The fonts that PDF documents embed, from the packages that carry them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontSet } from '../layout/fonts.js';

const resolve = createRequire(import.meta.url).resolve;

/** Loads the font library first, which commands that print no PDF do without. */
export async function readFonts(): Promise<FontSet> {
  const { parseFonts } = await import('../layout/fonts.js');
  return parseFonts((file) => readFileSync(resolve(file)));
}
