/** What is said of a staff list where it cannot be told from the list itself: its columns, the order of its dates, its encoding. */
import { encodings } from '../content/encoding.js';
import type { Encoding } from '../content/encoding.js';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import { fields } from '../staff-list/columns.js';
import type { ChosenColumns } from '../staff-list/columns.js';
import { dateOrders } from '../staff-list/dates.js';
import type { DateOrder } from '../staff-list/dates.js';
import { choiceOf } from './choice.js';

/** As it is typed. */
export interface StaffFlags {
  /** `hireDate="Start"`, one for each column. */
  readonly column?: readonly string[] | undefined;
  readonly roleColumn?: string | undefined;
  readonly headerRow?: string | undefined;
  readonly dateOrder?: string | undefined;
  readonly encoding?: string | undefined;
}

export interface StaffChoices {
  readonly columns: ChosenColumns;
  /** The row of the headings; null where it is to be found. */
  readonly headerRow: number | null;
  readonly dateOrder: DateOrder | null;
  readonly encoding: Encoding | null;
}

/** Reads them; what cannot be read goes to `usage`. */
export function staffChoices({ column, roleColumn, headerRow, dateOrder, encoding }: StaffFlags, usage: Diagnostic[]): StaffChoices {
  return {
    columns: { ...(roleColumn !== undefined && { role: roleColumn }), ...columnsOf(column ?? [], usage) },
    headerRow: headerRowOf(headerRow, usage),
    dateOrder: choiceOf('--date-order', dateOrder, dateOrders, usage),
    encoding: choiceOf('--encoding', encoding, encodings, usage),
  };
}

/** `hireDate="Дата выхода"`: the heading of a column behind the name of what it holds. */
function columnsOf(written: readonly string[], usage: Diagnostic[]): ChosenColumns {
  const chosen: ChosenColumns = {};
  for (const one of written) {
    const [, name = '', heading = ''] = /^\s*([A-Za-z]+)\s*=\s*(.+)$/su.exec(one) ?? [];
    const field = fields.find((known) => known === name);
    if (field && heading.trim() !== '') chosen[field] = heading.trim();
    else usage.push(diagnostic('bad-column', { value: one, nearest: nearest(name, fields), known: fields.join(', ') }));
  }
  return chosen;
}

function headerRowOf(written: string | undefined, usage: Diagnostic[]): number | null {
  if (written === undefined) return null;
  const row = /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (row >= 1) return row;
  usage.push(diagnostic('bad-header-row', { value: written }));
  return null;
}
