/** What sort of row one is that is no position: the heading of a department, a total, a signature, one more holder. */
import { textOf } from '../staff-list/sheet.js';
import type { SheetRow } from '../staff-list/sheet.js';
import { amountIn, unitsIn } from './amounts.js';
import { hasPerson, isVacant } from './holder.js';
import { longest } from './table.js';
import type { Table } from './table.js';
import { beginsWith } from './words.js';
import type { Field } from './words.js';

export interface Heading {
  readonly name: string;
  readonly code: string | null;
  readonly column: number;
  /** Spaces before the name. */
  readonly indent: number;
}

/** A department in a row of its own: its name, and at most its code and the sum of its units. */
export function headingIn(row: SheetRow, table: Table, next: SheetRow | undefined): Heading | null {
  const { columns } = table.headings;
  const titleAt = columns.get('title');
  const department = table.text(row, 'department');
  const filled = row.cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]));
  const others = filled.filter(
    (column) =>
      ![columns.get('department'), columns.get('departmentCode'), columns.get('ordinal'), titleAt].includes(column) &&
      amountIn(row.cells[column]) === null,
  );
  if (others.length > 0 && (department !== '' || others.length > 1 || table.text(row, 'title') !== '')) return null;
  const titled = table.text(row, 'title');
  if (titled !== '') {
    const amounts = filled.some((column) => column !== titleAt && column !== columns.get('ordinal'));
    if (table.has('department') || amounts || !['units', 'pay'].some((field) => table.has(field as Field))) return null;
  }
  // Where the next row names its department again, this one is a position whose title has been forgotten.
  else if (department !== '' && unitsIn(table.cell(row, 'units')) !== null && next && table.text(next, 'department') !== '') return null;
  const column =
    department !== '' ? columns.get('department') : titled !== '' ? titleAt : filled.find((one) => amountIn(row.cells[one]) === null);
  if (column === undefined || column > Math.max(titleAt ?? 0, columns.get('department') ?? 0)) return null;
  const raw = String(row.cells[column] ?? '');
  const { name, code } = numberedName(textOf(raw));
  const indent = /^[ \t\u00a0]*/.exec(raw)?.[0].length ?? 0;
  const ownCode = columns.get('departmentCode') === column ? null : codeIn(table.text(row, 'departmentCode'));
  return { name, code: ownCode ?? code, column, indent };
}

/** «2.1. Отдел продаж» has its code before its name. */
export function numberedName(text: string): { name: string; code: string | null } {
  const [, code, name] = /^(\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=\p{L})(.+)$/u.exec(text) ?? [];
  return code !== undefined && name !== undefined ? { name, code } : { name: text, code: null };
}

export const codeIn = (text: string): string | null => (text === '' || text.length > longest.code ? null : text);

/** What follows the word for a total, which is empty for one of all; null where the row is none, as that of a “Total rewards manager”. */
export function totalIn(row: SheetRow, table: Table): string | null {
  const { values } = table.words;
  const titleAt = table.headings.columns.get('title');
  for (const [column, cell] of row.cells.slice(0, 4).entries()) {
    const text = textOf(cell);
    if (!beginsWith(text, values.total)) continue;
    const inTitle = column === titleAt;
    if (inTitle ? table.text(row, 'department') !== '' || hasPerson(row, table) : table.text(row, 'title') !== '') continue;
    const word = values.total.find((one) => beginsWith(text, [one])) ?? '';
    const said = text.slice(word.length).replace(/^[\s:]*(?:по|for|of|voor|van)?\s+/iu, '');
    return said.replace(/^[\s:.]+|[\s:.]+$/gu, '');
  }
  return null;
}

/** Signatures have lines to sign on and words that say what goes there. */
export const isFoot = (row: SheetRow, table: Table): boolean =>
  row.cells.some((cell) => {
    const text = textOf(cell);
    return /_{3,}/.test(text) || (table.has('units') && beginsWith(text, table.words.values.foot));
  });

export function isContinuation(row: SheetRow, table: Table): boolean {
  const said = (field: Field): boolean => table.text(row, field) !== '';
  return (
    (hasPerson(row, table) || isVacant(row, table)) &&
    !said('superior') &&
    !said('positionCode') &&
    !said('department') &&
    table.has('units')
  );
}

/** Whether each row names its department, so that a row without one has none. */
export function repeatsDepartments(rows: readonly SheetRow[], table: Table): boolean {
  const names = rows.map((row) => (table.text(row, 'title') === '' ? '' : table.text(row, 'department') + table.text(row, 'team')));
  return names.some((name, at) => name !== '' && name === names[at - 1]);
}
