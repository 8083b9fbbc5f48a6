/**
 * Filled markup cut at its outermost elements. Most of them are the same for everybody who gets the same document, so
 * the blocks that an element was turned into are kept and serve again.
 */
import type { Block } from '../document.js';
import { keep } from '../kept.js';

export interface Pieces {
  /** The tag of the document itself, with its attributes. */
  head: string;
  /** The elements inside it, one string each. */
  children: string[];
}

/** Null when the tags do not pair up; then the markup is not well formed and is for the parser to judge. */
export function piecesOf(markup: string): Pieces | null {
  const end = markup.lastIndexOf('</document>');
  const start = markup.indexOf('<document');
  const body = markup.indexOf('>', start) + 1;
  if (start < 0 || body === 0 || end < body) return null;
  const children: string[] = [];
  let depth = 0;
  let from = body;
  // Words are escaped, so whatever looks like a tag is one, and no `>` stands inside an attribute.
  for (let at = markup.indexOf('<', body); at >= 0 && at < end; at = markup.indexOf('<', at + 1)) {
    const close = markup.indexOf('>', at);
    if (close < 0) return null;
    if (markup[at + 1] === '/') depth -= 1;
    else if (markup[close - 1] !== '/') depth += 1;
    if (depth < 0) return null;
    if (depth === 0) {
      children.push(markup.slice(from, close + 1));
      from = close + 1;
    }
    at = close;
  }
  return depth === 0 && markup.slice(from, end).trim() === '' ? { head: markup.slice(start, body), children } : null;
}

/** What a piece became, and what those after it have to know. */
export interface Built {
  blocks: readonly Block[];
  /** How many sections have been counted, this one included. */
  sections: number;
  /** The abbreviations that it says for the first time. */
  said: readonly string[];
}

export interface BuiltPieces {
  /** The piece as it was built before under the same circumstances, or as `build` makes it now. */
  get(circumstances: string, piece: string, build: () => Built): Built;
}

/** A piece as it was built, found by its mark and known by its words. */
interface Known {
  circumstances: string;
  piece: string;
  built: Built;
}

/** A text of its own: a slice would keep the whole document that it was cut from in memory. */
const copyOf = (piece: string): string => Buffer.from(piece, 'utf16le').toString('utf16le');

/** Marks of pieces; a batch meets as many before the ones that come again have come again. */
const mostMet = 50_000;

/**
 * Keeps pieces of at most `limit` characters in all; what has not come for the longest goes first. With 0 nothing is
 * kept. A piece is kept when it is met for the second time: what names a person never comes again, and would fill the
 * memory of a batch.
 */
export function keepPieces(limit: number): BuiltPieces {
  const kept = keep<number, Known>(limit, (_, known) => known.circumstances.length + known.piece.length);
  const met = new Set<number>();
  return {
    get(circumstances, piece, build) {
      const mark = markOf(piece, markOf(circumstances));
      if (met.has(mark)) {
        const known = kept(mark, () => ({ circumstances, piece: copyOf(piece), built: build() }));
        return known.piece === piece && known.circumstances === circumstances ? known.built : build();
      }
      if (met.size >= mostMet) met.clear();
      met.add(mark);
      return build();
    },
  };
}

/** FNV-1a, 32 bits: of two texts with one mark the second is not kept, that is all. */
function markOf(text: string, start = 0x811c9dc5): number {
  let mark = start;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark >>> 0;
}
