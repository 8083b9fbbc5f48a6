/** Tables whose heads nobody knows, by what stands in their columns: weights that add up to a hundred, boxes that are ticked or not. */
import type { CellBlock, TableBlock } from './lines.js';
import { weightOf } from './measure.js';
import { keyOf } from './reading.js';
import type { Reading } from './reading.js';
import type { Rules } from './rules.js';
import { requirementKeys } from './section-keys.js';
import type { SectionKey } from './section-keys.js';
import { cellText } from './table-kinds.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, guessed, longestText, phraseOf } from './work.js';
import { hasWords } from './words.js';

/** What a table is about by its cells; null where they do not tell. It is a guess, and its entries say so. */
export function guessedTable(table: TableBlock, section: SectionKey | null, rules: Rules): TableRead | null {
  const [head = [], ...rows] = table.rows;
  if (rows.length < 2 || head.length < 3) return null;
  const texts = new Map(head.map(({ column }) => [column, rows.map((row) => textAt(row, column))]));
  const found = measuresIn(texts, section) ?? wishesIn(head, texts, section, rules);
  if (!found) return null;
  const columns = new Map([...found.columns].map(([column, key]) => [column, { key, shown: textAt(head, column) }]));
  return { kind: found.kind, columns, heads: 1, isGuessed: true };
}

/** With the column of weights, where a table of measures has one under a head that is not known. */
export function withWeights(read: TableRead, { rows }: TableBlock): TableRead {
  if (read.kind !== 'kpis' || [...read.columns.values()].some(({ key }) => key === 'weight')) return read;
  const [head = []] = rows.slice(read.heads - 1);
  const weights = head.find(
    ({ column }) => !read.columns.has(column) && areWeights(rows.slice(read.heads).map((row) => textAt(row, column))),
  );
  return weights ? { ...read, columns: new Map([...read.columns, [weights.column, { key: 'weight', shown: cellText(weights) }]]) } : read;
}

/** “Standard | Goal” with “Calls answered | 95%”: where the column for names has the figures and the one for targets has words, each is the other. */
export function withNamesFirst(read: TableRead, { rows }: TableBlock): TableRead {
  const columnOf = (wanted: string): number | undefined => [...read.columns].find(([, { key }]) => key === wanted)?.[0];
  const [name, target] = [columnOf('name'), columnOf('target')];
  if (read.kind !== 'kpis' || name === undefined || target === undefined) return read;
  const share = (column: number, pattern: RegExp): number => {
    const texts = rows
      .slice(read.heads)
      .map((row) => textAt(row, column))
      .filter(hasWords);
    return texts.length === 0 ? 0 : texts.filter((text) => pattern.test(text)).length / texts.length;
  };
  const areValues = share(name, /\d/u) > 0.5 && share(name, longName) < 0.5;
  if (!areValues || share(target, longName) < 0.5 || share(target, /\d/u) > 0.5) return read;
  const other: Readonly<Record<string, string>> = { name: 'target', target: 'name' };
  return { ...read, columns: new Map([...read.columns].map(([column, { key, shown }]) => [column, { key: other[key] ?? key, shown }])) };
}

/** What is measured takes three words. */
const longName = /\p{L}{2,}\P{L}+\p{L}{2,}\P{L}+\p{L}{2,}/u;

const textAt = (row: readonly CellBlock[], column: number): string => cellText(row.find((cell) => cell.column === column)).trim();

/** Figures that add up to a hundred, or to one. */
function areWeights(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every((text) => /^\d{1,3}(?:[.,]\d+)?\s?%?$/u.test(text))) return false;
  const sum = texts.reduce((all, text) => all + (weightOf(text) ?? 0), 0);
  return Math.abs(sum - 100) < 0.5;
}

/** A name, a figure to reach, a weight; where nothing else says that these are measures, all three. */
function measuresIn(
  texts: ReadonlyMap<number, readonly string[]>,
  section: SectionKey | null,
): { readonly kind: 'kpis'; readonly columns: ReadonlyMap<number, string> } | null {
  const order = [...texts];
  const weights = order.findLast(([, all]) => areWeights(all))?.[0];
  const name = order.find(([column, all]) => column !== weights && all.every((text) => /\p{L}{3}/u.test(text)))?.[0];
  const target = order.find(
    ([column, all]) => column !== weights && column !== name && all.filter((text) => /\d/u.test(text)).length * 2 > all.length,
  )?.[0];
  if (name === undefined || target === undefined || weights === undefined || (section !== 'kpis' && order.length > 4)) return null;
  const source = order.find(
    ([column, all]) => ![weights, name, target].includes(column) && all.every((text) => hasWords(text) && !/\d/u.test(text)),
  )?.[0];
  return {
    kind: 'kpis',
    columns: new Map([
      [name, 'name'],
      [target, 'target'],
      [weights, 'weight'],
      ...(source === undefined ? [] : [[source, 'dataSource'] as const]),
    ]),
  };
}

