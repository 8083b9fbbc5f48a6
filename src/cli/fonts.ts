/** The fonts that PDF documents embed, from the packages that carry them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseFonts } from '../layout/fonts.js';
import type { FontSet } from '../layout/fonts.js';

const resolve = createRequire(import.meta.url).resolve;

export const readFonts = (): FontSet => parseFonts((file) => readFileSync(resolve(file)));
