/** Themes and fonts as the program has them, for tests that lay documents out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { parseFonts } from '../src/layout/fonts.js';
import type { Theme } from '../src/theme/theme.js';

const { resolve } = createRequire(import.meta.url);

export const fonts = parseFonts((file) => readFileSync(resolve(file)));

const themes = new Map<string, Theme>();

/** A layout profile as its file has it, the same object each time: properties ask for it over and over. */
export function theme(id: string): Theme {
  const known = themes.get(id) ?? (parse(readFileSync(new URL(`../themes/${id}.yaml`, import.meta.url), 'utf8')) as Theme);
  themes.set(id, known);
  return known;
}
