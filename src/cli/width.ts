/** Text that keeps within the width of a terminal. */
import type { Terminal } from './terminal.js';

/** Where nobody knows, as in a pipe; and the least that lines are broken for. */
const usual = 80;
const least = 40;

export const columnsOf = ({ columns }: Pick<Terminal, 'columns'>): number => Math.max(least, columns ?? usual);

/**
 * Lines of at most `width` characters. They are broken between words, not inside quotation marks, and a word that is
 * longer after its bars: `<utf-8|windows-1251>`.
 */
export function linesOf(text: string, width: number): string[] {
  const words = [...text.matchAll(/\s*(?:"[^"]*"|\S)+/g)].map(([word]) => word);
  const pieces = words.flatMap((word) => (word.trim().length > width ? word.split(/(?<=\|)/) : [word]));
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}

/** The text if there is room for it, else its end, where the name of a file says most. */
export const endOf = (text: string, width: number): string =>
  text.length <= width ? text : width < 1 ? '' : `…${text.slice(text.length - width + 1)}`;

/** The text if there is room for it, else its beginning. */
export const startOf = (text: string, width: number): string => (text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`);
