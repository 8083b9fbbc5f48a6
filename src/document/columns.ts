/** How wide the columns of a table are. */
import { contents, plainText } from './reading.js';
import type { Cell, Table } from './document.js';
import { widthInEms } from './letters.js';

/** Where a table stands and how its heads look; lengths in points. */
export interface TableRoom {
  width: number;
  /** On either side of the words in a cell. */
  padding: number;
  size: number;
  family: 'serif' | 'sans';
}

/** Borders and rounding take a little of a cell, pt. */
const slack = 1;

/**
 * The widths of the columns in points: as their shares say, but wide enough for the longest word of each head, which is
 * never divided. What some gain the others lose, each as it has room; where there is none, the shares stand.
 */
export function columnWidths(
  { columns, header }: Pick<Table, 'columns' | 'header'>,
  { width, padding, size, family }: TableRoom,
): number[] {
  const total = columns.reduce((sum, { share }) => sum + Math.max(0, share), 0);
  const wanted = columns.map(({ share }) => (total > 0 ? (width * Math.max(0, share)) / total : width / columns.length));
  const least = columns.map((_, at) => {
    const word = longestWord(header[at], family);
    return word === 0 ? 0 : word * size + 2 * padding + slack;
  });
  const missing = wanted.reduce((sum, own, at) => sum + Math.max(0, (least[at] ?? 0) - own), 0);
  const spare = wanted.reduce((sum, own, at) => sum + Math.max(0, own - (least[at] ?? 0)), 0);
  if (missing === 0 || spare < missing) return wanted;
  return wanted.map((own, at) => {
    const floor = least[at] ?? 0;
    return own < floor ? floor : own - ((own - floor) * missing) / spare;
  });
}

/** In ems. A line may end at a space or after the hyphen of a compound. */
function longestWord(cell: Cell | undefined, family: TableRoom['family']): number {
  const words = [...contents(cell?.children ?? [])].flatMap((content) => plainText(content).split(/[ \n]+|(?<=\p{L}{3}-)(?=\p{L}{3})/u));
  return Math.max(0, ...words.map((word) => widthInEms(word, family, 'bold')));
}
