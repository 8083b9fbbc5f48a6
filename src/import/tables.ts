/** Tables with known heads, row by row. */
import type { DutyGroup, Requirement } from '../role/role.generated.js';
import { saysSomething, takeCellsAmongOthers } from './among-others.js';
import { competencyRow } from './competency-rows.js';
import { criteriaRow } from './criteria-rows.js';
import { dutyRow } from './duty-rows.js';
import { guessedTable, takeLevels, withNamesFirst, withWeights } from './guessed-tables.js';
import { kpiRow } from './kpi-rows.js';
import type { CellBlock, Line, TableBlock } from './lines.js';
import { limitRow, reportRow, serviceRow } from './other-rows.js';
import { keyOf, takeCaption } from './reading.js';
import type { Reading } from './reading.js';
import { relationRow } from './relation-rows.js';
import { headingOf, openSection } from './sections.js';
import { byKey } from './table-cells.js';
import { cellText, tableKind } from './table-kinds.js';
import type { TableRead } from './table-kinds.js';
import { takeMarks, takePairs, takeScores } from './bare-tables.js';
import { takeWorkingTable } from './working-table.js';
import { hasWords } from './words.js';

/** Takes a table with known heads; false for one without. */
export function takeTable(table: TableBlock, reading: Reading): boolean {
  const { work } = reading;
  const known = tableKind(table, keyOf(reading), work.rules);
  const read = known ? withWeights(withNamesFirst(known, table), table) : guessedTable(table, keyOf(reading), work.rules);
  // Boxes under levels say more than the heads that are known beside them.
  if (known?.kind === 'competencies' && takeLevels(table, reading)) return true;
  if (!read)
    return (
      takeMarks(table, reading) ||
      takeLevels(table, reading) ||
      takeScores(table, reading) ||
      takePairs(table, reading) ||
      takeWorkingTable(table, reading)
    );
  if (table.rows.slice(0, read.heads).some((row) => saysSomething(row, work)) && takeCellsAmongOthers(table, work, 0)) return true;
  const caption = takeCaption(reading);
  if (caption) work.ledger.leaveOut(caption, 'lead');
  for (const row of table.rows.slice(0, read.heads))
    for (const line of row.flatMap(({ lines }) => lines))
      work.ledger.give(line, { certainty: 'left-out', why: { code: 'column-head', args: {} } });
  let group: Line | null = null;
  let area: DutyGroup | null = null;
  let competency: Requirement | null = null;
  let label = '';
  for (const row of table.rows.slice(read.heads)) {
    const cells = byKey(row, read);
    const lines = row.flatMap((cell) => cell.lines);
    const filled = row.filter((cell) => hasWords(cellText(cell)));
    const [only] = filled;
    if (filled.length === 0 || isSum(filled, read, reading)) {
      for (const line of lines) work.ledger.leaveOut(line, filled.length === 0 ? 'blank' : 'ordinal');
      continue;
    }
    if (
      only &&
      filled.length === 1 &&
      // In a later column it goes on with the cell that is merged over this row.
      only.column <= Math.min(...read.columns.keys()) &&
      (row.length === 1 || read.kind === 'kpis' || (read.kind === 'criteria' && namesSection(only, reading))) &&
      read.columns.size > 1 &&
      only.lines.length === 1 &&
      only.lines[0]
    ) {
      for (const line of lines) if (line !== only.lines[0]) work.ledger.leaveOut(line, 'blank');
      const heading = headingOf(only.lines[0], { before: null, after: null }, reading);
      if (heading) openSection(only.lines[0], heading, reading);
      else group = only.lines[0];
      if (!heading && read.kind !== 'kpis') work.ledger.give(only.lines[0], { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
      continue;
    }
    for (const [column, { key }] of read.columns) {
      if (key !== 'ordinal') continue;
      for (const line of row.find((cell) => cell.column === column)?.lines ?? []) work.ledger.leaveOut(line, 'ordinal');
    }
    if (read.kind === 'kpis') kpiRow(cells, group, read, work);
    else if (read.kind === 'relations') relationRow(cells, read, work);
    else if (read.kind === 'limits') limitRow(cells, read, work);
    else if (read.kind === 'criteria') label = criteriaRow(row, label, read, reading);
    else if (read.kind === 'competencies') competency = competencyRow(cells, competency, read, work);
    else if (read.kind === 'duties') area = dutyRow(cells, area, read, work);
    else if (read.kind === 'reports') reportRow(cells, read, work);
    else serviceRow(cells, read, work);
  }
  return true;
}

/** “Total | | 100%”: a row that adds up says nothing of its own. */
function isSum(filled: readonly CellBlock[], { kind }: TableRead, { work }: Reading): boolean {
  const texts = filled.map(cellText);
  return (
    (kind === 'duties' || kind === 'kpis') &&
    texts.some((text) => work.rules.patterns.sum.test(text.trim())) &&
    texts.every((text) => work.rules.patterns.sum.test(text.trim()) || /^\s*100\s*%?\s*$/u.test(text))
  );
}

/** A cell alone in its row, whose words head a section: “Skills and qualities”. */
const namesSection = ({ lines: [line] }: CellBlock, reading: Reading): boolean =>
  line !== undefined && (headingOf(line, { before: null, after: null }, reading)?.isExact ?? false);
