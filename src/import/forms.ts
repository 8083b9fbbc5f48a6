/** Tables without known heads: rows of a label and its value, rows that open a section, rows that are read as lines. */
import type { CellBlock, Line, TableBlock } from './lines.js';
import type { Reading } from './reading.js';
import { labelIn, takeRequisite } from './requisites.js';
import { openSection } from './sections.js';
import { cellText } from './table-kinds.js';

/**
 * A table without known heads: rows of a label and its value, rows that open a section, rows that are read as lines.
 * `read` takes a line as if it stood in the text.
 */
export function takeForm(table: TableBlock, reading: Reading, read: (line: Line, after: Line | null) => void): void {
  const ordinal = ordinalColumn(table);
  for (const row of table.rows) {
    const cells = row.filter((cell) => {
      if (cell.column !== ordinal) return true;
      for (const line of cell.lines) reading.work.ledger.leaveOut(line, 'ordinal');
      return false;
    });
    takeFormRow(cells, reading, read);
  }
}

function takeFormRow(cells: readonly CellBlock[], reading: Reading, read: (line: Line, after: Line | null) => void): void {
  const { work } = reading;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const [first] = cell?.lines ?? [];
    if (!cell || !first) continue;
    const beside = cells[at + 1];
    const found = cell.lines.length === 1 ? labelIn(first.text, work) : null;
    const heading = cell.lines.length === 1 ? work.rules.headings.exact(first.text)[0] : undefined;
    if (
      found &&
      beside &&
      beside.lines.length > 0 &&
      beside.lines.length <= 4 &&
      !(heading && (beside.lines.length > 2 || cellText(beside).length > 160))
    ) {
      const [value, ...others] = beside.lines;
      if (value && takeRequisite(first, value, found, work)) {
        for (const line of others)
          if (!takeRequisite(first, line, found, work))
            work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
        at++;
        continue;
      }
    }
    if (heading) {
      openSection(first, { ...heading, isExact: true }, reading);
      continue;
    }
    for (const [index, line] of cell.lines.entries()) read(line, cell.lines[index + 1] ?? cells[at + 1]?.lines[0] ?? null);
  }
}

/** The column that only counts the rows. */
function ordinalColumn(table: TableBlock): number | null {
  const cells = table.rows.flatMap((row) => row.slice(0, 1));
  const column = cells[0]?.column ?? 1;
  const texts = cells.filter((cell) => cell.column === column).map(cellText);
  return texts.length > 2 && texts.slice(1).every((text) => /^\s*\d{1,3}(?:\.\d+)*[.)]?\s*$/u.test(text) || text.trim() === '')
    ? column
    : null;
}
