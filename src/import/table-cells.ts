/** The cells of a row by the meaning of their columns. */
import { clauseOf } from './clause-form.js';
import type { CellBlock, Line } from './lines.js';
import type { TableRead } from './table-kinds.js';
import { fate, guessed, mapped } from './work.js';
import type { Ground, Work } from './work.js';
import { hasWords } from './words.js';

/** The lines of a row under the key of their column. */
export type Cells = ReadonlyMap<string, readonly Line[]>;

export function byKey(row: readonly CellBlock[], { columns }: TableRead): Cells {
  const cells = new Map<string, readonly Line[]>();
  for (const cell of row) {
    const found = columns.get(cell.column);
    if (found && !cells.has(found.key)) cells.set(found.key, cell.lines);
  }
  return cells;
}

export const groundOfColumn = (read: TableRead, key: string): Ground =>
  (read.isGuessed ? guessed : mapped)('column', { column: [...read.columns.values()].find((one) => one.key === key)?.shown ?? key });

/** The lines of a cell as one phrase under a key of an entry; a dash says nothing. */
export function put<T extends object>(owner: T, key: keyof T & string, cells: Cells, from: string, read: TableRead, work: Work): void {
  const lines = cells.get(from) ?? [];
  const text = lines.map(({ text }) => text).join('; ');
  if (!hasWords(text)) {
    for (const line of lines) work.ledger.leaveOut(line, 'blank');
    return;
  }
  const formed = clauseOf(text, 'phrase', work.rules);
  if (formed.text.length > 2000) return;
  (owner as Record<string, unknown>)[key] = formed.text;
  for (const line of lines) work.ledger.give(line, fate(groundOfColumn(read, from), [work.draft.to(owner, key)], formed.changes));
}

/** All that stands in a cell, as one text. */
export const saidIn = (cells: Cells, key: string): string => (cells.get(key) ?? []).map(({ text }) => text).join(' ');
