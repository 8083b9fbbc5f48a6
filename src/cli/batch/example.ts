/** `rolewright batch --example`: a filled list in the language of the user, as CSV or as a spreadsheet. */
import { posix } from 'node:path';
import { csvSheet } from '../../staff-list/csv.js';
import { csvLine } from '../../staff-list/csv-line.js';
import { dateIn } from '../../staff-list/date-column.js';
import { withoutWords } from '../../staff-list/dates.js';
import { textOf } from '../../staff-list/sheet.js';
import type { SheetData } from 'write-excel-file/node';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { writeExcelFile } from '../../packages/installed.js';
import { usualJurisdiction } from '../../shelf/library.js';
import type { Office } from '../office.js';
import { attempt } from '../../desk/attempt.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';

export interface ExampleOptions {
  out?: string;
  force?: boolean;
}

export async function writeExample(extra: string | undefined, options: ExampleOptions, office: Office): Promise<ExitCode> {
  const { terminal, shelf, workspace, language } = office;
  const path = (options.out ?? 'people.csv').replaceAll('\\', '/');
  const format = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (extra !== undefined || format === undefined) {
    office.report([
      extra === undefined
        ? diagnostic('example-format', { file: path })
        : diagnostic('usage-too-many-arguments', { command: 'batch --example' }),
    ]);
    return exit.usage;
  }
  const text = shelf.readText(`examples/people.${language}.csv`);
  const bytes = format === 'csv' ? await asCsv(text) : await asSpreadsheet(text, office);
  const problems: Diagnostic[] = [];
  // A path that the user writes may lead anywhere.
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  attempt(() => workspace.writeAll([{ path: name, bytes }], { folder, force: options.force ?? false }), problems);
  office.report(problems);
  if (problems.length > 0) return exit.failure;
  terminal.out(`${path}\n`);
  terminal.err(`${office.say('batch.example', { file: path })}\n`);
  return exit.ok;
}

/** With a byte order mark and line ends that spreadsheets expect. */
async function asCsv(text: string): Promise<Uint8Array> {
  const { headings, rows, delimiter } = await csvSheet(text, '');
  const lines = [headings.cells];
  for await (const { cells } of rows) lines.push(cells);
  return new TextEncoder().encode(`\ufeff${lines.map((cells) => csvLine(cells.map(textOf), delimiter ?? ',')).join('')}`);
}

async function asSpreadsheet(text: string, { language, say }: Office): Promise<Uint8Array> {
  const { default: writeWorkbook } = await writeExcelFile();
  const { headings, rows } = await csvSheet(text, '');
  const titles = headings.cells.map(textOf);
  const data: SheetData = [titles.map((value) => ({ value, fontWeight: 'bold' }))];
  const widths = titles.map((title) => title.length);
  for await (const { cells } of rows) {
    data.push(
      cells.map((cell, at) => {
        const value = textOf(cell);
        widths[at] = Math.max(widths[at] ?? 0, value.length);
        const date = dateIn(cell, usualJurisdiction[language], withoutWords);
        return date === null ? { value, type: String } : { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
      }),
    );
  }
  const workbook = writeWorkbook(data, {
    sheet: say('batch.sheet'),
    columns: widths.map((width) => ({ width: width + 2 })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await workbook.toBuffer());
}
