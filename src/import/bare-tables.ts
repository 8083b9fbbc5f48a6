/** Tables whose heads are not known, by the section in which they stand: marks under columns, scores of an evaluation, pairs. */
import { addEntry, fate, guessed, longestText, mapped, phraseOf } from './work.js';
import { addRelation, relationsIn } from './clause-sections.js';
import type { Clause, Kpi, Relation, Requirement } from '../role/role.generated.js';
import type { CellBlock, Line, TableBlock } from './lines.js';
import { periodOf, targetOf } from './measure.js';
import { keyOf, shownOf } from './reading.js';
import type { Reading } from './reading.js';
import { cellText } from './table-kinds.js';
import { hasWords, levelled } from './words.js';

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

/** What a row of two cells makes, by the section in which it stands; the key is where its second cell goes. */
const pairs: Readonly<
  Record<string, { readonly into: string; readonly entryOf: (line: Line, said: string, reading: Reading) => object | null }>
> = {
  relations: { into: 'purpose', entryOf: partyOf },
  kpis: { into: 'value', entryOf: measureOf },
  physical: { into: 'text', entryOf: demandOf },
  qualities: { into: 'text', entryOf: qualityOf },
  competencies: { into: 'text', entryOf: qualityOf },
};

/**
 * Two columns among relations are a party and what it is about; among measures a measure and its target; among physical demands an
 * activity and how often; among qualities a quality and what shows it. A first row in bold above others that are not heads them.
 */
export function takePairs(table: TableBlock, reading: Reading): boolean {
  const pair = pairs[keyOf(reading) ?? ''];
  const isPair = table.rows.length > 1 && table.rows.every((row) => row.length === 2 && row.every((cell) => hasWords(cellText(cell))));
  if (!isPair || !pair || (keyOf(reading) === 'physical' && !table.rows.every((row) => saysHowOften(row)))) return false;
  const { work } = reading;
  if (keyOf(reading) === 'relations' && takeSides(table, reading)) return true;
  const [head = [], ...others] = table.rows;
  const isHeaded = isBold(head) && !others.some(isBold);
  if (isHeaded) for (const line of linesOfRow(head)) work.ledger.leaveOut(line, 'column-head');
  for (const [first, second] of isHeaded ? others : table.rows) {
    const [line, ...more] = first?.lines ?? [];
    if (!line || !second) continue;
    const entry = pair.entryOf(line, cellText(second), reading);
    if (!entry) continue;
    const ground = guessed('position');
    for (const one of [...more, ...second.lines]) work.ledger.give(one, fate(ground, [work.draft.to(entry, pair.into)]));
  }
  return true;
}

/** “Lifting up to 50 lb | Frequent”: sentences beside the name of a demand are no figure of how often. */
const saysHowOften = (row: readonly CellBlock[]): boolean => cellText(row[1]).split(/\s+/u).length <= 5;

const isBold = (row: readonly CellBlock[]): boolean => linesOfRow(row).every(({ paragraph }) => paragraph.look.bold === 'all');

/** «Intern | Planning, QA», “External | suppliers”: the first cell says on which side they stand. */
function takeSides(table: TableBlock, reading: Reading): boolean {
  const { work } = reading;
  const sideOf = (row: readonly CellBlock[]): 'inside' | 'outside' | null => {
    const said = levelled(cellText(row[0])).trim();
    return work.rules.patterns.inside.test(said) ? 'inside' : work.rules.patterns.outside.test(said) ? 'outside' : null;
  };
  if (!table.rows.every((row) => sideOf(row) !== null)) return false;
  for (const row of table.rows) {
    const [label, said] = row;
    for (const line of label?.lines ?? [])
      work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label: line.text } } });
    for (const line of said?.lines ?? [])
      for (const part of relationsIn(line, work))
        addRelation(part, mapped('label', { label: cellText(label) }), work, sideOf(row) === 'outside');
  }
  return true;
}

function demandOf(line: Line, often: string, { work }: Reading): Clause | null {
  const make = (text: string, id: string, source: string): Clause => ({ id, text: `${text}: ${phraseOf(often, work)}`, source });
  return addEntry(work.draft.physicalDemands, line, 'sentence', guessed('position'), work, make);
}

function qualityOf(line: Line, shown: string, { work, desirable }: Reading): Requirement | null {
  const make = (text: string, id: string, source: string): Requirement => ({
    id,
    text: `${text}: ${phraseOf(shown, work)}`.slice(0, longestText),
    ...(desirable === true && { desirable }),
    source,
  });
  return addEntry(work.draft.qualities, line, 'phrase', guessed('position'), work, make);
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
  const period = periodOf(said, work.rules);
  const unread = target.value === null ? { unitText: phraseOf(said, work) } : {};
  const make = (name: string, id: string, source: string): Kpi => ({
    id,
    name,
    ...target,
    ...unread,
    ...(period !== null && { period }),
    source,
  });
  const entry = addEntry(work.draft.kpis, line, 'phrase', guessed('position'), work, make, 'name');
  if (entry && target.value === null) work.draft.assume(entry, 'value');
  return entry;
}
