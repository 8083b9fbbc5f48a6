/** A source line and the carets under it, as a terminal shows them: tabs, wide and combining characters reckoned with. */
import { visible } from './visible.js';

/** Columns of a terminal that a line may take. */
const widest = 100;
const tabStop = 4;

/** Marks and joiners that take no room of their own. */
const combining = /^[\p{M}\u200C\u200D]$/u;
const wide =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation})$/u;

interface Cell {
  shown: string;
  width: number;
}

/** `column` from 1 and `length` count characters. A long line is cut to the part that is meant. */
export function pointAt(sourceLine: string, column: number, length: number): { line: string; caret: string } {
  const start = offsetOf(sourceLine, column - 1);
  // Neither end of a long line is looked at: what is shown lies near the column.
  const from = wholeCharacter(sourceLine, Math.max(0, start - 2 * widest));
  const before = cells(sourceLine.slice(from, start), 0);
  const after = cells(sourceLine.slice(start, start + 4 * widest), widthOf(before));

  const cutBefore = from > 0 || widthOf(before) + Math.min(widthOf(after), widest / 2) > widest;
  const shownBefore = cutBefore ? lastCells(before, widest / 3) : before;
  const room = widest - widthOf(shownBefore);
  const shownAfter = firstCells(after, room);
  const cutAfter = shownAfter.length < after.length || start + 4 * widest < sourceLine.length;

  const meant = widthOf(shownAfter.slice(0, Math.max(1, length)));
  const lead = cutBefore ? '…' : '';
  return {
    line: lead + [...shownBefore, ...shownAfter].map((cell) => cell.shown).join('') + (cutAfter ? '…' : ''),
    caret: ' '.repeat(lead.length + widthOf(shownBefore)) + '^'.repeat(Math.max(1, meant)),
  };
}

const widthOf = (list: readonly Cell[]): number => list.reduce((sum, cell) => sum + cell.width, 0);

function cells(text: string, startAt: number): Cell[] {
  let at = startAt;
  return Array.from(text, (character) => {
    const width = character === '\t' ? tabStop - (at % tabStop) : combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
    at += width;
    return { shown: character === '\t' ? ' '.repeat(width) : visible(character), width };
  });
}

function firstCells(list: readonly Cell[], width: number): Cell[] {
  let used = 0;
  const tooFar = list.findIndex((cell) => (used += cell.width) > width);
  return tooFar < 0 ? [...list] : list.slice(0, tooFar);
}

function lastCells(list: readonly Cell[], width: number): Cell[] {
  return firstCells([...list].reverse(), width).reverse();
}

/** The UTF-16 offset of a character. */
function offsetOf(text: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < text.length; left -= 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);
