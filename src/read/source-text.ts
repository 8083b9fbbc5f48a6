/** A text with its lines, so that an offset becomes the place that a diagnostic shows. */
import type { Place } from '../diagnostic/diagnostic.js';

export interface SourceText {
  file: string;
  text: string;
  /** The place of the characters from one offset to another, as far as their first line goes. */
  placeAt(start: number, end?: number): Place;
  /** The line of an offset, from 1. */
  lineAt(offset: number): number;
}

/** Offsets are counted in UTF-16 units, as strings are; columns and lengths in characters, as people count. */
export function sourceText(file: string, text: string): SourceText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  function lineAt(offset: number): number {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  return {
    file,
    text,
    lineAt,
    placeAt(start, end = start + 1) {
      const line = lineAt(start);
      const from = starts[line - 1] ?? 0;
      const sourceLine = text.slice(from, (starts[line] ?? text.length + 1) - 1).replace(/\r$/, '');
      const within = Math.min(start - from, sourceLine.length);
      const meant = sourceLine.slice(within, Math.max(within, end - from)).trimEnd();
      return {
        file,
        line,
        sourceLine,
        column: characters(sourceLine.slice(0, within)) + 1,
        length: Math.max(1, characters(meant)),
      };
    },
  };
}

/** Counted without making a list of them: a hostile file can be one line of a million characters. */
function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}
