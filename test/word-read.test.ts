/** What is read of Word files, each small part beside what Word shows of it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formattedNumber } from '../src/ooxml/word/number-formats.js';
import { readWord } from '../src/ooxml/word/read-word.js';
import { outlineOf, wordFile } from './word-files.js';
import type { Links, Parts } from './word-files.js';

const folder = new URL('corpus/word/', import.meta.url);
const update = process.env.UPDATE === '1';

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.replace('.xml', ''));

test.each(cases)('%s', (name) => {
  const read = outlineOf(readWord(fileOf(readFileSync(new URL(`${name}.xml`, folder), 'utf8')))).concat('\n');
  const expected = new URL(`${name}.txt`, folder);
  if (update) writeFileSync(expected, read);
  expect(read).toBe(readFileSync(expected, 'utf8'));
});

test.each([
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 9, 'ix'],
  ['lowerLetter', 28, 'bb'],
  ['russianLower', 10, 'к'],
  ['russianUpper', 30, 'АА'],
  ['decimalZero', 10, '10'],
  ['numberInDash', 3, '- 3 -'],
  ['decimalEnclosedCircle', 2, '②'],
  ['chicago', 6, '††'],
])('%s writes %d as %s', (format, value, written) => {
  expect(formattedNumber(value, format, null)).toBe(written);
});

test('ordinals are those of the language, and words of languages are left to figures', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22].map((value) => formattedNumber(value, 'ordinal', 'en-US'))).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd'.split(' '),
  );
  expect(formattedNumber(2, 'ordinal', 'ru-RU')).toBe('2-й');
  expect(formattedNumber(2, 'cardinalText', 'ru-RU')).toBeNull();
});

/** `<part name="document">…</part>` for each part, `<link id="a" target="b"/>` for what the body refers to besides. */
function fileOf(source: string): Uint8Array {
  const parts: Parts = Object.fromEntries(
    [...source.matchAll(/<part name="(\w+)">([^]*?)<\/part>/g)].map(([, name = '', inside = '']) => [
      name,
      inside.trim().replace(/>\n\s*</g, '><'),
    ]),
  );
  const links: Links = Object.fromEntries(
    [...source.matchAll(/<link id="(\w+)" target="([^"]+)"\/>/g)].map(([, id = '', target = '']) => [id, target]),
  );
  return wordFile(parts, links);
}
