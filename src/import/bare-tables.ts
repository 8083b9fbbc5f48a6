/** Tables whose heads are not known, by the section in which they stand: marks under columns, scores of an evaluation, pairs. */
import { addEntry, fate, guessed, mapped, phraseOf } from './work.js';
import type { Kpi, Relation } from '../role/role.generated.js';
import type { CellBlock, Line, TableBlock } from './lines.js';
import { periodOf, targetOf } from './measure.js';
import { keyOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import { cellText } from './table-kinds.js';
import { hasWords } from './words.js';

const linesOfRow = (row: readonly CellBlock[]): Line[] => row.flatMap(({ lines }) => lines);
const isMark = (text: string): boolean => /^[x×✓✔☒☑•●■+v]$/iu.test(text.trim());

/** Among physical demands: an activity, and a mark in the column of how often. */
export function takeMarks(table: TableBlock, reading: Reading): boolean {
  const { work } = reading;
  const [head, ...rows] = table.rows;
  if (keyOf(reading) !== 'physical' || !head || rows.length === 0 || table.rows.some((row) => row.length < 2)) return false;
  const isMarked = (row: readonly CellBlock[]): boolean =>
    row.slice(1).every((cell) => isMark(cellText(cell)) || !hasWords(cellText(cell))) &&
    row.slice(1).some((cell) => isMark(cellText(cell)));
  if (!rows.every(isMarked)) return false;
  const ground = mapped('item', { heading: shownOf(reading) });
  for (const line of linesOfRow(head)) work.ledger.leaveOut(line, 'column-head');
  for (const row of rows) {
    const [activity, ...cells] = row;
    const [line, ...more] = activity?.lines ?? [];
    if (!line) continue;
    const often = cells.filter((cell) => isMark(cellText(cell))).map(({ column }) => cellText(head.find((one) => one.column === column)));
    const entry = addEntry(work.draft.physicalDemands, line, 'sentence', ground, work, (text, id, source) => ({
      id,
      text: `${text}: ${often.join(', ')}`,
      source,
    }));
    for (const one of entry ? [...more, ...linesOfRow(cells)] : [])
      work.ledger.give(one, fate(ground, [work.draft.to(entry ?? {}, 'text')]));
  }
  return true;
}

/** Scores of an evaluation of the position belong to no role. */
export function takeScores(table: TableBlock, reading: Reading): boolean {
  if (keyOf(reading) !== 'evaluation') return false;
  const [head = [], ...rows] = table.rows;
  for (const line of rows.length > 0 ? linesOfRow(head) : []) reading.work.ledger.leaveOut(line, 'column-head');
  for (const line of table.rows.flatMap(linesOfRow))
    reading.work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
  return true;
}

/** Two columns among relations are a party and what it is about; among measures a measure and its target. */
export function takePairs(table: TableBlock, reading: Reading): boolean {
  const key = keyOf(reading);
  const isPair = table.rows.length > 1 && table.rows.every((row) => row.length === 2 && row.every((cell) => hasWords(cellText(cell))));
  if (!isPair || (key !== 'relations' && key !== 'kpis')) return false;
  const { work } = reading;
  for (const [first, second] of table.rows) {
    const [line, ...more] = first?.lines ?? [];
    if (!line || !second) continue;
    const entry = key === 'relations' ? partyOf(line, cellText(second), reading) : measureOf(line, cellText(second), reading);
    if (!entry) continue;
    const into = key === 'relations' ? 'purpose' : 'value';
    const ground = guessed('position');
    for (const one of [...more, ...second.lines]) work.ledger.give(one, fate(ground, [work.draft.to(entry, into)]));
  }
  return true;
}

function partyOf(line: Line, purpose: string, { work, isExternal }: Reading): Relation | null {
  const make = (party: string, id: string, source: string): Relation => ({
    id,
    party,
    ...(isExternal && { external: true }),
    purpose: phraseOf(purpose, work),
    source,
  });
  return addEntry(work.draft.relations, line, 'phrase', guessed('position'), work, make, 'party');
}

function measureOf(line: Line, said: string, { work }: Reading): Kpi | null {
  const target = targetOf(said, work.rules);
  const period = periodOf(said, work.rules) ?? 'month';
  const unread = target.value === null ? { unitText: phraseOf(said, work) } : {};
  const make = (name: string, id: string, source: string): Kpi => ({ id, name, ...target, ...unread, period, source });
  return addEntry(work.draft.kpis, line, 'phrase', guessed('position'), work, make, 'name');
}
