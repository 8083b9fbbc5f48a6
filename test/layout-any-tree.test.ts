/** Whatever the tree, nothing is lost and nothing leaves the page. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from '../src/document/document.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Block, Cell, Inline, Item } from '../src/document/document.js';
import { layoutDocument } from '../src/layout/layout.js';
import { mm } from '../src/layout/page.js';
import type { Box, Layout } from '../src/layout/page.js';
import type { Element } from '../src/layout/structure.js';
import { paintPdf } from '../src/write/pdf.js';
import { blank, box, document, p } from './builders.js';
import { fonts, theme } from './paper.js';
import { runs } from './every.js';

const word = fc.constantFrom(
  'слово',
  'менеджер',
  'ответственность',
  'и',
  'в',
  'ООО',
  '—',
  'verantwoordelijkheid',
  '100 %',
  'ж'.repeat(300),
  'бизнес-план',
  'a@b.ru',
);
const words = fc.array(word, { maxLength: 40 }).map((all) => all.join(' '));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(words, fc.boolean(), fc.boolean()).map(([value, strong, emphasis]) => text(value, { strong, emphasis })),
  },
  { weight: 1, arbitrary: fc.nat(300).map((width) => blank('field', 'Поле', 'text', width)) },
  { weight: 1, arbitrary: fc.boolean().map((checked) => box('box', 'Отметка', checked)) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
);
const content = fc.array(inline, { maxLength: 4 });
const share = fc.nat(5);
const cell: fc.Arbitrary<Cell> = fc
  .array(content, { minLength: 1, maxLength: 3 })
  .map((all) => ({ children: all.map((one) => ({ ...p(''), content: one })) }));

const { blocks } = fc.letrec<{ blocks: Block[] }>((tie) => ({
  blocks: fc.array(
    fc.oneof(
      { depthSize: 'small' },
      fc
        .record({
          style: fc.constantFrom('body', 'lead', 'requisite', 'note'),
          align: fc.constantFrom(null, 'left', 'center', 'right'),
          content,
        })
        .map((one): Block => ({ type: 'paragraph', ...one })),
      fc.array(content, { maxLength: 3 }).map((lines): Block => ({ type: 'title', lines })),
      fc
        .record({
          level: fc.constantFrom(1, 2),
          number: fc.constantFrom('1.', null),
          heading: content,
          breakBefore: fc.boolean(),
          children: tie('blocks'),
        })
        .map((one): Block => ({ type: 'section', id: 's', ...one })),
      fc.record({ content, children: tie('blocks') }).map((one): Block => ({ type: 'clause', id: 'c', level: 1, number: '1.1.', ...one })),
      fc
        .array(
          fc.record({ content, children: tie('blocks') }).map((one): Item => ({ id: null, label: '1)', ...one })),
          { maxLength: 3 },
        )
        .map((items): Block => ({ type: 'list', marker: 'decimal', items })),
      fc.tuple(fc.array(share, { maxLength: 5 }), fc.nat(6), cell, fc.boolean()).map(
        ([shares, rows, one, headed]): Block => ({
          type: 'table',
          id: 't',
          caption: headed ? [text('Таблица')] : null,
          columns: shares.map((own) => ({ share: own, align: 'left' })),
          header: headed ? shares.map(() => one) : [],
          rows: Array.from({ length: rows }, () => ({ id: null, cells: shares.map(() => one) })),
        }),
      ),
      fc.array(fc.record({ label: content, value: content }), { maxLength: 3 }).map((rows): Block => ({ type: 'facts', rows })),
      fc
        .array(fc.array(content, { maxLength: 4 }), { minLength: 2, maxLength: 2 })
        .map(
          ([left = [], right = []]): Block => ({ type: 'stamps', left: left.length > 0 ? { lines: left } : null, right: { lines: right } }),
        ),
      fc
        .tuple(content, fc.array(fc.record({ share, content, caption: fc.constantFrom(null, '(подпись)') }), { maxLength: 4 }))
        .map(([lead, cells]): Block => ({ type: 'signature', id: 'g', lead, cells })),
    ),
    { maxLength: 6 },
  ),
}));

const rightOf = (one: Box): number => {
  switch (one.type) {
    case 'checkbox':
      return one.x + one.side;
    case 'text':
      return one.x + one.width - (one.text.length - one.text.trimEnd().length) * (one.face.space * one.size + one.stretch);
    default:
      return one.x + one.width;
  }
};

/** The letters of the document in the order of its structure. */
function letters({ pages, structure }: Layout): string {
  const own = new Map<Element, string>();
  for (const one of pages.flatMap((page) => page.boxes)) {
    if (one.type === 'text' && typeof one.mark !== 'string') own.set(one.mark, (own.get(one.mark) ?? '') + one.text);
  }
  const inside = (element: Element): string => (own.get(element) ?? '') + element.children.map(inside).join('');
  return inside(structure).replace(/[\u00AD\s]/gu, '');
}

test('nothing is lost and nothing leaves the page', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.constantFrom('gost-2025', 'nl', 'us'), async (tree, id) => {
      const look = theme(id);
      const paper = document(tree);
      const layout = layoutDocument(paper, look, fonts);
      const { width, height, margin } = look.page;
      // Asked once of all: there are many thousands of boxes, and an assertion costs more than a comparison.
      const outside = layout.pages
        .flatMap((page) => page.boxes)
        .filter(
          (one) =>
            one.mark !== 'pagination' &&
            !(
              one.x >= mm(margin.left) - 0.5 &&
              rightOf(one) <= mm(width - margin.right) + 0.5 &&
              one.y >= mm(margin.top) - 0.5 &&
              one.y <= mm(height - margin.bottom) + 0.5
            ),
        );
      expect(outside.map(({ type, x, y }) => `${type} ${x} ${y}`)).toEqual([]);
      const all = letters(layout);
      let at = 0;
      for (const one of contents(tree)) {
        const wanted = plainText(one).replace(/\s/gu, '');
        const found = all.indexOf(wanted, at);
        expect(found, wanted.slice(0, 60)).toBeGreaterThanOrEqual(at);
        at = found + wanted.length;
      }
      expect((await paintPdf(layout, paper)).length).toBeGreaterThan(1_000);
    }),
    { numRuns: runs(40) },
  );
}, 30_000);