const isBox = (text: string): boolean => /^[☐☒☑✓✔✅xX×]?$/u.test(text);
const isTicked = (text: string): boolean => /^[☒☑✓✔✅xX×]$/u.test(text);

/** The columns that have boxes and marks alone. */
const boxColumns = (texts: ReadonlyMap<number, readonly string[]>): number[] =>
  [...texts].filter(([, all]) => all.every(isBox) && all.some((text) => text !== '')).map(([column]) => column);

/** Of what is asked, whether it is a condition or a wish: two columns of boxes, of which at least one head is known. */
function wishesIn(
  head: readonly CellBlock[],
  texts: ReadonlyMap<number, readonly string[]>,
  section: SectionKey | null,
  rules: Rules,
): { readonly kind: 'criteria'; readonly columns: ReadonlyMap<number, string> } | null {
  const boxes = boxColumns(texts);
  const [first, second] = boxes;
  const asked = [...texts].filter(([, all]) => all.every((text) => /\p{L}{2}/u.test(text))).map(([column]) => column);
  if (first === undefined || second === undefined || boxes.length > 2 || asked.length === 0 || asked.length > 2) return null;
  const meaning = (column: number): string | null => {
    const near = rules.headings.nearest(textAt(head, column));
    return near && near.share > 0.6 && ['essential', 'desirable'].includes(near.wording.key) ? near.wording.key : null;
  };
  const [one, other] = [meaning(first), meaning(second)];
  if ((one === null && other === null) || one === other || (section !== null && !requirementKeys.has(section))) return null;
  const opposite = (key: string): string => (key === 'essential' ? 'desirable' : 'essential');
  return {
    kind: 'criteria',
    columns: new Map([
      ...asked.map((column) => [column, 'criterion'] as const),
      [first, one ?? opposite(other ?? '')],
      [second, other ?? opposite(one ?? '')],
    ]),
  };
}

/** ‘Initiatief | Wacht niet op een opdracht | ☐ | ☒ | ☐’: a quality, what shows it, and a box under each level. */
export function takeLevels(table: TableBlock, reading: Reading): boolean {
  const { work } = reading;
  const [head = [], ...rows] = table.rows;
  const texts = new Map(head.map(({ column }) => [column, rows.map((row) => textAt(row, column))]));
  const boxes = boxColumns(texts);
  const key = keyOf(reading);
  const names = work.rules.columns.exact(cellText(head[0])).some((one) => one.key === 'competency' || one.key === 'criterion');
  const isAsked = names || (key !== null && requirementKeys.has(key));
  const isWhole = rows.every((row) => boxes.some((column) => isTicked(textAt(row, column))) && hasWords(cellText(row[0])));
  if (rows.length < 2 || boxes.length < 2 || boxes.length + 2 < head.length || !isAsked || !isWhole) return false;
  for (const { lines } of head) for (const line of lines) work.ledger.leaveOut(line, 'column-head');
  for (const row of rows) {
    const [name, ...cells] = row;
    const [line, ...more] = name?.lines ?? [];
    if (!line) continue;
    const levels = boxes.filter((column) => isTicked(textAt(row, column))).map((column) => textAt(head, column));
    const shown = cells.filter(({ column }) => !boxes.includes(column)).map((cell) => phraseOf(cellText(cell), work));
    const ground = guessed('column', { column: levels.join(', ') });
    const made = addEntry(work.draft.qualities, line, 'phrase', ground, work, (text, id, source) => ({
      id,
      text: `${text}${shown.some(hasWords) ? `: ${shown.join('; ')}` : ''} (${levels.join(', ')})`.slice(0, longestText),
      source,
    }));
    for (const one of made ? [...more, ...cells.flatMap(({ lines }) => lines)] : [])
      work.ledger.give(one, fate(ground, [work.draft.to(made ?? {}, 'text')]));
  }
  return true;
}
