/** What stands above the headings: number and date of the table, from when it holds, the order that approved it, how many units. */
import { dateIn } from '../staff-list/date-column.js';
import { withoutWords } from '../staff-list/dates.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { textOf } from '../staff-list/sheet.js';
import type { SheetRow } from '../staff-list/sheet.js';
import type { Structure } from '../structure/structure.generated.js';
import { wordsOf } from './words.js';
import type { TableWords } from './words.js';

export interface Above {
  readonly table: NonNullable<Structure['table']>;
  /** Units that the table says it has, and where. */
  readonly count: { readonly units: number; readonly row: number; readonly column: number } | null;
}

interface Piece {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Numbers of documents: «3», «12-од», “2026/01”. */
const number = /(?:№|no\.?|nr\.?)\s*([\p{L}\d][\p{L}\d/-]{0,20})/iu;

export function aboveOf(rows: readonly SheetRow[], words: TableWords, jurisdiction: JurisdictionId): Above {
  const pieces = rows.flatMap(({ number: row, cells }) =>
    cells.flatMap((cell, column) => {
      const text = textOf(cell);
      return text === '' ? [] : [{ text, row, column }];
    }),
  );
  const date = (text: string): string | null => dateWithin(text, words.months, jurisdiction);
  /** Behind the words in their cell, in the cells after it, or in the cell below, as in the form. */
  const saidOf = (key: keyof TableWords['above'], read: (text: string) => string | null): string | null => {
    for (const piece of pieces) {
      const behind = behindWords(piece.text, words.above[key]);
      if (behind === null) continue;
      const line = [behind, ...pieces.filter(({ row, column }) => row === piece.row && column > piece.column).map(({ text }) => text)].join(
        ' ',
      );
      const below = pieces.find(({ row, column }) => row > piece.row && column === piece.column)?.text ?? '';
      const found = read(behind) ?? (labelsOf(pieces, piece, words) ? read(below) : (read(line) ?? read(below)));
      if (found !== null) return found;
    }
    return null;
  };
  const wordOf = (text: string): string | null =>
    text.length <= 20 && /^[\p{L}\d][\p{L}\d/-]*$/u.test(text) && /\d/.test(text) ? text : null;
  const tableNumber = saidOf('number', (text) => wordOf(text) ?? number.exec(`№ ${text}`)?.[1] ?? null);
  const tableDate = saidOf('date', date);
  const from = saidOf('from', date);
  const orderNumber = saidOf('order', (text) => number.exec(text)?.[1] ?? null);
  const orderDate = saidOf('order', date);
  const order = { ...(orderNumber !== null && { number: orderNumber }), ...(orderDate !== null && { date: orderDate }) };
  return {
    table: {
      ...(tableNumber !== null && { number: tableNumber }),
      ...(tableDate !== null && { date: tableDate }),
      ...(from !== null && { from }),
      ...(Object.keys(order).length > 0 && { order }),
    },
    count: countOf(pieces, words),
  };
}

/** Whether other labels stand in the same row: what they label is then in the row below. */
const labelsOf = (pieces: readonly Piece[], { row, column }: Piece, { above }: TableWords): boolean =>
  pieces.some(
    (one) =>
      one.row === row && one.column !== column && [...above.number, ...above.date].some((word) => behindWords(one.text, [word]) === ''),
  );

/** What follows the longest of these words in a text; null where none is there. */
function behindWords(text: string, known: readonly string[]): string | null {
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  for (const word of [...known].sort((a, b) => b.length - a.length)) {
    const at = lower.search(
      new RegExp(`(?<![\\p{L}\\d])${word.replaceAll('ё', 'е').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u'),
    );
    if (at >= 0) return text.slice(at + word.length).trim();
  }
  return null;
}

/** The first date of a text: 12.01.2026, 2026-01-12, «12» января 2026 г. */
function dateWithin(text: string, months: readonly string[], jurisdiction: JurisdictionId): string | null {
  const figures = /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}/.exec(text);
  const inWords = /(\d{1,2})\s*[»"”']?\s+(\p{L}+)\s+(\d{4})/u.exec(text);
  const month = inWords ? months.indexOf(wordsOf(inWords[2] ?? '')[0] ?? '') + 1 : 0;
  if (inWords && month > 0 && (!figures || inWords.index < figures.index))
    return dateIn(`${inWords[3] ?? ''}-${month}-${inWords[1] ?? ''}`, jurisdiction, withoutWords);
  return figures ? dateIn(figures[0], jurisdiction, withoutWords) : null;
}

function countOf(pieces: readonly Piece[], { above }: TableWords): Above['count'] {
  for (const piece of pieces) {
    const behind = behindWords(piece.text, above.count);
    if (behind === null) continue;
    const after = pieces.filter(({ row, column }) => row === piece.row && column > piece.column);
    for (const { text, row, column } of [{ ...piece, text: behind }, ...after]) {
      const units = /^\d+(?:[.,]\d+)?/.exec(text)?.[0];
      if (units !== undefined) return { units: Number(units.replace(',', '.')), row, column };
    }
  }
  return null;
}
