/**
 * Filled markup cut at its outermost elements. Most of them are the same for everybody who gets the same document, so
 * the blocks that an element was turned into are kept and serve again.
 */
import type { Block } from '../document.js';

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

/** Keeps pieces of at most `limit` characters in all, then begins anew. With 0 nothing is kept. */
export function keepPieces(limit: number): BuiltPieces {
  const kept = new Map<string, Map<string, Built>>();
  let characters = 0;
  return {
    get(circumstances, piece, build) {
      const known = kept.get(circumstances)?.get(piece);
      if (known) return known;
      const built = build();
      characters += piece.length;
      if (characters > limit) {
        kept.clear();
        characters = piece.length;
      }
      if (characters <= limit) kept.set(circumstances, (kept.get(circumstances) ?? new Map<string, Built>()).set(piece, built));
      return built;
    },
  };
}
