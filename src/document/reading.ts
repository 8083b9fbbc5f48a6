/** The tree in reading order, and its words. */
import { text } from './document.js';
import type { Block, Chart, Inline, List } from './document.js';

/** Every block of the tree in reading order, parents before their children; cells of tables included. */
export function* walk(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    switch (block.type) {
      case 'section':
      case 'clause':
        yield* walk(block.children);
        break;
      case 'list':
        for (const item of block.items) yield* walk(item.children);
        break;
      case 'table':
        for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)]) yield* walk(cell.children);
        break;
      default:
    }
  }
}

/** Every run of inline content in reading order. */
export function* contents(blocks: readonly Block[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    switch (block.type) {
      case 'title':
        yield* block.lines;
        break;
      case 'paragraph':
        yield block.content;
        break;
      case 'section':
        yield block.heading;
        yield* contents(block.children);
        break;
      case 'clause':
        yield block.content;
        yield* contents(block.children);
        break;
      case 'list':
        for (const item of block.items) {
          yield item.content;
          yield* contents(item.children);
        }
        break;
      case 'table':
        if (block.caption) yield block.caption;
        for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)]) yield* contents(cell.children);
        break;
      case 'facts':
        for (const row of block.rows) {
          yield row.label;
          yield row.value;
        }
        break;
      case 'stamps':
        for (const stamp of [block.left, block.right]) if (stamp) yield* stamp.lines;
        break;
      case 'signature':
        yield block.lead;
        for (const cell of block.cells) yield cell.content;
        break;
      case 'figure':
      case 'chart':
        break;
    }
  }
}

/** What the boxes of a chart say, for formats that do not draw. */
export const chartInWords = ({ boxes }: Chart): List => ({
  type: 'list',
  marker: 'dash',
  items: boxes.map(({ texts }) => ({ id: null, label: '–', content: [text(texts.map(({ value }) => value).join(' '))], children: [] })),
});

/** The words of inline content; a blank gives nothing, a line break gives a space. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.value : inline.type === 'break' ? ' ' : '')).join('');
}
