/** A file that somebody starts from, before it is written: its id, its place, and the schema that its editor reads. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { slugOf } from '../../language/slug.js';
import { locales } from '../../shelf/library.js';
import { choices } from '../choice.js';
import type { Desk } from '../desk.js';
import { schemaText } from '../schemas.js';
import type { SchemaName } from '../schemas.js';
import { projectOf } from '../settings.js';

/** Files to be written together. */
export interface Started {
  /** From the working folder; the paths of the files are from there. */
  readonly folder: string;
  readonly files: readonly NewFile[];
  /** By what the command line names it: an id, or a path where it does not lie where ids are looked for. */
  readonly name: string;
  /** The paths of the files that are the user’s to write in, from the working folder. */
  readonly shown: readonly string[];
}

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface PlaceOptions {
  readonly out?: string;
}

/** Where a new file goes. */
export interface NewPlace {
  readonly folder: string;
  readonly path: string;
  readonly shown: string;
  /** The first line, by which editors know what may stand in the file. */
  readonly schemaLine: string;
  /** The schema itself, where it does not lie there yet. */
  readonly schema: readonly NewFile[];
}

/** The folder of the project, else the working folder, and in it the usual place; or wherever the user says. */
export function placeFor(usual: string, schema: SchemaName, { out }: PlaceOptions, desk: Desk): NewPlace {
  const project = desk.shelf.project?.folder ?? '.';
  const there = out?.replaceAll('\\', '/');
  const shown = posix.normalize(there ?? posix.join(project, usual));
  const schemaPath = `schemas/${schema}.schema.json`;
  const line = `# yaml-language-server: $schema=${posix.relative(posix.dirname(shown), posix.join(project, schemaPath))}\n`;
  const hasSchema = desk.workspace.exists(posix.join(project, schemaPath));
  if (there === undefined)
    return {
      folder: project,
      path: usual,
      shown,
      schemaLine: line,
      schema: hasSchema ? [] : [{ path: schemaPath, text: schemaText(schema, desk) }],
    };
  // Files are written into one folder; a line that leads nowhere would be an error in the editor.
  return { folder: posix.dirname(shown), path: posix.basename(shown), shown, schemaLine: hasSchema ? line : '', schema: [] };
}

/** What ids are made of, in every schema. */
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const longestId = 64;

/** The id as it is written, else one made of a name in words; null where it is none, and `problems` says what would be. */
export function idFrom(written: string | undefined, words: string | undefined, problems: Diagnostic[]): string | null {
  const made = slugOf(written ?? words ?? '')
    .slice(0, longestId)
    .replace(/-$/, '');
  if (written === undefined) {
    if (made === '') problems.push(diagnostic('new-needs-id', { words: words ?? '' }));
    return made === '' ? null : made;
  }
  if (idPattern.test(written) && written.length <= longestId) return written;
  problems.push(diagnostic('new-bad-id', { id: written, nearest: made, limit: longestId }));
  return null;
}

/** The languages that a new file has when nobody says: those of the project, else that of messages. */
export const usualLanguages = (reader: Locale, desk: Desk, problems: Diagnostic[]): readonly Locale[] =>
  projectOf(desk, problems)?.languages ?? [reader];

/** The languages of the new file, in the order in which they are asked for. */
export function languagesFrom(written: string | undefined, usual: readonly Locale[], problems: Diagnostic[]): readonly Locale[] {
  if (written === undefined) return usual;
  const asked = written.split(',').map((one) => one.trim());
  return [...choices('--locale', written, locales, problems)].sort((a, b) => asked.indexOf(a) - asked.indexOf(b));
}

/**
 * Names by their languages. Each may begin with its language, `ru:кладовщик`; without, it is in the language of messages,
 * or in the first of the file where that is none of them.
 */
export function wordsByLanguage(
  option: string,
  written: readonly string[],
  { languages, reader }: { languages: readonly Locale[]; reader: Locale },
  problems: Diagnostic[],
): Partial<Record<Locale, string>> {
  const usual = languages.includes(reader) ? reader : languages[0];
  return Object.fromEntries(
    written.flatMap((one): [string, string][] => {
      const named = locales.find((locale) => one.startsWith(`${locale}:`));
      const locale = named ?? usual;
      const words = (named === undefined ? one : one.slice(named.length + 1)).trim();
      if (locale !== undefined && languages.includes(locale)) return words === '' ? [] : [[locale, words]];
      const known = languages.map((language) => `${language}:…`).join(', ');
      problems.push(diagnostic('unknown-option-value', { option, value: one, known, nearest: '' }));
      return [];
    }),
  );
}

/** A text in YAML, one wording for each language. JSON strings are YAML strings. */
export const yamlByLanguage = (languages: readonly Locale[], words: (locale: Locale) => string): string =>
  `{ ${languages.map((locale) => `${locale}: ${JSON.stringify(words(locale))}`).join(', ')} }`;

/** The same, or the only wording as it is. */
export const yamlTexts = (languages: readonly Locale[], words: (locale: Locale) => string): string =>
  languages.length === 1 && languages[0] ? JSON.stringify(words(languages[0])) : yamlByLanguage(languages, words);

/** What our starters hold; in a path of ours. */
export const starterPath = (name: string): string => `examples/starters/${name}`;
