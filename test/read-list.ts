/** A staff list from its bytes to its people, as a batch reads it. */
import { parse } from 'yaml';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { columnsOf } from '../src/staff-list/columns.js';
import type { ColumnWords } from '../src/staff-list/columns.js';
import { headed } from '../src/staff-list/headed.js';
import { aligned, peopleSheet, remarksOn } from '../src/staff-list/people-sheet.js';
import type { SheetOptions } from '../src/staff-list/people-sheet.js';
import { readPerson } from '../src/staff-list/people.js';
import type { RowReading } from '../src/staff-list/people.js';
import { roleFinder } from '../src/staff-list/role-titles.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const words = parse(packageWorkspace().readText('locales/columns.yaml')) as ColumnWords;
const roleOf = roleFinder([{ id: 'sales-manager', titles: ['sales manager', 'менеджер по продажам'], synonyms: [] }], new Map());

export interface ListRead {
  /** By the number of the row. */
  readonly rows: ReadonlyMap<number, RowReading>;
  /** Of the list as a whole, and why it was refused. */
  readonly problems: readonly Diagnostic[];
}

export async function readList(bytes: Uint8Array, file: string, how: Omit<SheetOptions, 'words' | 'chosen'> = {}): Promise<ListRead> {
  const problems: Diagnostic[] = [];
  const rows = new Map<number, RowReading>();
  try {
    const whole = await peopleSheet(bytes, file, { ...how, words, chosen: {} }, problems);
    const { sheet: found, sample } = await headed(whole, { words, chosen: {}, row: null }, problems);
    const sheet = await aligned(found);
    const columns = columnsOf(sheet, words, {}, problems, sample);
    problems.push(...(await remarksOn(sheet, columns)));
    const staff = { words, roleOf, role: null, organisation: null, jurisdiction: 'gb', locale: 'en' } as const;
    for await (const one of sheet.rows) rows.set(one.number, readPerson(one, sheet, columns, staff));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics);
  }
  return { rows, problems };
}

/** What was found, of the list and of rows: `cells-merged`, `3 cell-error`. */
export const toldOf = ({ rows, problems }: ListRead): string[] => [
  ...problems.map(({ code }) => code),
  ...[...rows].flatMap(([number, { diagnostics }]) => diagnostics.map(({ code }) => `${number} ${code}`)),
];
