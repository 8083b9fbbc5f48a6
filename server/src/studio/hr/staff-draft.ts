/**
 * A list of people on its way into the register: the table as it was pasted or uploaded, what its columns were matched to, the cells that
 * were corrected, and the rows that stay behind.
 */
import type { Diagnostic, StaffField, StaffTable } from 'rolewright';

export interface StaffDraft {
  /** What the list is called: its file, or nothing where it was pasted. */
  readonly name: string;
  readonly table: StaffTable;
  readonly fields: readonly (StaffField | null)[];
  /** Numbers of rows that are not taken. */
  readonly left: ReadonlySet<number>;
  /** What reading found in it; null while nobody has looked since it was changed. */
  readonly checked: Checked | null;
}

export interface Checked {
  /** Whether it is a list at all: that of which it is not known who and in what post is none. */
  readonly isReadable: boolean;
  /** With the row as the line and the column of the table, from 1. */
  readonly findings: readonly Diagnostic[];
  /** Rows that can be taken as they are. */
  readonly people: number;
  /** Departments that the organisation does not have, as the list writes them. */
  readonly newDepartments: readonly string[];
}

export interface CellEdit {
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

export const draftOf = (name: string, table: StaffTable): StaffDraft => ({
  ...{ name, table, fields: table.fields, left: new Set<number>(), checked: null },
});

/** Of two columns for one thing the first keeps it. */
export function withFields(draft: StaffDraft, fields: readonly (StaffField | null)[]): StaffDraft {
  const taken = new Set<StaffField>();
  const own = draft.table.headings.map((_, at) => {
    const field = fields[at] ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  return { ...draft, fields: own, checked: null };
}

export function withCells(draft: StaffDraft, edits: readonly CellEdit[]): StaffDraft {
  const byRow = new Map<number, readonly CellEdit[]>();
  for (const one of edits) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  const rows = draft.table.rows.map((row) => {
    const own = byRow.get(row.number);
    if (!own) return row;
    const cells = row.cells.map((cell, at) => oneLine(own.findLast(({ column }) => column === at)?.text ?? cell));
    return { ...row, cells };
  });
  return { ...draft, table: { ...draft.table, rows }, checked: null };
}

export function withLeft(draft: StaffDraft, row: number, isLeft: boolean): StaffDraft {
  const left = new Set(draft.left);
  if (isLeft) left.add(row);
  else left.delete(row);
  return { ...draft, left, checked: null };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The columns that are matched, by their places in the table. */
export const matched = ({ fields }: Pick<StaffDraft, 'fields'>): readonly number[] =>
  fields.flatMap((field, at) => (field === null ? [] : [at]));

/** How many lines the text of a draft has before its first row that the list itself has not. */
export const shiftOf = ({ table }: Pick<StaffDraft, 'table'>): number => (table.headingRow === 0 ? 1 : 0);

/**
 * The columns that are matched as text with tabs, each row in the line of its number, so that whatever is said of it names the row that
 * people see.
 */
export function textOf(draft: StaffDraft): string {
  const { table, left } = draft;
  const columns = matched(draft);
  const line = (cells: readonly string[]): string => columns.map((at) => `"${(cells[at] ?? '').replaceAll('"', '""')}"`).join('\t');
  const shift = shiftOf(draft);
  const lines: string[] = [];
  const put = (at: number, text: string): void => {
    while (lines.length < at - 1) lines.push('');
    lines.push(text);
  };
  put(table.headingRow + shift, line(table.headings));
  for (const { number, cells } of table.rows) if (!left.has(number)) put(number + shift, line(cells));
  return `${lines.join('\n')}\n`;
}

/** The headings of the matched columns by what they hold. */
export const headingsOf = ({ fields, table }: Pick<StaffDraft, 'fields' | 'table'>): Readonly<Partial<Record<StaffField, string>>> =>
  Object.fromEntries(fields.flatMap((field, at) => (field === null ? [] : [[field, table.headings[at]]])));
