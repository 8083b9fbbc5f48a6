/**
 * Filled markup cut at its outermost elements. Most of them are the same for everybody who gets the same document, so
 * the blocks that an element was turned into are kept and serve again.
 */
import { frozen } from '../content/content.js';
import type { Block } from '../document/document.js';
import type { Kept } from '../content/kept.js';

export interface Pieces {
  /** The tag of the document itself, with its attributes. */
  readonly head: string;
  /** The elements inside it, one string each. */
  readonly children: readonly string[];
}

/** Null when the tags do not pair up; then the markup is not well formed and is for the parser to judge. */
export function piecesOf(markup: string): Pieces | null {
  const end = markup.lastIndexOf('</document>');
  const start = markup.indexOf('<document');
  const body = markup.indexOf('>', start) + 1;
  const around = markup.slice(0, start) + markup.slice(end + '</document>'.length);
  if (start < 0 || body === 0 || end < body || around.trim() !== '') return null;
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
  readonly blocks: readonly Block[];
  /** How many sections have been counted, this one included. */
  readonly sections: number;
  /** The abbreviations that it says for the first time. */
  readonly said: readonly string[];
}

export interface BuiltPieces {
  /** The piece as it was built before under the same circumstances, or as `build` makes it now. */
  get(circumstances: string, piece: string, build: () => Built): Built;
}

/** A tree takes some seven times the bytes of its markup: most of it are the objects around few words. */
const perCharacter = 15;

/**
 * Keeps what pieces became, frozen, since documents share it. A piece is kept when it is met for the second time. A Word
 * file that comes again costs a quarter of what it would without, a PDF two fifths.
 */
export function keepPieces(kept: Kept): BuiltPieces {
  const drawer = kept.drawer<{ built: Built; length: number }>(({ length }) => perCharacter * length);
  return {
    get: (circumstances, piece, build) =>
      drawer.getAgain(
        circumstances + piece,
        () => ({ built: build(), length: piece.length }),
        (made) => {
          for (const block of made.built.blocks) frozen(block);
          return frozen(made);
        },
      ).built,
  };
}
