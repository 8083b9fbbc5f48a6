/** Cuts the endless strip into pages. */
import { free } from './flow.js';
import type { Head, Hold, Strip } from './flow.js';
import { moved } from './page.js';
import type { Bookmark, Box } from './page.js';

/** Where the text of a page may stand, pt from the top edge of the sheet. */
export interface Area {
  top: number;
  height: number;
}

/** What is left when a strip has found its page. */
export interface Cut {
  spreads: Spread[];
  outline: Bookmark[];
}

/** Rounding must not send a line to the next page. */
const slip = 1e-6;

/** The strips that a page takes, and where they come to stand on it. */
export interface Spread {
  strips: readonly Strip[];
  /** Of each strip, from the top edge of the sheet. */
  tops: readonly number[];
  /** The head of a table that goes on, at the top of the page. */
  head: Head | null;
  headTop: number;
  /** The next page goes on with what this one ends with. */
  goesOn: boolean;
}

/** Cuts strips into spreads, each within the area of its page; a strip that is taller than that has a page of its own. */
export function cutPages(strips: readonly Strip[], { first, others }: { first: Area; others: Area }): Cut {
  const spreads: Spread[] = [];
  const outline: Bookmark[] = [];
  let from = 0;
  do {
    const { top, height } = spreads.length === 0 ? first : others;
    const to = endOfPage(strips, from, height);
    const head = headOf(strips, from);
    const own = strips.slice(from, to);
    let y = top + (head?.height ?? 0);
    const tops = own.map((strip, at) => {
      if (at > 0) y += strip.before;
      if (strip.bookmark)
        addBookmark(outline, strip.bookmark.level, { title: strip.bookmark.title, page: spreads.length, y, children: [] });
      const here = y;
      y += strip.height;
      return here;
    });
    spreads.push({ strips: own, tops, head, headTop: top, goesOn: to < strips.length });
    from = to;
  } while (from < strips.length);
  return { spreads, outline };
}

/** The boxes of a page, where they stand on the sheet. */
export function spreadOut({ strips, tops, head, headTop, goesOn }: Spread): Box[] {
  const sheet: Sheet = { boxes: head?.boxes.map((box) => moved(box, headTop)) ?? [], row: null, cells: [] };
  for (const [at, strip] of strips.entries()) putStrip(sheet, strip, tops[at] ?? 0, goesOn && at === strips.length - 1);
  endRow(sheet);
  return sheet.boxes;
}

/** A page in the making, and the cells of a tall row that runs over it. */
interface Sheet {
  boxes: Box[];
  row: object | null;
  cells: Box[][];
}

function putStrip(sheet: Sheet, { boxes, slice, closing }: Strip, y: number, closes: boolean): void {
  if (sheet.row !== (slice?.row ?? null)) endRow(sheet);
  for (const box of boxes) sheet.boxes.push(moved(box, y));
  if (slice) {
    sheet.row = slice.row;
    for (const [at, own] of slice.cells.entries()) (sheet.cells[at] ??= []).push(...own.map((box) => moved(box, y)));
  }
  if (closes) sheet.boxes.push(...closing.map((box) => moved(box, y)));
}

function endRow(sheet: Sheet): void {
  sheet.boxes.push(...sheet.cells.flat());
  sheet.row = null;
  sheet.cells = [];
}

/** The head is repeated only where a page begins inside the table. */
const headOf = (strips: readonly Strip[], at: number): Strip['head'] => strips[at]?.head ?? null;

/** The index after the last strip of the page that begins with strip `from`. */
function endOfPage(strips: readonly Strip[], from: number, height: number): number {
  let used = headOf(strips, from)?.height ?? 0;
  let at = from;
  for (; at < strips.length; at++) {
    const strip = strips[at] as Strip;
    if (at > from && strip.newPage) return at;
    used += (at === from ? 0 : strip.before) + strip.height;
    if (used > height + slip) break;
  }
  if (at === strips.length) return at;
  if (at === from) return from + 1;
  // Go back to where strips hold together least; free ends are as good as any.
  let best = at;
  let weakest: Hold | null = null;
  for (let end = at; end > from; end--) {
    const hold = (strips[end - 1] as Strip).hold;
    if (weakest === null || hold < weakest) {
      weakest = hold;
      best = end;
    }
    if (hold === free) break;
  }
  return best;
}

function addBookmark(outline: Bookmark[], level: number, bookmark: Bookmark): void {
  const above = outline.at(-1);
  if (level > 1 && above) above.children.push(bookmark);
  else outline.push(bookmark);
}
