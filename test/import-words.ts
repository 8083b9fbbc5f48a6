/** The words by which Word files are read, with the counts by which sections are guessed, as a command has them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { locales } from '../src/document/document.js';
import type { Locale } from '../src/document/document.js';
import type { ImportWords } from '../src/import/import-words.js';
import type { SectionCounts } from '../src/import/section-guess.js';

const read = (file: string): unknown => parse(readFileSync(new URL(`../locales/${file}.yaml`, import.meta.url), 'utf8')) as unknown;

export const importWords = Object.fromEntries(
  locales.map((locale) => [
    locale,
    { ...(read(`import.${locale}`) as ImportWords), sections: read(`sections.${locale}`) as SectionCounts },
  ]),
) as Record<Locale, ImportWords>;
