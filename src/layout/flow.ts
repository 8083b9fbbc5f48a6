/** The document as one endless strip of paper, cut into strips that a page takes whole. */
import type { Box } from './page.js';

/**
 * How strongly a strip holds to the next one. When a run of strips that hold together is taller than a page, it is
 * cut where the hold is weakest.
 */
export type Hold = typeof free | typeof withinParagraph | typeof withNext | typeof whole;
export const free = 0;
/** First and last two lines of a paragraph, first and last rows of a table. */
export const withinParagraph = 1;
/** A heading and what it heads, a lead-in and what it introduces. */
export const withNext = 2;
/** A signature and its lead-in. */
export const whole = 3;

export interface Strip {
  /** Space above, not taken at the top of a page. */
  before: number;
  height: number;
  /** With y from the top of the strip. */
  boxes: Box[];
  hold: Hold;
  newPage: boolean;
  /** Stands above this strip when it begins a page. */
  head: Head | null;
  /** Drawn with this strip when it ends a page. */
  closing: Box[];
  /** A slice of a tall row: the boxes of each cell apart, since a page reads one cell to its end and then the next. */
  slice: { row: object; cells: Box[][] } | null;
  bookmark: { title: string; level: number } | null;
  /** Part of a place to sign. */
  signs: boolean;
  /** Its name among what is kept for other documents; null for one of this document alone. */
  origin: string | null;
}

/** The repeated head of a table. */
export interface Head {
  height: number;
  boxes: Box[];
}

export interface Flow {
  readonly strips: Strip[];
  /** Space that the last block wants below itself. */
  gap: number;
  /** The next strip begins a page. */
  newPage: boolean;
}

export const newFlow = (): Flow => ({ strips: [], gap: 0, newPage: false });

/** Adds a strip under the last one; `space` is what it wants above itself. */
export function add(flow: Flow, height: number, boxes: Box[], space = 0, hold: Hold = free): Strip {
  const strip: Strip = {
    before: flow.gap + space,
    height,
    boxes,
    hold,
    newPage: flow.newPage,
    head: null,
    closing: [],
    slice: null,
    bookmark: null,
    signs: false,
    origin: null,
  };
  flow.gap = 0;
  flow.newPage = false;
  flow.strips.push(strip);
  return strip;
}

export const stronger = (a: Hold, b: Hold): Hold => (a > b ? a : b);

/** Height of all strips of a flow, one under the other. */
export const heightOf = (flow: Flow): number => flow.strips.reduce((sum, strip) => sum + strip.before + strip.height, 0);

/** Adds what should stand side by side one under the other, for the case that it is taller than a page. */
export function append(flow: Flow, others: readonly Flow[]): void {
  for (const { height, boxes, before, hold } of others.flatMap((other) => other.strips)) add(flow, height, boxes, before, hold);
}
