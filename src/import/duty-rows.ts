/** A row of a table of duties: an area, what is done in it, its result and its share of time. */
import type { Duty, DutyGroup } from '../role/role.generated.js';
import { withoutTargets } from './clause-sections.js';
import { weightOf } from './measure.js';
import type { Line } from './lines.js';
import { groundOfColumn, put } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, longestText, phraseOf } from './work.js';
import { inOne } from './draft-values.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

const isBold = (line: Line | undefined): boolean => line?.paragraph.look.bold === 'all';

/** What names an area that has no name: the words up to the first pause that leaves more than two of them. */
const firstWords = (text: string): string => {
  const pauses = [...text.matchAll(/[,;:.(]|\s[–—-]\s/gu)].map(({ index }) => text.slice(0, index).trim());
  const phrase = pauses.find((one) => one.split(/\s+/u).length > 3) ?? text.replace(/[.;]$/u, '');
  return phrase.split(/\s+/u).slice(0, 12).join(' ');
};

/** The result of a further row of an area goes on with that of the first. */
function addResult(group: DutyGroup, cells: Cells, read: TableRead, work: Work): void {
  const lines = (cells.get('result') ?? []).filter(({ text }) => hasWords(text));
  const next = [inOne(group.result), ...lines.map(({ text }) => phraseOf(text, work))].join('; ');
  if (lines.length === 0 || next.length > longestText) return;
  group.result = next;
  for (const line of lines) work.ledger.give(line, fate(groundOfColumn(read, 'result'), [work.draft.to(group, 'result')]));
}

/** The cells without the lines of a result that set a target: each of those is a measure. */
function cellsWithoutTargets(cells: Cells, group: DutyGroup, read: TableRead, work: Work): Cells {
  const rest = (key: string): readonly Line[] =>
    (cells.get(key) ?? []).flatMap((line) => withoutTargets(line, group, groundOfColumn(read, key), work));
  return new Map([...cells, ...['result', 'measure'].filter((key) => cells.has(key)).map((key) => [key, rest(key)] as const)]);
}

export function dutyRow(row: Cells, area: DutyGroup | null, read: TableRead, work: Work): DutyGroup | null {
  const written = row.get('duty') ?? [];
  // The first line of a cell in bold, above another that is not, names the area.
  const isHeaded = !row.has('group') && written.length > 1 && isBold(written[0]) && !isBold(written[1]);
  const heads = isHeaded ? written.slice(0, 1) : (row.get('group') ?? []);
  const headKey = isHeaded ? 'duty' : 'group';
  const name = heads.map(({ text }) => text).join(' ');
  let group = area;
  const ownShare = weightOf((row.get('share') ?? []).map(({ text }) => text).join(' '));
  const [first] = isHeaded ? [] : written.filter(({ text }) => hasWords(text));
  if (!hasWords(name) && first && ownShare !== null && ownShare > 0 && !row.get('group')?.some(({ text }) => hasWords(text))) {
    // A row with a share of its own is an area of its own, which its first words name.
    group = work.draft.openGroup(phraseOf(firstWords(first.text), work));
    group.share = ownShare;
  } else if (hasWords(name)) {
    const share = /\(?(\d{1,3}) ?%\)?\s*$/u.exec(name);
    group = work.draft.openGroup(phraseOf(share ? name.slice(0, share.index) : name, work) || 'area');
    if (share) group.share = Number(share[1]);
    for (const line of heads) work.ledger.give(line, fate(groundOfColumn(read, headKey), [work.draft.to(group, 'heading')]));
  }
  const duties = isHeaded ? written.slice(1) : written;
  if (!group && duties.some(({ text }) => hasWords(text)))
    group = work.draft.openGroup(phraseOf(read.columns.values().next().value?.shown ?? 'duties', work));
  for (const line of duties)
    if (group && hasWords(line.text))
      addEntry(group.duties, line, 'duty', groundOfColumn(read, 'duty'), work, (text, id, source): Duty => ({ id, text, source }));
    else work.ledger.leaveOut(line, 'blank');
  if (!group) return null;
  const cells = cellsWithoutTargets(row, group, read, work);
  if (group.result === undefined) put(group, 'result', cells, 'result', read, work);
  else addResult(group, cells, read, work);
  if (group.measure === undefined) put(group, 'measure', cells, 'measure', read, work);
  const shares = cells.get('share') ?? [];
  const share = weightOf(shares.map(({ text }) => text).join(' '));
  if (share !== null && share > 0 && hasWords(name)) group.share = share;
  for (const line of shares)
    if (share !== null && group.share === share)
      work.ledger.give(line, fate(groundOfColumn(read, 'share'), [work.draft.to(group, 'share')]));
  return group;
}
