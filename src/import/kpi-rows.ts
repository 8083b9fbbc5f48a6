/** A row of a table of measures: what is measured, its target, weight and period. */
import type { Kpi } from '../role/role.generated.js';
import type { Line } from './lines.js';
import { countedIn, periodOf, targetOf, unitOfName, weightOf } from './measure.js';
import { groundOfColumn, put, saidIn } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, guessed, mapped, phraseOf } from './work.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

export function kpiRow(cells: Cells, group: Line | null, read: TableRead, work: Work): void {
  const named = cells.get('name') ?? [];
  // The first line of a cell in bold, above another that is not, names a group of measures.
  const heads = named.length > 1 && named[0]?.paragraph.look.bold === 'all' && named[1]?.paragraph.look.bold !== 'all';
  const [name, ...more] = named;
  if (heads && named[0]) return kpiRow(new Map([...cells, ['name', named.slice(1)]]), named[0], read, work);
  if (!name || !hasWords(name.text)) return;
  const set = targetOf(saidIn(cells, 'target') === '' ? name.text : `${saidIn(cells, 'target')} ${saidIn(cells, 'unit')}`, work.rules);
  const ownUnit = set.value !== null && set.unit === 'count' ? unitOfName(name.text, work.rules) : null;
  const target = ownUnit === null ? set : { ...set, unit: ownUnit };
  const period = periodOf(saidIn(cells, 'period'), work.rules, true) ?? periodOf(saidIn(cells, 'target'), work.rules);
  const weight = weightOf(saidIn(cells, 'weight'));
  const entry = addEntry(
    work.draft.kpis,
    name,
    'phrase',
    groundOfColumn(read, 'name'),
    work,
    (text, id, source): Kpi => ({
      id,
      name: text,
      ...(group && { group: phraseOf(group.text, work) }),
      ...target,
      ...(period !== null && { period }),
      ...(weight !== null && { weight }),
      source,
    }),
    'name',
  );
  if (!entry) return;
  if (group && !work.ledger.isGiven(group)) work.ledger.give(group, fate(mapped('group'), [work.draft.to(entry, 'group')]));
  const [second] = more;
  if (second) put(entry, 'formula', new Map([['name', more]]), 'name', read, work);
  put(entry, 'dataSource', cells, 'dataSource', read, work);
  if (entry.formula === undefined) put(entry, 'formula', cells, 'formula', read, work);
  if (entry.formula === undefined) putPoints(entry, cells, read, work);
  const unread = target.value === null && hasWords(saidIn(cells, 'target'));
  if (unread) entry.unitText = phraseOf(saidIn(cells, 'target'), work);
  const counted = unread || target.unit !== 'count' ? null : countedIn(saidIn(cells, 'target'), work.rules);
  if (counted !== null) entry.unitText = counted;
  if (target.value === null) work.draft.assume(entry, 'value');
  if (entry.dataSource === undefined) takeSource(entry, cells, read, work);
  for (const [key, into] of [
    ['target', unread ? 'unitText' : 'value'],
    ['unit', 'unit'],
    ['period', 'period'],
    ['weight', 'weight'],
  ] as const)
    for (const line of cells.get(key) ?? []) {
      if (!hasWords(line.text)) work.ledger.leaveOut(line, 'blank');
      else if (key === 'weight' && weight === null) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
      else {
        const sure =
          (key === 'target' && unread) || (key === 'period' && period === null)
            ? guessed('column', groundOfColumn(read, key).why.args)
            : groundOfColumn(read, key);
        work.ledger.give(line, fate(sure, [work.draft.to(entry, into)]));
      }
    }
}

/** «Баллы: 3»: what a measure counts for, in points, which are no percent. */
function putPoints(entry: Kpi, cells: Cells, read: TableRead, work: Work): void {
  const ground = groundOfColumn(read, 'points');
  const said = saidIn(cells, 'points').trim();
  if (hasWords(said)) entry.formula = `${ground.why.args.column}: ${said}`;
  for (const line of cells.get('points') ?? [])
    if (hasWords(said)) work.ledger.give(line, fate(ground, [work.draft.to(entry, 'formula')]));
    else work.ledger.leaveOut(line, 'blank');
}

/** ‘retro’, ‘wekelijks (WMS)’ under “how measured”: from what, beside how often or instead of it. */
function takeSource(entry: Kpi, cells: Cells, read: TableRead, work: Work): void {
  const said = saidIn(cells, 'period');
  if (periodOf(said, work.rules, true) === null) return put(entry, 'dataSource', cells, 'period', read, work);
  const [, source] = /\(([^()]+)\)\s*$/u.exec(said) ?? [];
  if (source !== undefined && hasWords(source)) entry.dataSource = phraseOf(source, work);
}
