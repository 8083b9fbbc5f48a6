/** A table whose heads are known to nobody else goes along as it is. */
import { takeCellsAmongOthers } from './among-others.js';
import type { Table } from '../role/role.generated.js';
import type { TableBlock } from './lines.js';
import { keyOf, shownOf, takeCaption } from './reading.js';
import type { Reading } from './reading.js';
import { labelIn } from './requisites.js';
import { cellText } from './table-kinds.js';
import { fate, guessed, mapped, phraseOf } from './work.js';
import type { Ground } from './work.js';
import { hasWords } from './words.js';

/** A table of three columns and more whose heads are known to nobody else: it goes along as it is. */
export function takeWorkingTable(table: TableBlock, reading: Reading): boolean {
  const { work } = reading;
  const [head = [], ...rows] = table.rows;
  const isAsked = keyOf(reading) === 'procedures';
  const filled = head.filter((cell) => hasWords(cellText(cell)));
  const known = head.some((cell) => labelIn(cellText(cell), work) !== null || work.rules.headings.exact(cellText(cell)).length > 0);
  if (rows.length === 0 || filled.length !== head.length || head.length < (isAsked ? 2 : 3) || (!isAsked && known)) return false;
  if (
    !isAsked &&
    !filled.every(
      (cell) => cell.lines.length === 1 && cellText(cell).length < 60 && cell.lines.every(({ paragraph }) => paragraph.look.bold === 'all'),
    )
  )
    return false;
  if (!isAsked && takeCellsAmongOthers(table, work)) return true;
  const caption = takeCaption(reading);
  const title = caption ? phraseOf(caption.text, work) : phraseOf(shownOf(reading), work) || cellText(head[0]);
  const { draft, ledger } = work;
  const certain: Ground = isAsked ? mapped('item', { heading: shownOf(reading) }) : guessed('position');
  const columns = head.map((cell) => ({
    id: draft.idFor(cellText(cell), 'column'),
    title: phraseOf(cellText(cell), work),
    at: cell.column,
  }));
  const made: Table = {
    id: draft.idFor(title, 'table'),
    title,
    columns: columns.map(({ id, title: said }) => ({ id, title: said })),
    rows: [],
  };
  if (caption) ledger.give(caption, fate(certain, [draft.to(made, 'title')]));
  head.forEach((cell, at) => {
    for (const line of cell.lines) ledger.give(line, fate(certain, [draft.to(made.columns[at] ?? made, 'title')]));
  });
  for (const row of rows) {
    const cells: Record<string, string> = {};
    const first = row.map(cellText).find(hasWords) ?? '';
    const entry = { id: draft.idFor(first, 'row'), cells, source: row[0]?.lines[0] ? work.sourceOf(row[0].lines[0]) : 'added' };
    for (const cell of row) {
      const column = columns.find(({ at }) => at === cell.column);
      const text = phraseOf(cell.lines.map((line) => line.text).join('; '), work);
      if (!column || !hasWords(text)) continue;
      cells[column.id] = text;
      for (const line of cell.lines) ledger.give(line, fate(certain, [draft.to(cells, column.id)]));
    }
    if (Object.keys(cells).length > 0) made.rows.push(entry);
  }
  if (made.rows.length > 0) {
    draft.tables.push(made);
    reading.noted = made;
  }
  return made.rows.length > 0;
}
