/**
 * Which of the text before a signature stays on its page. Word lays the pages out, so heights are guessed here from the
 * number of letters; Word takes no notice of what is bound where all of it does not fit on a page.
 */
import { contents, plainText } from '../../document/reading.js';
import type { Block, Inline, Item, Row, Signature } from '../../document/document.js';
import { widthInEms } from '../../document/letters.js';
import { leastSigned as least, signedReach as reach } from '../../document/signed-text.js';
import type { Theme } from '../../theme/theme.js';
import { points } from './ooxml.js';

/** What may be kept with what follows: blocks, items of lists and rows of tables. */
export type Bound = ReadonlySet<Block | Item | Row>;

/** Single spacing in sizes of the letters. */
const single = 1.15;

interface Piece {
  of: Block | Item | Row;
  /** pt */
  height: number;
  lines: number;
  heads: boolean;
  ticked: boolean;
}

/** Of each of the outermost blocks, what is bound inside it, itself included. */
export function boundTo(blocks: readonly Block[], theme: Theme): Bound[] {
  const bound = blocks.map(() => new Set<Block | Item | Row>());
  if (!blocks.some((block) => block.type === 'signature')) return bound;
  const { page } = theme;
  const pageHeight = points(page.height - page.margin.top - page.margin.bottom);
  let below = 0;
  for (let end = blocks.length; end > 0; end -= 1) {
    const block = blocks[end - 1];
    if (block?.type !== 'signature') {
      below = 0;
      continue;
    }
    below += heightOf(block, theme);
    if (end < 2 || blocks[end - 2]?.type === 'signature') continue;
    for (const { piece, at } of taken(upwards(blocks, end - 2, theme), pageHeight - below, pageHeight)) bound[at]?.add(piece.of);
  }
  return bound;
}

interface PlacedPiece {
  piece: Piece;
  /** Of its outermost block. */
  at: number;
}

/** The pieces from block `last` up to the signature before, the nearest first: few are looked at, and guessing takes its time. */
function* upwards(blocks: readonly Block[], last: number, theme: Theme): Generator<PlacedPiece> {
  for (let at = last; at >= 0; at -= 1) {
    const block = blocks[at];
    if (!block || block.type === 'signature') return;
    for (const piece of piecesOf(block, theme).toReversed()) yield { piece, at };
  }
}

function taken(pieces: Iterable<PlacedPiece>, room: number, pageHeight: number): PlacedPiece[] {
  let [lines, height, enough, most, texts] = [0, 0, 0, 0, 0];
  let headed = false;
  let ticked = false;
  const seen: PlacedPiece[] = [];
  for (const one of pieces) {
    const { piece } = one;
    const has = texts >= least.pieces && lines >= least.lines;
    if (has && headed) break;
    ticked ||= piece.ticked;
    height += piece.height;
    if (height > (has ? Math.min(room, pageHeight * (ticked ? reach.boxes : reach.words)) : room)) break;
    seen.push(one);
    lines += piece.heads ? 0 : piece.lines;
    texts += piece.heads ? 0 : 1;
    headed ||= piece.heads;
    if (!has) enough = seen.length;
    if (!has || piece.heads || piece.ticked) most = seen.length;
  }
  return seen.slice(0, Math.max(enough, most));
}

/** The pieces of a block that a page may part, in their order. */
function piecesOf(block: Block, theme: Theme): Piece[] {
  const { page, text, table } = theme;
  const width = points(page.width - page.margin.left - page.margin.right);
  const piece = (of: Piece['of'], content: readonly Inline[], after: number, heads = false): Piece => {
    const lines = linesOf(content, width, text.size, theme);
    return { of, lines, height: lines * text.size * text.spacing * single + after, heads, ticked: content.some(isBox) };
  };
  switch (block.type) {
    case 'section': {
      const { before, after } = theme.heading[block.level];
      return [piece(block, block.heading, before + after, true), ...block.children.flatMap((child) => piecesOf(child, theme))];
    }
    case 'clause':
      return [piece(block, block.content, theme.clause.after), ...block.children.flatMap((child) => piecesOf(child, theme))];
    case 'paragraph':
      return [piece(block, block.content, text.after)];
    case 'list':
      return block.items.flatMap((item) => [
        piece(item, item.content, theme.list.after),
        ...item.children.flatMap((child) => piecesOf(child, theme)),
      ]);
    case 'table': {
      const total = block.columns.reduce((sum, { share }) => sum + share, 0);
      return block.rows.map((row): Piece => {
        const cells = row.cells.map(({ children }, at) => {
          const inner = (width * (block.columns[at]?.share ?? 0)) / total - 2 * points(table.padding);
          return [...contents(children)].reduce((sum, content) => sum + linesOf(content, inner, table.size, theme), 0);
        });
        const lines = Math.max(1, ...cells);
        const ticked = row.cells.some(({ children }) => [...contents(children)].flat().some(isBox));
        return { of: row, lines, height: lines * table.size * table.spacing * single + 2 * points(table.padding), heads: false, ticked };
      });
    }
    case 'facts':
      return [{ of: block, lines: block.rows.length, height: block.rows.length * text.size * 2, heads: false, ticked: false }];
    default:
      return [];
  }
}

const isBox = ({ type }: Inline): boolean => type === 'checkbox';

const linesOf = (content: readonly Inline[], width: number, size: number, { font }: Theme): number =>
  Math.max(1, Math.ceil((widthInEms(plainText(content), font.body) * size) / width));

/** A place for the hand is two lines high. */
function heightOf({ lead, cells }: Signature, theme: Theme): number {
  const { text, signature } = theme;
  const captioned = cells.some(({ caption }) => caption !== null);
  const lines = (lead.length > 0 ? 1 : 0) + 2;
  return signature.before + lines * text.size * text.spacing * single + (captioned ? signature.captionSize * single : 0) + text.after;
}
