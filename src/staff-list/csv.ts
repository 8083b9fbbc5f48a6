/** CSV as spreadsheets write it: comma, semicolon or tab, quotes, a `sep=` line, rows of uneven length. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { unguarded } from './csv-line.js';
import type { Sheet, SheetRow } from './sheet.js';

const delimiters = [';', ',', '\t'] as const;
/** Characters; a longer row has lost its closing quote. */
const longestRow = 100_000;
const chunkLength = 64 << 10;

/** The table in a CSV text. Rows are read as they are asked for. Refuses a table without headings or with a quote that never closes. */
export async function csvSheet(text: string, file: string): Promise<Sheet> {
  const { delimiter, read } = csvRows(text, file, 1);
  const start = read();
  const first = await start.next();
  await start.return();
  if (first.done === true) throw new Refusal([diagnostic('table-empty', { file }, { file })]);
  return { file, name: null, delimiter, headings: first.value, rows: { [Symbol.asyncIterator]: () => afterFirst(read()) } };
}

/**
 * The filled rows of a CSV text, which can be gone through more than once; a quote that never closes is refused on the way.
 * What divides the cells is told by as many lines at the start as are asked for: titles may stand above the headings.
 */
export function csvRows(text: string, file: string, lines: number): { delimiter: string; read(): AsyncGenerator<SheetRow, void> } {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? delimiterOf(body, lines);
  return { delimiter, read: () => records(body, delimiter, file, declared ? 1 : 0) };
}

async function* afterFirst(rows: AsyncGenerator<SheetRow, void>): AsyncGenerator<SheetRow, void> {
  await rows.next();
  yield* rows;
}

async function* records(text: string, delimiter: string, file: string, linesBefore: number): AsyncGenerator<SheetRow, void> {
  const parser = Readable.from(chunks(text)).pipe(
    parse({ delimiter, info: true, relax_column_count: true, relax_quotes: true, max_record_size: longestRow }),
  );
  let line = linesBefore + 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // A quoted cell may run over several lines; people look for the first.
      const number = line;
      line = linesBefore + info.lines + 1;
      if (record.some((cell) => cell.trim() !== '')) yield { number, cells: record.map(unguarded) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal([diagnostic('table-broken', { file, line }, { file, line })]);
    throw error;
  }
}

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += chunkLength) yield text.slice(at, at + chunkLength);
}

/** The sign that divides the first lines most often, outside quotes. */
function delimiterOf(text: string, lines: number): string {
  const start = text
    .trimStart()
    .slice(0, longestRow)
    .split('\n', lines)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = delimiters.map((sign) => ({ sign, count: start.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
