/** Rows of a table of competencies: a name, what shows it, and its level. */
import type { Requirement } from '../role/role.generated.js';
import { inOne } from './draft-values.js';
import { groundOfColumn } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, phraseOf } from './work.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

/** Takes a row; one without a name goes on with the competency above it, which is given back. */
export function competencyRow(cells: Cells, above: Requirement | null, read: TableRead, work: Work): Requirement | null {
  const [name, ...more] = (cells.get('competency') ?? []).filter(({ text }) => hasWords(text));
  const made = name
    ? addEntry(work.draft.qualities, name, 'phrase', groundOfColumn(read, 'competency'), work, (text, id, source) => ({ id, text, source }))
    : above;
  if (!made) return null;
  const levels = (cells.get('level') ?? []).filter(({ text }) => hasWords(text));
  const shown = [...more, ...(cells.get('behaviour') ?? [])].filter(({ text }) => hasWords(text));
  const level = levels.map(({ text }) => text).join(', ');
  const said = [...shown.map(({ text }) => phraseOf(text, work)), ...(level === '' ? [] : [`(${level})`])].join('; ').replace('; (', ' (');
  const text = inOne(made.text);
  const next = said === '' ? text : `${text}${name ? ': ' : '; '}${said}`.replace(': (', ' (');
  if (next.length > 2000) return made;
  made.text = next;
  for (const line of shown) work.ledger.give(line, fate(groundOfColumn(read, 'behaviour'), [work.draft.to(made, 'text')]));
  for (const line of levels) work.ledger.give(line, fate(groundOfColumn(read, 'level'), [work.draft.to(made, 'text')]));
  return made;
}
