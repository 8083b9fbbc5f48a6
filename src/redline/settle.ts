/** A redline settled: one of its two versions, as if Word had accepted or rejected every change. */
import type { Block, Cell, Document, Fact, Inline, Item, Revisable, Revision, Row } from '../document/document.js';
import { joined } from './inline.js';

/** The newer version. */
export const accepted = (tree: Document): Document => settled(tree, 'deleted');

/** The older version; what no page shows, such as the names of blanks, is that of the newer. */
export const rejected = (tree: Document): Document => settled(tree, 'inserted');

function settled(tree: Document, unwanted: Revision): Document {
  return {
    ...without(tree, 'redline'),
    ...(tree.footer && { footer: tree.footer.map((line) => inlines(line, unwanted)) }),
    blocks: blocks(tree.blocks, unwanted),
  };
}

const kept = <T extends Revisable>(parts: readonly T[], unwanted: Revision): T[] =>
  parts.filter(({ revision }) => revision !== unwanted).map((part) => without(part, 'revision'));

/** A copy without a property that may be absent. */
function without<T extends object>(whole: T, key: string & keyof T): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as T;
}

const inlines = (content: readonly Inline[], unwanted: Revision): Inline[] => joined(kept(content, unwanted));

const blocks = <B extends Block>(all: readonly B[], unwanted: Revision): B[] =>
  kept(all, unwanted).map((block) => (settlers[block.type] as (block: Block, unwanted: Revision) => B)(block, unwanted));

const cells = (all: readonly Cell[], unwanted: Revision): Cell[] =>
  all.map((cell) => ({ ...cell, children: blocks(cell.children, unwanted) }));

/** The number of the version that stays. */
function numbered<T extends { number: string | null; formerNumber?: string }>(
  { formerNumber, ...part }: T,
  unwanted: Revision,
): Omit<T, 'formerNumber'> {
  return unwanted === 'inserted' && formerNumber !== undefined ? { ...part, number: formerNumber } : part;
}

const item = ({ formerLabel, ...one }: Item, unwanted: Revision): Item => ({
  ...one,
  label: unwanted === 'inserted' ? (formerLabel ?? one.label) : one.label,
  content: inlines(one.content, unwanted),
  children: blocks(one.children, unwanted),
});

const settlers: { [K in Block['type']]: (block: Extract<Block, { type: K }>, unwanted: Revision) => Block } = {
  title: (block, unwanted) => ({ ...block, lines: block.lines.map((line) => inlines(line, unwanted)) }),
  paragraph: (block, unwanted) => ({ ...block, content: inlines(block.content, unwanted) }),
  section: (block, unwanted) => ({
    ...numbered(block, unwanted),
    heading: inlines(block.heading, unwanted),
    children: blocks(block.children, unwanted),
  }),
  clause: (block, unwanted) => ({
    ...numbered(block, unwanted),
    content: inlines(block.content, unwanted),
    children: blocks(block.children, unwanted),
  }),
  list: (block, unwanted) => ({ ...block, items: kept(block.items, unwanted).map((one) => item(one, unwanted)) }),
  table: (block, unwanted) => ({
    ...block,
    caption: block.caption && inlines(block.caption, unwanted),
    header: cells(block.header, unwanted),
    rows: kept(block.rows, unwanted).map((row): Row => ({ ...row, cells: cells(row.cells, unwanted) })),
  }),
  facts: (block, unwanted) => ({
    ...block,
    rows: kept(block.rows, unwanted).map(
      (row): Fact => ({ ...row, label: inlines(row.label, unwanted), value: inlines(row.value, unwanted) }),
    ),
  }),
  stamps: (block, unwanted) => ({
    ...block,
    left: block.left && { ...block.left, lines: block.left.lines.map((line) => inlines(line, unwanted)) },
    right: block.right && { ...block.right, lines: block.right.lines.map((line) => inlines(line, unwanted)) },
  }),
  signature: (block, unwanted) => ({
    ...block,
    lead: inlines(block.lead, unwanted),
    cells: block.cells.map((cell) => ({ ...cell, content: inlines(cell.content, unwanted) })),
  }),
  figure: (block) => block,
  chart: (block) => block,
};
