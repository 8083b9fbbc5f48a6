/** What is read of Word files, each small part beside what Word shows of it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
