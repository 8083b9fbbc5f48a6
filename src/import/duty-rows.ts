/** A row of a table of duties: an area, what is done in it, its result and its share of time. */
import type { Duty, DutyGroup } from '../role/role.generated.js';
import { weightOf } from './measure.js';
import { groundOfColumn, put } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, phraseOf } from './work.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

export function dutyRow(cells: Cells, area: DutyGroup | null, read: TableRead, work: Work): DutyGroup | null {
  const heads = cells.get('group') ?? [];
  const name = heads.map(({ text }) => text).join(' ');
  let group = area;
  if (hasWords(name)) {
    const share = /\(?(\d{1,3}) ?%\)?\s*$/u.exec(name);
    group = work.draft.openGroup(phraseOf(share ? name.slice(0, share.index) : name, work) || 'area');
    if (share) group.share = Number(share[1]);
    for (const line of heads) work.ledger.give(line, fate(groundOfColumn(read, 'group'), [work.draft.to(group, 'heading')]));
  }
  const duties = cells.get('duty') ?? [];
  if (!group && duties.some(({ text }) => hasWords(text)))
    group = work.draft.openGroup(phraseOf(read.columns.values().next().value?.shown ?? 'duties', work));
  for (const line of duties)
    if (group && hasWords(line.text))
      addEntry(group.duties, line, 'duty', groundOfColumn(read, 'duty'), work, (text, id, source): Duty => ({ id, text, source }));
    else work.ledger.leaveOut(line, 'blank');
  if (!group) return null;
  if (group.result === undefined) put(group, 'result', cells, 'result', read, work);
  if (group.measure === undefined) put(group, 'measure', cells, 'measure', read, work);
  const shares = cells.get('share') ?? [];
  const share = weightOf(shares.map(({ text }) => text).join(' '));
  if (share !== null && share > 0 && hasWords(name)) group.share = share;
  for (const line of shares)
    if (share !== null && hasWords(name)) work.ledger.give(line, fate(groundOfColumn(read, 'share'), [work.draft.to(group, 'share')]));
  return group;
}
