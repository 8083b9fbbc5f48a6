/** What a document says, passage by passage, as those hear it who cannot see it. */
import type { Block, Inline } from '../src/document/document.js';

/** Numbers and labels included; the form of a blank, such as «__» ________ 20__ г., where it is `printed`. */
export function* passages(blocks: readonly Block[], patterns: 'printed' | 'left out'): Generator<string> {
  const said = (content: readonly Inline[]): string =>
    content
      .map((inline) => {
        switch (inline.type) {
          case 'text':
            return inline.value;
          case 'field':
            return patterns === 'printed' ? (inline.pattern ?? '').replace(/_+/gu, '') : '';
          default:
            return '';
        }
      })
      .join('');
  for (const block of blocks) {
    switch (block.type) {
      case 'title':
        for (const line of block.lines) yield said(line);
        break;
      case 'paragraph':
        yield said(block.content);
        break;
      case 'section':
        yield (block.number ?? '') + said(block.heading);
        yield* passages(block.children, patterns);
        break;
      case 'clause':
        yield block.number + said(block.content);
        yield* passages(block.children, patterns);
        break;
      case 'list':
        for (const { label, content, children } of block.items) {
          yield label + said(content);
          yield* passages(children, patterns);
        }
        break;
      case 'table':
        if (block.caption) yield said(block.caption);
        for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)]) yield* passages(cell.children, patterns);
        break;
      case 'facts':
        for (const { label, value } of block.rows) yield* [said(label), said(value)];
        break;
      case 'stamps':
        for (const stamp of [block.left, block.right]) for (const line of stamp?.lines ?? []) yield said(line);
        break;
      case 'signature':
        yield said(block.lead);
        for (const { content, caption } of block.cells) yield* [said(content), caption ?? ''];
        break;
      case 'figure':
      case 'chart':
        break;
    }
  }
}
