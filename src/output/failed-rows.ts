/** `failed.csv`: the rows that came to nothing as they were in the list, each with its reason, to be mended and run again. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { csvLine } from '../staff-list/csv-line.js';
import type { Columns } from '../staff-list/columns.js';
import type { Cell, Sheet, SheetRow } from '../staff-list/sheet.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { codeOf, workFolder } from './out-folder.js';
import type { FailedFile } from './manifest-line.js';
import { sizeOf } from './ledger.js';

/** With a byte order mark spreadsheets know the encoding. */
const mark = '\ufeff';

/** What a list is written out from again. */
export interface MendableList {
  readonly sheet: Sheet;
  readonly columns: Columns;
}

export interface FailedOptions {
  out: string;
  /** Where the list itself is. */
  listPath: string;
  /** The heading of the column with reasons. */
  heading: string;
  /** What divides the cells where the list was no CSV file. */
  delimiter: string;
  /** The file of an earlier run. */
  earlier: FailedFile | null;
}

/** Writes the rows that have a reason and gives the file; null, and no file of an earlier run, when there are none. */
export async function writeFailed(
  list: MendableList,
  reasons: ReadonlyMap<number, string>,
  options: FailedOptions,
): Promise<FailedFile | null> {
  const { out, earlier } = options;
  // What somebody has begun to mend is theirs.
  const untouched =
    earlier !== null && resolve(out, earlier.file) !== resolve(options.listPath) && markOf(join(out, earlier.file)) === earlier.sha256;
  if (reasons.size === 0) {
    if (untouched) rmSync(join(out, earlier.file), { force: true });
    return null;
  }
  const file = untouched ? basename(earlier.file) : freeName(out);
  const temporary = join(out, workFolder, 'failed.tmp');
  try {
    await writeRows(temporary, list, reasons, options);
    renameSync(temporary, join(out, file));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal([diagnostic('write-failed', { file, reason: codeOf(error) }, { file: join(out, file) })]);
  }
  return { file, sha256: markOf(join(out, file)) ?? '' };
}

async function writeRows(
  path: string,
  { sheet, columns }: MendableList,
  reasons: ReadonlyMap<number, string>,
  { heading, delimiter }: FailedOptions,
): Promise<void> {
  const sign = sheet.delimiter ?? delimiter;
  const old = columns.known.get('reason');
  const width = sheet.headings.cells.length;
  // Cells beyond the last heading would push the reason out of its column.
  const line = ({ cells }: SheetRow, reason: string): string =>
    csvLine([...Array.from({ length: width }, (_, at) => written(cells[at])).filter((_, at) => at !== old), reason], sign);
  const file = openSync(path, 'w');
  try {
    writeSync(file, mark + line(sheet.headings, heading));
    for await (const row of sheet.rows) {
      const reason = reasons.get(row.number);
      if (reason !== undefined) writeSync(file, line(row, reason));
    }
  } finally {
    closeSync(file);
  }
}

const written = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

function freeName(out: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'failed.csv' : `failed-${number}.csv`;
    if (sizeOf(join(out, name)) === null) return name;
  }
}

const markOf = (path: string): string | null =>
  sizeOf(path) === null ? null : createHash('sha256').update(readFileSync(path)).digest('hex');
