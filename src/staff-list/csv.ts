/** CSV as spreadsheets write it: comma, semicolon, tab or bar, quotes, a `sep=` line, rows of uneven length. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { faultIn } from './cell-faults.js';
import { unguarded } from './csv-line.js';
import { columnLetters } from './sheet.js';
import type { CellFault, Sheet, SheetRow } from './sheet.js';

const delimiters = [';', ',', '\t', '|'] as const;
/** Lines by which it is told what divides the cells: titles may stand above the headings. */
const telling = 40;
const tellingLength = 100_000;
/** Rows that a spreadsheet has at most, and cells of a row. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** Characters of a cell that spreadsheets have at most, and one more, so that it shows. */
const longestText = 32_768;

/** The table in a CSV text whose first filled row has the headings. Refuses a table without them or with a quote that never closes. */
export async function csvSheet(text: string, file: string): Promise<Sheet> {
  const { delimiter, rows } = csvRows(text, file);
  const first = rows().next();
  if (first.done === true) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  return { file, name: null, delimiter, headings: first.value, rows: { [Symbol.asyncIterator]: () => afterFirst(rows()) } };
}

async function* afterFirst(rows: Generator<SheetRow, void>): AsyncGenerator<SheetRow> {
  rows.next();
  yield* rows;
}

/**
 * The filled rows of a CSV text, which can be gone through more than once. They have the numbers that a spreadsheet gives
 * them: a cell with line breaks is one row, empty lines count, a `sep=` line does not. Refused on the way is a quotation
 * mark that takes rows into its cell.
 */
export function csvRows(text: string, file: string): { delimiter: string; rows(): Generator<SheetRow, void> } {
  const declared = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const from = declared ? declared[0].length : 0;
  const delimiter = declared?.[1] ?? delimiterOf(text.slice(0, tellingLength));
  return { delimiter, rows: () => records(text, from, delimiter, file) };
}

interface Record {
  readonly cells: string[];
  /** Whether a line within a cell could be a row of its own. */
  readonly swallows: boolean;
  /** Behind its line break. */
  readonly end: number;
  /** Whether there is a line break at its end. */
  readonly whole: boolean;
}

function* records(text: string, from: number, delimiter: string, file: string): Generator<SheetRow, void> {
  let widest = 0;
  let number = 0;
  for (let at = from; at < text.length; ) {
    number += 1;
    if (number > lastRow) throw new Refusal([diagnostic('table-too-long', { file, limit: lastRow }, { file })]);
    const record = recordAt(text, at, delimiter, widest);
    if (record === 'too-wide')
      throw new Refusal([
        diagnostic('table-too-wide', { cell: `${columnLetters(lastColumn)}${number}`, limit: lastColumn }, { file, line: number }),
      ]);
    // A quote that happens to close in a later row leaves a row of another width behind.
    if (record === 'broken' || (record.swallows && record.cells.length !== widest))
      throw new Refusal([diagnostic('table-broken', { file, line: number }, { file, line: number })]);
    const { cells } = record;
    at = record.end;
    if (cells.every(isBlank)) continue;
    const cut = !record.whole && cells.length < widest;
    widest = Math.max(widest, cells.length);
    yield rowOf(number, cells, cut);
  }
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

/** A cell that every spreadsheet takes for text: ="00123". */
const forcedText = /^="([^"]*)"$/;

function rowOf(number: number, written: readonly string[], cut: boolean): SheetRow {
  const faults = new Map<number, CellFault>();
  const cells = written.map((one, at) => {
    const cell = forcedText.exec(one)?.[1] ?? one;
    const fault = faultIn(cell);
    if (fault !== null) faults.set(at, fault);
    return unguarded(cell);
  });
  if (cut) faults.set(cells.length - 1, 'cut-short');
  return faults.size > 0 ? { number, cells, faults } : { number, cells };
}

/** Broken where a quotation mark opens that does not close, or closes within a later row. */
function recordAt(text: string, start: number, delimiter: string, widest: number): Record | 'broken' | 'too-wide' {
  const cells: string[] = [];
  let swallows = false;
  for (let at = start; ; ) {
    const quote = text[at] === '"' ? closingQuote(text, at, delimiter) : null;
    if (quote === 'open') return 'broken';
    const end = quote === null ? endOfCell(text, at, delimiter) : endOfCell(text, quote + 1, delimiter);
    const closed = quote !== null && text.slice(quote + 1, end).trim() === '';
    const inner = closed ? text.slice(at + 1, quote) : text.slice(at, end);
    // Quotes that are not around the whole cell are part of it.
    cells.push((closed ? inner.replaceAll('""', '"') : inner).slice(0, longestText));
    if (closed && widest > 2 && /[\r\n]/.test(inner))
      swallows ||= inner.split(/[\r\n]+/).some((line) => line.split(delimiter).length >= widest);
    const sign = text[end];
    if (sign === delimiter && cells.length < lastColumn) at = end + 1;
    else if (sign === delimiter) return 'too-wide';
    else return { cells, swallows, end: text.startsWith('\r\n', end) ? end + 2 : end + 1, whole: sign !== undefined };
  }
}

/** Where the quote of a cell closes; null where the quotes are not around the whole cell. */
function closingQuote(text: string, opened: number, delimiter: string): number | null | 'open' {
  let at = text.indexOf('"', opened + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at < 0) return 'open';
  const end = endOfCell(text, at + 1, delimiter);
  if (text.slice(at + 1, end).trim() === '') return at;
  // Quotes around a word of the cell are part of it; what has a sign between columns within, was meant to be closed before.
  const within = text.slice(opened, at);
  return /[\r\n]/.test(within) || within.includes(delimiter) ? 'open' : at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const sign = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === sign || code === 10 || code === 13) break;
  }
  return at;
}

/** The sign that divides most lines into equally many cells, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, telling)
    .filter((line) => line !== '');
  const scores = delimiters.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const alike = new Map<number, number>();
    for (const count of counts) alike.set(count, (alike.get(count) ?? 0) + 1);
    const [count = 0, times = 0] = [...alike].reduce((best, one) => (one[1] * one[0] > best[1] * best[0] ? one : best), [0, 0]);
    return { sign, score: count * times };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).sign;
}
