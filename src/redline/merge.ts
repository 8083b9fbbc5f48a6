/** Two document trees as one: what both have once, and what only one has, marked. */
import { plainText } from '../document/reading.js';
import type {
  Block,
  Cell,
  Document,
  Fact,
  Inline,
  Item,
  List,
  Locale,
  Paragraph,
  Revision,
  Row,
  SignatureCell,
  Stamp,
} from '../document/document.js';
import { align, enough, likenessOf } from './align.js';
import type { Likeness, Pair } from './align.js';
import { mergedContent } from './inline.js';

type BlockOf<K extends Block['type']> = Extract<Block, { type: K }>;

/**
 * What is known about a kind of block.
 * - `name`: what it is called in its document, or null
 * - `frame`: what has to be equal for two of them to become one, because no mark can tell of its change
 * - `words`: by what two of them are found to be alike; null when each can be taken for the next of its kind
 */
interface Manner<B extends Block> {
  name(block: B): string | null;
  frame(block: B): unknown;
  words(block: B): string | null;
  merge(before: B, after: B, merger: Merger): B;
}

interface Merger {
  content(before: readonly Inline[], after: readonly Inline[]): Inline[];
  blocks<B extends Block>(before: readonly B[], after: readonly B[]): B[];
  locale: Locale;
}

/**
 * The newer tree with everything of the older one that it lacks. Accepting all marks gives the newer tree, rejecting
 * them the older one; of what no page shows, such as the names of blanks, the newer stays. Both trees are meant to be
 * of one kind, language and layout.
 */
export function redline(before: Document, after: Document, by: NonNullable<Document['redline']>): Document {
  const merger = createMerger(after.locale);
  return {
    ...after,
    redline: by,
    ...(after.footer && before.footer?.length === after.footer.length && { footer: mergedLines(before.footer, after.footer, merger) }),
    blocks: merger.blocks(before.blocks, after.blocks),
  };
}

function createMerger(locale: Locale): Merger {
  const merger: Merger = {
    locale,
    content: (before, after) => mergedContent(before, after, locale),
    blocks: <B extends Block>(before: readonly B[], after: readonly B[]) =>
      combined<B>(align<B>(before, after, blockLikeness(locale)), (old, young) => mergedBlock(old, young, merger) as B),
  };
  return merger;
}

const manners: { [K in Block['type']]: Manner<BlockOf<K>> } = {
  title: {
    name: () => null,
    frame: ({ lines }) => lines.length,
    words: () => null,
    merge: (before, after, merger) => ({ ...after, lines: mergedLines(before.lines, after.lines, merger) }),
  },
  paragraph: {
    name: () => null,
    frame: ({ style, align }) => [style, align],
    words: ({ content }) => plainText(content),
    merge: (before, after, { content }) => ({ ...after, content: content(before.content, after.content) }),
  },
  section: {
    name: ({ id }) => id,
    frame: ({ level, number, breakBefore }) => [level, number === null, breakBefore],
    words: ({ heading }) => plainText(heading),
    merge: (before, after, { content, blocks }) => ({
      ...after,
      ...(before.number !== null && before.number !== after.number && { formerNumber: before.number }),
      heading: content(before.heading, after.heading),
      children: blocks(before.children, after.children),
    }),
  },
  clause: {
    name: ({ id }) => id,
    frame: ({ level }) => level,
    words: ({ content }) => plainText(content),
    merge: (before, after, { content, blocks }) => ({
      ...after,
      ...(before.number !== after.number && { formerNumber: before.number }),
      content: content(before.content, after.content),
      children: blocks(before.children, after.children),
    }),
  },
  list: {
    name: () => null,
    frame: ({ marker }) => marker,
    words: () => null,
    merge: (before, after, merger) => ({ ...after, items: mergedItems(before, after, merger) }),
  },
  table: {
    name: ({ id }) => id,
    frame: ({ columns, caption, captionHidden, header }) => [
      columns.map(({ align }) => align),
      caption === null,
      captionHidden ?? false,
      header.length,
    ],
    words: ({ caption }) => plainText(caption ?? []),
    merge: (before, after, merger) => ({
      ...after,
      caption: before.caption && after.caption && (after.captionHidden ? after.caption : merger.content(before.caption, after.caption)),
      header: mergedCells(before.header, after.header, merger),
      rows: combined(
        align(before.rows, after.rows, rowLikeness(merger.locale)),
        (old, young): Row => ({ ...young, cells: mergedCells(old.cells, young.cells, merger) }),
      ),
    }),
  },
  facts: {
    name: () => null,
    frame: () => null,
    words: () => null,
    merge: (before, after, { content, locale }) => ({
      ...after,
      rows: combined(
        align(before.rows, after.rows, factLikeness(locale)),
        (old, young): Fact => ({ ...young, label: content(old.label, young.label), value: content(old.value, young.value) }),
      ),
    }),
  },
  stamps: {
    name: () => null,
    frame: ({ left, right }) => [left?.lines.length, right?.lines.length],
    words: () => null,
    merge: (before, after, merger) => ({
      ...after,
      left: mergedStamp(before.left, after.left, merger),
      right: mergedStamp(before.right, after.right, merger),
    }),
  },
  signature: {
    name: ({ id }) => id,
    frame: ({ lead, cells }) => [lead.length === 0, cells.map(({ caption, share }) => [caption, share])],
    words: () => null,
    merge: (before, after, { content }) => ({
      ...after,
      lead: content(before.lead, after.lead),
      cells: after.cells.map((cell, at): SignatureCell => ({ ...cell, content: content(before.cells[at]?.content ?? [], cell.content) })),
    }),
  },
  figure: {
    name: () => null,
    frame: ({ data, width, height, alt, align }) => [Array.from(data), width, height, alt, align],
    words: ({ alt }) => alt,
    merge: (_, after) => after,
  },
  chart: {
    name: ({ id }) => id,
    frame: ({ width, height, boxes, lines }) => [width, height, boxes, lines],
    words: ({ alt }) => alt,
    merge: (_, after) => after,
  },
};

