/** What of each line of a file tells to which section it belongs: its words, its form, and what stands around it. */
import type { WordText } from '../ooxml/word/word-text.js';
import { figures } from './section-traits.js';
import { plain, stemOf, wordsOf } from './words.js';

/** A paragraph of the body as far as its section is told by it. */
export interface SeenLine {
  /** Behind its number. */
  readonly text: string;
  /** `2.1.`, `•`; empty where there is none. */
  readonly number: string;
  readonly isBold: boolean;
  /** It has a style that outlines the file. */
  readonly isOutlined: boolean;
  /** The innermost cell in which it stands; null outside of tables. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
}

/** The paragraphs of the body that show something, by the index of their piece. */
export function seenIn({ pieces }: WordText): Map<number, SeenLine> {
  const seen = new Map<number, SeenLine>();
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.place.area !== 'body' || piece.hidden || piece.text.trim() === '') return;
    const cell = piece.place.cells.at(-1);
    seen.set(at, {
      text: piece.text.replace(/\s+/gu, ' ').trim(),
      number: piece.number?.shown ?? piece.typed?.shown ?? '',
      isBold: piece.look.bold === 'all',
      isOutlined: piece.look.outline !== null,
      cell: cell ? { table: cell.table, row: cell.row, column: cell.column } : null,
    });
  });
  return seen;
}

/** A long line says early what it is about, and the time is bounded. */
const mostWords = 40;
const mostPairs = 15;

/** The traits of each line, in their order. */
export function traitsOfLines(lines: readonly SeenLine[]): string[][] {
  const stems = lines.map(({ text }) =>
    wordsOf(text.slice(0, 600))
      .slice(0, mostWords)
      .map((word) => (/\p{L}/u.test(word) ? stemOf(word) : '0')),
  );
  const { rowLabels, columnHeads } = tableHeads(lines);
  const counts = lengthsOf(stems);
  let heading: number | null = null;
  return lines.map((line, at) => {
    const own = stems[at] ?? [];
    const traits = new Set([...wordTraits(own), ...formTraits(line, own), ...placeTraits(line, at, lines.length)]);
    const around = (prefix: string, of: number | null | undefined, most: number): void => {
      if (of === null || of === undefined || of === at) return;
      for (const stem of (stems[of] ?? []).slice(0, most)) traits.add(`${prefix}${stem}`);
    };
    around('row:', rowLabels.get(at), 6);
    around('head:', columnHeads.get(at), 5);
    around('before:', at - 1, 5);
    around('above:', heading, 6);
    if (heading !== null) traits.add(`above=${(stems[heading] ?? []).join('_')}`);
    if (line.cell && rowLabels.get(at) === at) traits.add('first in its row');
    if (line.cell && columnHeads.get(at) === at) traits.add('first in its column');
    if (at > 0) traits.add(`before ${counts[at - 1] ?? ''}${(lines[at - 1]?.text ?? '').endsWith(':') ? ':' : ''}`);
    const next = lines[at + 1];
    if (next)
      traits.add(`after ${counts[at + 1] ?? ''}${next.number === '' ? '' : ' numbered'}${/^\p{Ll}/u.test(next.text) ? ' small' : ''}`);
    if (isHeadingLike(line, own.length)) {
      traits.add('as a heading');
      heading = at;
    }
    return [...traits];
  });
}

function wordTraits(stems: readonly string[]): string[] {
  const pairs = stems.slice(1, mostPairs).map((stem, at) => `${stems[at] ?? ''}_${stem}`);
  const [first = '', second = ''] = stems;
  return [
    ...stems,
    ...pairs,
    `^${first}`,
    `^${first}_${second}`,
    `$${stems.at(-1) ?? ''}`,
    ...(stems.length > 0 && stems.length <= 3 ? [`=${stems.join('_')}`] : []),
  ];
}

function formTraits({ text, number, isBold, isOutlined }: SeenLine, stems: readonly string[]): string[] {
  const small = plain(text);
  const beginning = /^\p{L}+/u.exec(small)?.[0] ?? '';
  return [
    lengthOf(stems.length),
    `first ~${beginning.slice(-2)}`,
    `first ~${beginning.slice(-3)}`,
    `number ${/^\d+[.)]?$/u.test(number) ? 'one' : /^\d+\.\d/u.test(number) ? 'deep' : /^[\p{L}]+[.)]$/u.test(number) ? 'letter' : number === '' ? 'none' : 'dot'}`,
    ...(isBold ? ['bold'] : []),
    ...(isOutlined ? ['outlined'] : []),
    ...forms.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : [])),
  ];
}

const forms: readonly (readonly [string, RegExp])[] = [
  ['ends :', /:$/u],
  ['ends .', /[.!]$/u],
  ['ends ;', /;$/u],
  ['to fill in', /_{3,}|\.{5,}|…{2,}/u],
  ['capitals', /^\p{Lu}[\p{Lu}\s\d.,-]+$/u],
  ['begins small', /^\p{Ll}/u],
  ...figures,
  ['date', /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b/u],
];

function placeTraits({ cell }: SeenLine, at: number, count: number): string[] {
  return [
    cell ? `column ${Math.min(4, cell.column)}` : 'paragraph',
    `fifth ${Math.floor((5 * at) / count)}`,
    ...(at < 4 ? [`line ${at}`] : []),
    ...(count - at < 6 ? ['at the end'] : []),
  ];
}

/** Of each line in a table the first line of its row and of its column. */
function tableHeads(lines: readonly SeenLine[]): { rowLabels: Map<number, number>; columnHeads: Map<number, number> } {
  const first = new Map<string, number>();
  const rowLabels = new Map<number, number>();
  const columnHeads = new Map<number, number>();
  lines.forEach(({ cell }, at) => {
    if (!cell) return;
    for (const [key, found] of [
      [`${cell.table} row ${cell.row}`, rowLabels],
      [`${cell.table} column ${cell.column}`, columnHeads],
    ] as const) {
      if (!first.has(key)) first.set(key, at);
      found.set(at, first.get(key) ?? at);
    }
  });
  return { rowLabels, columnHeads };
}

const lengthOf = (count: number): string =>
  count <= 2 ? 'tiny' : count <= 4 ? 'short' : count <= 8 ? 'middling' : count <= 16 ? 'long' : 'very long';
const lengthsOf = (stems: readonly (readonly string[])[]): string[] => stems.map(({ length }) => lengthOf(length));

/** Few words that end in no sign of a sentence and begin with a capital. */
const isHeadingLike = ({ text, number }: SeenLine, words: number): boolean =>
  words > 0 &&
  words <= 8 &&
  !/[.;,]$/u.test(text) &&
  /^[\p{Lu}\d]/u.test(text) &&
  (text.endsWith(':') || number === '' || /^[\dIVX]+\.?$/u.test(number));
