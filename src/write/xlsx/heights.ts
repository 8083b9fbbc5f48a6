/** How high rows have to be: programs differ in whether they find out when they open a file. */
import type { Cell, Column } from '../../document/workbook.js';

/** Widths of columns are counted in digits; Cyrillic letters are as wide on average, Latin ones narrower. */
const widthOf = (word: string): number => word.length - 0.08 * (word.match(/\P{Script=Cyrillic}/gu)?.length ?? 0);

/** How much more bold letters need. */
const bold = 1.1;

/** Of the font size: a line with the space to the next one. */
const lineHeight = 1.28;

/** pt, above and below the text together. */
const padding = 3;

/** The height of a row in pt with text of that size. */
export function heightOf(cells: readonly Cell[], columns: readonly Column[], size: number): number {
  return height(Math.max(1, ...cells.map((cell, at) => linesIn(wordsOf(cell), columns[at]?.width ?? 0))), size);
}

export const headHeight = (columns: readonly Column[], size: number): number =>
  height(Math.max(...columns.map(({ heading, width }) => linesIn(heading, width / bold))), size);

/** Rounded to the quarter points that Excel knows. */
export const height = (lines: number, size: number): number => Math.ceil((lines * size * lineHeight + padding) * 4) / 4;

const wordsOf = (cell: Cell): string =>
  cell.type === 'text' ? cell.text : cell.type === 'entry' && typeof cell.value === 'string' ? cell.value : '';

/** Lines after which all words are written, breaking at spaces and inside words that are longer than a line. */
function linesIn(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  return text.split('\n').reduce((lines, paragraph) => {
    let left = 0;
    let count = 0;
    for (const word of paragraph.split(' ')) {
      const needed = widthOf(word);
      if (count > 0 && needed <= left) left -= needed + 1;
      else {
        const rows = Math.max(1, Math.ceil(needed / room));
        count += rows;
        left = rows * room - needed - 1;
      }
    }
    return lines + count;
  }, 0);
}
