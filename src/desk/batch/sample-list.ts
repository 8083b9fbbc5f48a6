/** A staff list to begin with, from our own CSV text, as people's spreadsheet programs open it best. */
import { csvSheet } from '../../staff-list/csv.js';
import { csvLine } from '../../staff-list/csv-line.js';
import { dateIn } from '../../staff-list/date-column.js';
import { withoutWords } from '../../staff-list/dates.js';
import { textOf } from '../../staff-list/sheet.js';
import type { ListCell } from '../../write/xlsx/list.js';

/** With a byte order mark and line ends that spreadsheets expect. */
export async function listAsCsv(text: string): Promise<Uint8Array> {
  const { headings, rows, delimiter } = await csvSheet(text, '');
  const lines = [headings.cells];
  for await (const { cells } of rows) lines.push(cells);
  return new TextEncoder().encode(`\ufeff${lines.map((cells) => csvLine(cells.map(textOf), delimiter ?? ',')).join('')}`);
}

/** One sheet of that name, in which dates as `jurisdiction` writes them are dates and everything else is text. */
export async function listAsSpreadsheet(text: string, name: string, jurisdiction: string): Promise<Uint8Array> {
  const { writeList } = await import('../../write/xlsx/list.js');
  const { headings, rows } = await csvSheet(text, '');
  const table: ListCell[][] = [];
  for await (const { cells } of rows)
    table.push(
      cells.map((cell) => {
        const date = dateIn(cell, jurisdiction, withoutWords);
        return date === null ? textOf(cell) : { date };
      }),
    );
  return writeList({ name, headings: headings.cells.map(textOf), rows: table });
}
