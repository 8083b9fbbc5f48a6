/** The pieces of a file as lines and tables in the order in which they are read. A line knows from which characters of which paragraph it is. */
import type { WordArea, WordParagraph, WordText } from '../ooxml/word/word-text.js';

/** A part of a paragraph without spaces at its ends. */
export interface Line {
  readonly piece: number;
  readonly start: number;
  readonly text: string;
  readonly paragraph: WordParagraph;
  /** Whether it is the first of its paragraph, to which the number belongs. */
  readonly isFirst: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly number: number;
  readonly rows: readonly (readonly CellBlock[])[];
}

export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly lines: readonly Line[];
}

export interface LineBlock {
  readonly kind: 'line';
  readonly line: Line;
}

export type Block = LineBlock | TableBlock;

/** The part of a line between two of its characters, without spaces at the ends. */
export function partOf(line: Line, from: number, to: number = line.text.length): Line {
  const cut = line.text.slice(from, to);
  const lead = cut.length - cut.trimStart().length;
  return { ...line, start: line.start + from + lead, text: cut.trim(), isFirst: line.isFirst && from === 0 };
}

/** A paragraph at its line breaks. */
export function linesOf(paragraph: WordParagraph, piece: number): Line[] {
  const whole: Line = { piece, start: 0, text: paragraph.text, paragraph, isFirst: true };
  const lines: Line[] = [];
  let from = 0;
  for (const text of paragraph.text.split('\n')) {
    if (text.trim() !== '') lines.push({ ...partOf(whole, from, from + text.length), isFirst: lines.length === 0 });
    from += text.length + 1;
  }
  return lines;
}

const isShown = (paragraph: WordParagraph): boolean => !paragraph.hidden && paragraph.text.trim() !== '';

/** The lines of the body, boxes among them; a table stands once, where its first cell is read. */
export function blocksOf({ pieces, tables }: WordText): Block[] {
  // A table of one cell is a frame around the text: what stands in it is read as if the frame were not there.
  const frames = new Set(tables.filter(({ rows, columns }) => rows * columns === 1).map(({ number }) => number));
  const order: (Line | number)[] = [];
  const cells = new Map<number, Map<string, { row: number; column: number; lines: Line[] }>>();
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.place.area !== 'body' || !isShown(piece)) return;
    const lines = linesOf(piece, at);
    const place = piece.place.cells.find(({ table }) => !frames.has(table));
    if (!place) {
      order.push(...lines);
      return;
    }
    const known = cells.get(place.table);
    const table = known ?? new Map<string, { row: number; column: number; lines: Line[] }>();
    if (!known) {
      cells.set(place.table, table);
      order.push(place.table);
    }
    const key = `${place.row}:${place.column}`;
    const cell = table.get(key) ?? { row: place.row, column: place.column, lines: [] };
    table.set(key, cell);
    cell.lines.push(...lines);
  });
  return order.map((one) =>
    typeof one === 'number'
      ? { kind: 'table', number: one, rows: rowsOf([...(cells.get(one)?.values() ?? [])]) }
      : { kind: 'line', line: one },
  );
}

function rowsOf(cells: readonly CellBlock[]): CellBlock[][] {
  const rows = new Map<number, CellBlock[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.column - b.column));
}

/** The lines of an area other than the body. */
export const areaLines = ({ pieces }: WordText, area: WordArea): Line[] =>
  pieces.flatMap((piece, at) => (piece.kind === 'paragraph' && piece.place.area === area && isShown(piece) ? linesOf(piece, at) : []));

/** What stands before the first line of a paragraph. */
export interface LineNumber {
  readonly shown: string;
  readonly isBullet: boolean;
  /** How many numbers it has: 2 for `2.1.`; 0 for a bullet. */
  readonly depth: number;
  readonly level: number;
}

export function numberOf(line: Line): LineNumber | null {
  const { number, typed } = line.paragraph;
  if (!line.isFirst) return null;
  if (number) {
    const depth = number.isBullet ? 0 : (number.shown.match(/\p{N}+|\p{L}+/gu)?.length ?? 0);
    return { shown: number.shown, isBullet: number.isBullet, depth, level: number.level };
  }
  if (typed)
    return { shown: typed.shown, isBullet: typed.isBullet, depth: typed.values.length, level: Math.max(0, typed.values.length - 1) };
  return null;
}

/** Whether the look of a line says that it is a heading, whatever its words. */
export function looksLikeHeading(line: Line): boolean {
  const { look, text } = line.paragraph;
  if (/[;,]$/u.test(line.text) || line.text.length > 120) return false;
  const isWhole = text.trim() === line.text;
  return (
    look.outline !== null ||
    /^(?:heading|title|subtitle|kop|заголовок)\b/iu.test(look.style) ||
    (isWhole && look.bold === 'all') ||
    (isWhole && look.underlined === 'all') ||
    isShouted(line.text)
  );
}

export const isShouted = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 3;
