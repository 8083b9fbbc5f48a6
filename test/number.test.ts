/** Numbers and labels of the tree, by the patterns of a layout profile. */
import { describe, expect, test } from 'vitest';
import { numberBlocks } from '../src/template/number.js';
import { walk } from '../src/document/reading.js';
import type { Block, Cell, List } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { clause, dashes, p, section, table } from './builders.js';
import { theme } from './paper.js';

const gost = theme('gost-2025');
const nl = theme('nl');
const unnumbered: Theme = { ...nl, numbering: { ...nl.numbering, section: null } };

/** As the builder of the tree leaves it: everything that has a number has an empty one. */
const part = (id: string, ...children: Block[]): Block => section(id, '', id, ...children);
const apart = (id: string, ...children: Block[]): Block => section(id, null, id, ...children);
const inner = (id: string, ...children: Block[]): Block => ({ ...section(id, '', id, ...children), level: 2 });
const point = (id: string, ...children: Block[]): Block => clause(id, '', id, ...children);
const list = (marker: List['marker'], ...items: string[]): List => ({ ...dashes(...items), marker });

const numbersOf = (blocks: readonly Block[]): string[] =>
  [...walk(blocks)].flatMap((block) => {
    if (block.type === 'section') return [`${block.id} ${block.number}`];
    if (block.type === 'clause') return [`${block.id} ${block.number} (${block.level})`];
    return block.type === 'list' ? block.items.map(({ label }) => label) : [];
  });

function numbered(theme: Theme, ...blocks: Block[]): string[] {
  return numbersOf(numberBlocks(blocks, theme).blocks);
}

describe('clauses', () => {
  test('count on in their section, those inside them in theirs, and anew in the next', () => {
    expect(
      numbered(
        gost,
        part('a', point('b'), point('c', point('d'), point('e'), point('f')), point('g', point('h'))),
        part('i', point('j'), p('words'), point('k')),
      ),
    ).toEqual([
      'a 1.',
      'b 1.1. (1)',
      'c 1.2. (1)',
      'd 1.2.1. (2)',
      'e 1.2.2. (2)',
      'f 1.2.3. (2)',
      'g 1.3. (1)',
      'h 1.3.1. (2)',
      'i 2.',
      'j 2.1. (1)',
      'k 2.2. (1)',
    ]);
  });

  test('go on through the sections of the second level, which have no number', () => {
    expect(numbered(nl, part('a', inner('b', point('c'), point('d')), inner('e', point('f', point('g')))), part('h', point('i')))).toEqual([
      'a 1.',
      'b null',
      'c 1.1 (1)',
      'd 1.2 (1)',
      'e null',
      'f 1.3 (1)',
      'g 1.3.1 (2)',
      'h 2.',
      'i 2.1 (1)',
    ]);
  });

  test('count by themselves in a section without a number, which takes none from the others', () => {
    expect(numbered(gost, part('a', point('b')), apart('c', point('d'), point('e', point('f'))), part('g', point('h')))).toEqual([
      'a 1.',
      'b 1.1. (1)',
      'c null',
      'd 1. (1)',
      'e 2. (1)',
      'f 2.1. (2)',
      'g 2.',
      'h 2.1. (1)',
    ]);
  });

  test('count by themselves where the profile numbers no sections', () => {
    expect(numbered(unnumbered, part('a', point('b', point('c'))), part('d', point('e')))).toEqual([
      'a null',
      'b 1 (1)',
      'c 1.1 (2)',
      'd null',
      'e 1 (1)',
    ]);
  });
});

describe('sections', () => {
  test('go on from those that were counted before', () => {
    const [first, second] = [[part('a'), apart('b')], [part('c', point('d'))]] as Block[][];
    const { sections: before } = numberBlocks(first ?? [], gost);
    expect(before).toBe(1);
    const after = numberBlocks(second ?? [], gost, before);
    expect(after.sections).toBe(2);
    expect(numbersOf(after.blocks)).toEqual(['c 2.', 'd 2.1. (1)']);
  });

  test('keep on counting where they have no number', () => {
    expect(numberBlocks([apart('a'), apart('b')], gost, 3).sections).toBe(3);
  });
});

describe('lists', () => {
  test('have the signs of the profile, wherever they stand', () => {
    const everywhere = (): Block[] => [
      list('decimal', 'a', 'b', 'c'),
      part('s', list('dash', 'd'), point('t', list('decimal', 'e', 'f'), point('u', list('bullet', 'g')))),
    ];
    expect(numbered(gost, ...everywhere())).toEqual(['1)', '2)', '3)', 's 1.', '–', 't 1.1. (1)', '1)', '2)', 'u 1.1.1. (2)', '–']);
    expect(numbered(nl, ...everywhere())).toEqual(['1.', '2.', '3.', 's 1.', '–', 't 1.1 (1)', '1.', '2.', 'u 1.1.1 (2)', '•']);
  });

  test('count anew inside an item and in each cell, also in the head of a table', () => {
    const bare = list('decimal', 'a', 'b');
    const outer = { ...bare, items: bare.items.map((item, at) => (at === 1 ? { ...item, children: [list('decimal', 'c')] } : item)) };
    const empty = table('t', [1], ['head'], ['row'], ['row']);
    const listed = (cells: readonly Cell[]): Cell[] => cells.map(() => ({ children: [list('decimal', 'x', 'y')] }));
    const grid = { ...empty, header: listed(empty.header), rows: empty.rows.map((row) => ({ ...row, cells: listed(row.cells) })) };
    expect(numbered(gost, outer, part('s', grid))).toEqual([
      '1)',
      '2)',
      '1)',
      's 1.',
      ...Array.from({ length: 3 }, () => ['1)', '2)']).flat(),
    ]);
    // A table inside nothing, too.
    expect(numbered(gost, { ...grid })).toEqual(Array.from({ length: 3 }, () => ['1)', '2)']).flat());
  });
});

test('what stands between the numbers goes with the section where there is none', () => {
  const own: Theme = { ...gost, numbering: { section: '%1', clause: '%1-%2', subclause: '%1.%2.%3' } };
  expect(numbered(own, apart('a', point('b', point('c'))), part('d', point('e')))).toEqual([
    'a null',
    'b -1 (1)',
    'c 1.1 (2)',
    'd 1',
    'e 1-1 (1)',
  ]);
});

test('a pattern may leave the section out, and one that asks for too much prints nothing there', () => {
  const own: Theme = { ...gost, numbering: { section: '§ %1', clause: '%2)', subclause: '%2%3|%4' } };
  expect(numbered(own, part('a', point('b', point('c'))))).toEqual(['a § 1', 'b 1) (1)', 'c 11| (2)']);
});
