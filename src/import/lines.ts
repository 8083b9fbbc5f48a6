/** The pieces of a file as lines and tables in the order in which they are read. A line knows from which characters of which paragraph it is. */
import type { ParagraphLook, WordArea, WordParagraph, WordText } from '../ooxml/word/word-text.js';

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
  const blocks: Block[] = [];
  const open = new Map<number, { rows: Map<number, Map<number, CellBlock & { lines: Line[] }>> }>();
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.place.area !== 'body' || !isShown(piece)) return;
    const outer = piece.place.cells[0];
    if (!outer) {
      blocks.push(...linesOf(piece, at).map((line) => ({ kind: 'line', line }) as const));
      return;
    }
    // A table around the whole document is a frame: what stands in its cells is read as if it were not there.
    const isFrame = (number: number): boolean => tables.some((table) => table.number === number && table.rows * table.columns === 1);
    const cell = piece.place.cells.find(({ table }) => !isFrame(table));
    if (!cell) {
      blocks.push(...linesOf(piece, at).map((line) => ({ kind: 'line', line }) as const));
      return;
    }
    let table = open.get(cell.table);
    if (!table) {
      table = { rows: new Map() };
      open.set(cell.table, table);
      const { rows } = table;
      blocks.push({
        kind: 'table',
        number: cell.table,
        get rows() {
          return [...rows].sort(([a], [b]) => a - b).map(([, cells]) => [...cells].sort(([a], [b]) => a - b).map(([, one]) => one));
        },
      });
    }
    const row = table.rows.get(cell.row) ?? new Map<number, CellBlock & { lines: Line[] }>();
    table.rows.set(cell.row, row);
    const inCell = row.get(cell.column) ?? { row: cell.row, column: cell.column, lines: [] };
    row.set(cell.column, inCell);
    inCell.lines.push(...linesOf(piece, at));
  });
  return blocks.map((block) => (block.kind === 'table' ? { ...block, rows: block.rows } : block));
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
    const depth = number.isBullet ? 0 : number.shown.match(/\p{N}+|\p{L}+/gu)?.length ?? 0;
    return { shown: number.shown, isBullet: number.isBullet, depth, level: number.level };
  }
  if (typed) return { shown: typed.shown, isBullet: typed.isBullet, depth: typed.values.length, level: Math.max(0, typed.values.length - 1) };
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

export const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 3;

/** Two headings of one level look the same. */
export const lookKey = ({ paragraph: { look }, ...line }: Line): string =>
  [look.outline, look.styleId, look.bold === 'all', look.underlined === 'all', isShouted(line.text), Math.round(look.size), look.align].join('|');

export type { ParagraphLook };
