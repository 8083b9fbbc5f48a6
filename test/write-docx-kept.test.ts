/** What a writer of Word files keeps: the bytes are the same as if nothing had been kept. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Block, Document, Figure } from '../src/document/document.js';
import { frozen } from '../src/content/content.js';
import { openKept } from '../src/content/kept.js';
import type { Theme } from '../src/theme/theme.js';
import { createDocxWriter, writeDocx } from '../src/write/docx.js';
import { readReference } from '../src/write/docx/reference.js';
import { packed, zip } from '../src/write/docx/zip.js';
import { blank, box, clause, dashes, decimals, document, everything, p, section, signature, table, title } from './builders.js';
import { company, png } from './company-docx.js';
import { openDocx } from './opened-docx.js';

const theme = (id: string): Theme => parse(readFileSync(new URL(`../themes/${id}.yaml`, import.meta.url), 'utf8')) as Theme;
const gost = theme('gost-2025');
const nl = theme('nl');

const grid = (id: string, ...rows: [string, string][]): Block => table(id, [1, 1], [], ...rows);

const shared: Block[] = [
  section('one', '1.', 'Общее', clause('a', '1.1.', 'раз:', decimals('x', 'y')), clause('b', '1.2.', 'два')),
  grid('first', ['a', 'b'], ['c', 'd']),
  p(['между таблицами ', blank('field', 'поле')]),
  section('two', '2.', 'Обязанности', clause('c', '2.1.', 'три', dashes('z')), clause('d', '2.2.', 'четыре', decimals('w'))),
  grid('second', ['e', 'f']),
  signature('signed', 'Ознакомлен:', [1, [blank('sign', 'подпись', 'signature')], '(подпись)'], [1, 'Иванов', null]),
];

for (const block of shared) frozen(block);

/** Documents around the same blocks that differ in what is counted and open before and after them. */
const around = (before: Block[], after: Block[] = []): Document => document([...before, ...shared, ...after]);
const documents: Document[] = [
  around([title('Инструкция')]),
  around([title('Инструкция'), p('Ким')]),
  around([p(['номер ', blank('other', 'номер'), box('yes', 'да')])]),
  around([grid('own', ['k', 'l'])], [p('конец')]),
  around([section('zero', '1.', 'Вводный', clause('z', '1.1.', 'нуль', decimals('q', 'r')))]),
  around([decimals('раз', 'два')], [grid('own', ['m', 'n'])]),
  around([]),
  document([...shared].reverse()),
  { ...around([]), language: 'en-GB', author: 'Another Ltd' },
];

describe('what a writer keeps', () => {
  test('does not show in the bytes, in whatever order documents come', async () => {
    const kept = createDocxWriter(openKept());
    const alone = await Promise.all(documents.map((one) => writeDocx(one, gost)));
    for (const order of [documents, documents, [...documents].reverse(), documents])
      for (const one of order) expect(Buffer.compare(await kept(one, gost), alone[documents.indexOf(one)] ?? new Uint8Array())).toBe(0);
  });

  test('is nothing of a block that can still be edited', async () => {
    const kept = createDocxWriter(openKept());
    const words = { type: 'text' as const, value: 'раз', strong: false, emphasis: false };
    const tree = document([{ type: 'paragraph', style: 'body', align: null, content: [words] }]);
    for (const value of ['раз', 'два', 'раз']) {
      words.value = value;
      expect(Buffer.compare(await kept(tree, gost), await writeDocx(tree, gost)), value).toBe(0);
    }
  });

  test('belongs to one layout, one reference document and one logo', async () => {
    const kept = createDocxWriter(openKept());
    const reference = readReference(await company());
    const [tree = everything()] = documents;
    const lettered = (...size: [number, number]): Document => ({
      ...tree,
      letterhead: {
        logo: { type: 'figure', data: png(...size, [0, 0, 0]), format: 'png', width: 20, height: 10, alt: 'logo', align: 'left' },
        lines: [],
      },
    });
    const [small, large] = [lettered(2, 1), lettered(4, 2)];
    const jobs: Parameters<typeof kept>[] = [
      [tree, gost],
      [tree, nl],
      [tree, gost, { reference }],
      // Put together by hand, with a part of a file that was read.
      [tree, gost, { reference: { ...reference, furniture: [] } }],
      [small, gost],
      [large, gost],
    ];
    const alone = await Promise.all(jobs.map((job) => writeDocx(...job)));
    for (let round = 0; round < 3; round += 1)
      for (const [at, job] of jobs.entries())
        expect(Buffer.compare(await kept(...job), alone[at] ?? new Uint8Array()), `round ${round}, ${at}`).toBe(0);
  });

  test('has no pictures of the text, which belong to their own file', async () => {
    const kept = createDocxWriter(openKept());
    const figure: Figure = {
      type: 'figure',
      data: png(3, 3, [9, 9, 9]),
      format: 'png',
      width: 10,
      height: 10,
      alt: 'a {1} b',
      align: 'center',
    };
    const tree = document([...shared, figure, figure, p('x')]);
    const plain = document(shared);
    const alone = [await writeDocx(tree, gost), await writeDocx(plain, gost)];
    for (let round = 0; round < 3; round += 1) {
      expect(Buffer.compare(await kept(tree, gost), alone[0] ?? new Uint8Array())).toBe(0);
      expect(Buffer.compare(await kept(plain, gost), alone[1] ?? new Uint8Array())).toBe(0);
    }
    expect(Object.keys(unzipSync(alone[0] ?? new Uint8Array())).filter((path) => path.startsWith('word/media/'))).toEqual([
      'word/media/picture1.png',
    ]);
    expect(openDocx(alone[0] ?? new Uint8Array()).source('word/document.xml')).toContain('descr="a {1} b"');
  });

  test('is not asked for a block that no file can hold', async () => {
    const kept = createDocxWriter(openKept());
    const bad = document([...shared, p('\u0007')]);
    for (let round = 0; round < 3; round += 1)
      await expect(kept(bad, gost)).rejects.toMatchObject({ diagnostics: [{ code: 'unprintable-character' }] });
    expect(Buffer.compare(await kept(documents[0] ?? everything(), gost), await writeDocx(documents[0] ?? everything(), gost))).toBe(0);
  });
});

describe('the container', () => {
  test('holds its parts, small or large, in the order of their paths', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 7919) >> 5);
    const parts = {
      'word/b.xml': new TextEncoder().encode('<a/>'.repeat(5000)),
      '[Content_Types].xml': new TextEncoder().encode('x'),
      'word/a.png': noise,
      'word/empty': new Uint8Array(),
    };
    const file = zip(Object.entries(parts).map(([path, bytes]) => packed(path, bytes)));
    expect(unzipSync(file)).toEqual(parts);
    expect(Object.keys(unzipSync(file))).toEqual(Object.keys(parts).sort());
  });
});
