/** Keeps signatures on the page of the words that they sign. */
import { leastSigned as least, signedReach as reach } from '../document/signed-text.js';
import { free, stronger, whole, withinParagraph } from './flow.js';
import type { Strip } from './flow.js';

/**
 * Binds all signatures that stand together to each other and to the text before them: to the last section with its
 * heading, or to as much of its end as a page has room for. `pageHeight` in pt.
 */
export function bindSignatures(strips: readonly Strip[], pageHeight: number): void {
  let below = 0;
  for (let end = strips.length; end > 0; ) {
    if (!strips[end - 1]?.signs) {
      end -= 1;
      below = 0;
      continue;
    }
    let first = end - 1;
    while (strips[first - 1]?.signs) first -= 1;
    below += heightBetween(strips, first, end);
    bind(strips, first, end - 1, withinParagraph);
    end = bindText(strips, first, pageHeight - below, pageHeight);
    below += heightBetween(strips, end, first);
  }
}

/** Binds the text that ends before strip `first` to it; gives the strip that it begins with. */
function bindText(strips: readonly Strip[], first: number, room: number, pageHeight: number): number {
  let [at, pieces, lines, height] = [first, 0, 0, 0];
  let headed = false;
  let ticked = false;
  /** Where enough begins, and where all that belongs together does. */
  let [enough, most] = [first, first];
  while (at > 0 && !strips[at - 1]?.signs) {
    const has = pieces >= least.pieces && lines >= least.lines;
    if (has && headed) break;
    const from = pieceBefore(strips, at);
    const own = strips.slice(from, at);
    ticked ||= own.some(({ boxes }) => boxes.some(({ type }) => type === 'checkbox'));
    height += heightBetween(strips, from, at);
    if (height > (has ? Math.min(room, pageHeight * (ticked ? reach.boxes : reach.words)) : room)) break;
    at = from;
    pieces += 1;
    lines += own.reduce((sum, strip) => sum + linesIn(strip), 0);
    const heads = own.some(({ bookmark }) => bookmark !== null);
    headed ||= heads;
    if (!has) enough = at;
    if (!has || heads || own.some(({ boxes }) => boxes.some(({ type }) => type === 'checkbox'))) most = at;
  }
  // A piece that is taller than the room gives its last lines.
  for (let count = 0; enough > 0 && pieces === 0 && count < least.lines && !strips[enough - 1]?.signs; enough -= 1)
    count += linesIn(strips[enough - 1]);
  bind(strips, most, first, withinParagraph);
  bind(strips, enough, first, whole);
  const begin = Math.min(most, enough);
  const above = strips[begin - 1];
  // Between two signatures there is only what belongs to both.
  if (above?.signs) above.hold = stronger(above.hold, withinParagraph);
  return begin;
}

/** The strip that begins the piece which ends before strip `end`: a paragraph, an item, a row, with what introduces it. */
function pieceBefore(strips: readonly Strip[], end: number): number {
  let at = end - 1;
  while (at > 0 && strips[at - 1]?.hold !== free && !strips[at - 1]?.signs && !strips[at]?.newPage) at -= 1;
  return at;
}

function bind(strips: readonly Strip[], from: number, to: number, hold: Strip['hold']): void {
  for (const strip of strips.slice(from, to)) strip.hold = stronger(strip.hold, hold);
}

const heightBetween = (strips: readonly Strip[], from: number, to: number): number =>
  strips.slice(from, to).reduce((sum, strip) => sum + strip.before + strip.height, 0);

/** How many lines of words stand in a strip, which may be a row of cells. */
const linesIn = (strip: Strip | undefined): number =>
  new Set(strip?.boxes.filter(({ type }) => type === 'text').map(({ y }) => Math.round(y))).size;
