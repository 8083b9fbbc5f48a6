/** A row of a table of relations: with whom, about what, what is got and given. */
import type { Relation } from '../role/role.generated.js';
import { inOne } from './draft-values.js';
import type { Line } from './lines.js';
import { groundOfColumn, put } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, mapped, phraseOf } from './work.js';
import type { Work } from './work.js';
import { firstOf, hasWords, levelled } from './words.js';

export function relationRow(cells: Cells, read: TableRead, work: Work): void {
  const [party, ...more] = cells.get('party') ?? [];
  if (!party) return;
  const type = (cells.get('external') ?? []).map(({ text }) => text).join(' ');
  const level = levelled(`${party.text} ${type}`);
  const isExternal = firstOf(type === '' ? level : levelled(type), work.rules.phrases(work.rules.words.external), true) !== null;
  const entry = addEntry(
    work.draft.relations,
    party,
    'phrase',
    groundOfColumn(read, 'party'),
    work,
    (text, id, source): Relation => ({ id, party: text, ...(isExternal && { external: true }), source }),
    'party',
  );
  if (!entry) return;
  for (const line of cells.get('external') ?? [])
    work.ledger.give(line, fate(groundOfColumn(read, 'external'), [work.draft.to(entry, 'external')]));
  // Our own table has the subject and the nature below the party or beside it.
  const plainLines = (lines: readonly Line[]): Line[] => lines.filter((line) => !exchange(entry, line, work));
  const purposes = plainLines(cells.get('purpose') ?? []);
  more.splice(0, more.length, ...plainLines(more));
  const [subject, ...nature] = purposes.length > 0 ? purposes : more;
  if (subject) put(entry, 'purpose', new Map([['purpose', [subject]]]), 'purpose', read, work);
  if (nature.length > 0) put(entry, 'nature', new Map([['nature', nature]]), 'nature', read, work);
  if (purposes.length > 0 && more.length > 0) put(entry, 'nature', new Map([['party', more]]), 'party', read, work);
  if (entry.nature === undefined) put(entry, 'nature', cells, 'nature', read, work);
  putFrequency(entry, cells, read, work);
  for (const key of ['receives', 'provides'] as const) {
    for (const line of cells.get(key) ?? []) {
      if (!hasWords(line.text)) {
        work.ledger.leaveOut(line, 'blank');
        continue;
      }
      const list = (entry[key] ??= []);
      list.push(phraseOf(line.text, work));
      work.ledger.give(line, fate(groundOfColumn(read, key), [work.draft.to(list, String(list.length - 1))]));
    }
  }
}

/** «Ежедневно» in a column of its own: how often, behind what sort of contact it is. */
function putFrequency(entry: Relation, cells: Cells, read: TableRead, work: Work): void {
  const { nature } = entry;
  put(entry, 'nature', cells, 'period', read, work);
  if (nature !== undefined && entry.nature !== nature) entry.nature = `${inOne(nature)}; ${inOne(entry.nature)}`;
}

/** «Получает: …», “Provides: …” within a cell: what is got and given. */
function exchange(entry: Relation, line: Line, work: Work): boolean {
  const label = /^([^:]{3,24}):\s/u.exec(line.text);
  const key = label
    ? work.rules.columns.exact(label[1] ?? '').find((one) => one.key === 'receives' || one.key === 'provides')?.key
    : undefined;
  if (!label || (key !== 'receives' && key !== 'provides')) return false;
  const list = (entry[key] ??= []);
  for (const text of line.text.slice(label[0].length).split(/;\s/u)) if (hasWords(text)) list.push(phraseOf(text, work));
  if (list.length === 0) delete entry[key];
  work.ledger.give(line, fate(mapped('label', { label: label[1] ?? '' }), [work.draft.to(entry, key)]));
  return true;
}