const mannerOf = (block: Block): Manner<Block> => manners[block.type];

const mergedBlock = (before: Block, after: Block, merger: Merger): Block => mannerOf(after).merge(before, after, merger);

const blockLikeness = (locale: Locale): Likeness<Block> => ({
  keyOf: (block) => {
    const name = mannerOf(block).name(block);
    return name === null ? `${block.type} ${contentKey(block)}` : `${block.type} #${name}`;
  },
  joins: (before, after) => before.type === after.type && same(mannerOf(before).frame(before), mannerOf(after).frame(after)),
  alike: (before, after) => {
    const [old, young] = [mannerOf(before).words(before), mannerOf(after).words(after)];
    if (old === null || young === null) return 1;
    // A paragraph has no name by which anybody knows it: in the place of another it is that one, reworded.
    return before.type === 'paragraph' ? Math.max(enough, likenessOf(old, young, locale)) : likenessOf(old, young, locale);
  },
});

const mergedItems = (before: List, after: List, merger: Merger): Item[] =>
  combined(
    align(before.items, after.items, itemLikeness(merger.locale)),
    (old, young): Item => ({
      ...young,
      ...(old.label !== young.label && { formerLabel: old.label }),
      content: merger.content(old.content, young.content),
      children: merger.blocks(old.children, young.children),
    }),
  );

const itemLikeness = (locale: Locale): Likeness<Item> => ({
  keyOf: ({ id, content }) => (id === null ? `words ${contentKey(content)}` : `#${id}`),
  // A sign and a number belong to different numberings.
  joins: (before, after) => before.label.replace(/\d+/g, '1') === after.label.replace(/\d+/g, '1'),
  alike: (before, after) => likenessOf(plainText(before.content), plainText(after.content), locale),
});

const rowLikeness = (locale: Locale): Likeness<Row> => ({
  keyOf: ({ id, cells }) => (id === null ? `words ${contentKey(cells)}` : `#${id}`),
  joins: (before, after) => before.cells.length === after.cells.length,
  alike: (before, after) => likenessOf(wordsOfCells(before.cells), wordsOfCells(after.cells), locale),
});

const factLikeness = (locale: Locale): Likeness<Fact> => ({
  keyOf: ({ label }) => plainText(label),
  joins: () => true,
  alike: (before, after) => likenessOf(plainText(before.value), plainText(after.value), locale),
});

const wordsOfCells = (cells: readonly Cell[]): string =>
  cells
    .flatMap(({ children }) =>
      children.flatMap((child) => (child.type === 'paragraph' ? [child.content] : child.items.map(({ content }) => content))),
    )
    .map(plainText)
    .join(' ');

const mergedCells = (before: readonly Cell[], after: readonly Cell[], merger: Merger): Cell[] =>
  after.map((cell, at) => ({ ...cell, children: merger.blocks<Paragraph | List>(before[at]?.children ?? [], cell.children) }));

const mergedLines = (before: readonly (readonly Inline[])[], after: readonly (readonly Inline[])[], { content }: Merger): Inline[][] =>
  after.map((line, at) => content(before[at] ?? [], line));

const mergedStamp = (before: Stamp | null, after: Stamp | null, merger: Merger): Stamp | null =>
  before && after && { ...after, lines: mergedLines(before.lines, after.lines, merger) };

/** Pairs merged; what stands alone marked as a whole. */
function combined<T extends { revision?: Revision }>(pairs: readonly Pair<T>[], merge: (before: T, after: T) => T): T[] {
  return pairs.flatMap(({ before, after }): T[] => {
    if (before && after) return [merge(before, after)];
    return [
      ...(before ? [{ ...before, revision: 'deleted' as const }] : []),
      ...(after ? [{ ...after, revision: 'inserted' as const }] : []),
    ];
  });
}

/** What is seen of a part, as one text: the names and labels of blanks and boxes are not, nor what a voice says. */
const contentKey = (part: unknown): string =>
  JSON.stringify(part, (_, value: unknown) => {
    if (value instanceof Uint8Array) return Array.from(value);
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    const { name, label, expansion, ...seen } = value as Record<string, unknown>;
    return value.type === 'field' || value.type === 'checkbox' || value.type === 'text' ? seen : { ...seen, name, label, expansion };
  });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
