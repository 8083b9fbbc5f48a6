/**
 * The fingerprint of a paper: a digest of the words that bind whoever signs it. It is taken from the document tree of
 * the blank paper, so two papers have the same one exactly when they read the same, whatever files they came from.
 */
import type { Block, Cell, Document, Inline, Item } from '../document/document.js';
import { sha256 } from '../content/sha256.js';
import { plain } from './words.js';

/** Stands in every text that is hashed. Whoever changes what is hashed changes it too, and all fingerprints with it. */
const algorithm = 'rolewright paper 1';

/** Digits that are printed: a paper has few versions, and people compare these by eye. */
const printed = 12;

/** The SHA-256 of a paper's text as 64 hexadecimal digits. `blank` is the tree of the paper without person, number and date. */
export const fingerprintOf = (blank: Pick<Document, 'blocks'>): string => sha256(paperText(blank), 'hex');

/** What is printed of a fingerprint: its first twelve digits. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, printed);

/**
 * The text that a fingerprint is made from: a line for each heading, clause, item, paragraph and row, its number before
 * a tab. It is written field by field, so that another field of a node changes nothing.
 *
 * Counted are words in their order, the numbers by which people cite them, the level of an item, the cells of a row,
 * and blanks and boxes as such. Not counted are requisites (employer, date, number, place), stamps, whoever else signs,
 * pictures, what stands around the text, ids, labels and all that is look: typeface, alignment, width, the signs
 * around numbers and before items, captions that are not printed.
 */
export const paperText = ({ blocks }: Pick<Document, 'blocks'>): string => [algorithm, ...linesOf(blocks), ''].join('\n');

function linesOf(blocks: readonly Block[], depth = 0): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'title':
        return block.lines.map((line) => wordsOf(line));
      case 'paragraph':
        return block.style === 'requisite' ? [] : [wordsOf(block.content)].filter((line) => line !== '');
      case 'section':
        return [numbered(block.number ?? '', block.heading), ...linesOf(block.children)];
      case 'clause':
        return [numbered(block.number, block.content), ...linesOf(block.children)];
      case 'list':
        return block.items.flatMap((item) => itemLines(item, depth + 1));
      case 'table':
        return [
          ...(block.caption && !block.captionHidden ? [wordsOf(block.caption)] : []),
          ...[block.header, ...block.rows.map(({ cells }) => cells)].map(rowLine),
        ];
      case 'facts':
        return block.rows.map(({ label, value }) => [label, value].map(wordsOf).join('\t'));
      case 'signature':
        return [wordsOf(block.lead)];
      case 'stamps':
      case 'figure':
      case 'chart':
        return [];
    }
  });
}

const itemLines = ({ label, content, children }: Item, depth: number): string[] => [
  `${'>'.repeat(depth)}${numbered(label, content)}`,
  ...linesOf(children, depth),
];

/** Plain words hold neither tabs nor line breaks, so none of these signs can come from a text. */
const rowLine = (cells: readonly Cell[]): string => cells.map(({ children }) => linesOf(children).join('\r')).join('\t');

/** A number without the signs around it: “2.1.” and “2.1” are cited alike, and a dash is no number. */
const numbered = (number: string, content: readonly Inline[]): string =>
  `${number.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}\t${wordsOf(content)}`;

const wordsOf = (content: readonly Inline[]): string => plain(content.map(signOf).join(''));

function signOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'field':
      return ' ____ ';
    case 'checkbox':
      return inline.checked ? ' [x] ' : ' [ ] ';
    case 'break':
      return ' ';
  }
}
