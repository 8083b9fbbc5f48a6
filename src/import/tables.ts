/** Rows of tables: measures, relations, limits, criteria, duties; and forms, whose rows are a label with what stands beside it. */
import type { Criterion, Duty, DutyGroup, Kpi, Limit, Relation, Report, ServiceLevel, Span, Table } from '../role/role.generated.js';
import { targetOf, periodOf, weightOf } from './measure.js';
import { requirementKind } from './requirement.js';
import type { RequirementKind } from './requirement.js';
import { addCriterion, takeRequirement } from './requirements-section.js';
import { labelIn, takeRequisite } from './requisites.js';
import type { Sections } from './sections.js';
import { cellText, tableKind } from './table-kinds.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, guessed, mapped, phraseOf } from './work.js';
import type { Ground, Work } from './work.js';
import type { CellBlock, Line, TableBlock } from './lines.js';
import { clauseOf } from './clause-form.js';
import { firstOf, hasWords, levelled } from './words.js';

type Cells = ReadonlyMap<string, readonly Line[]>;

/** Takes a table with known heads; false for one without. */
export function takeTable(table: TableBlock, sections: Sections, work: Work): boolean {
  const read = tableKind(table, sections.key, work.rules);
  if (!read) return takeWorkingTable(table, sections, work);
  const caption = sections.takeCaption();
  if (caption) work.ledger.leaveOut(caption, 'lead');
  for (const row of table.rows.slice(0, read.heads))
    for (const line of row.flatMap(({ lines }) => lines)) work.ledger.give(line, { certainty: 'left-out', why: { code: 'column-head', args: {} } });
  let group: Line | null = null;
  let area: DutyGroup | null = null;
  for (const row of table.rows.slice(read.heads)) {
    const cells = byKey(row, read);
    const lines = row.flatMap((cell) => cell.lines);
    const filled = row.filter((cell) => hasWords(cellText(cell)));
    const [only] = filled;
    if (filled.length === 0) {
      for (const line of lines) work.ledger.leaveOut(line, 'blank');
      continue;
    }
    if (only && filled.length === 1 && (row.length === 1 || read.kind === 'kpis') && read.columns.size > 1 && only.lines.length === 1 && only.lines[0]) {
      for (const line of lines) if (line !== only.lines[0]) work.ledger.leaveOut(line, 'blank');
      const heading = sections.headingOf(only.lines[0], { before: null, after: null });
      if (heading) sections.openBy(only.lines[0], heading.key, heading.shown, heading.isExact);
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
    else if (read.kind === 'criteria') criteriaRow(row, read, sections, work);
    else if (read.kind === 'duties') area = dutyRow(cells, area, read, work);
    else if (read.kind === 'reports') reportRow(cells, read, work);
    else serviceRow(cells, read, work);
  }
  return true;
}

function byKey(row: readonly CellBlock[], { columns }: TableRead): Cells {
  const cells = new Map<string, readonly Line[]>();
  for (const cell of row) {
    const found = columns.get(cell.column);
    if (found && !cells.has(found.key)) cells.set(found.key, cell.lines);
  }
  return cells;
}

const ground = (read: TableRead, key: string): Ground => mapped('column', { column: [...read.columns.values()].find((one) => one.key === key)?.shown ?? key });

/** The lines of a cell as one phrase under a key of an entry; a dash says nothing. */
function put<T extends object>(owner: T, key: keyof T & string, cells: Cells, from: string, read: TableRead, work: Work): void {
  const lines = cells.get(from) ?? [];
  const text = lines.map(({ text }) => text).join('; ');
  if (!hasWords(text)) {
    for (const line of lines) work.ledger.leaveOut(line, 'blank');
    return;
  }
  const formed = clauseOf(text, 'phrase', work.rules);
  if (formed.text.length > 2000) return;
  (owner as Record<string, unknown>)[key] = formed.text;
  for (const line of lines) work.ledger.give(line, fate(ground(read, from), [work.draft.to(owner, key)], formed.changes));
}

function kpiRow(cells: Cells, group: Line | null, read: TableRead, work: Work): void {
  const named = cells.get('name') ?? [];
  // The first line of a cell in bold, above another that is not, names a group of measures.
  const heads = named.length > 1 && named[0]?.paragraph.look.bold === 'all' && named[1]?.paragraph.look.bold !== 'all';
  const [name, ...more] = named;
  if (heads && named[0]) return kpiRow(new Map([...cells, ['name', named.slice(1)]]), named[0], read, work);
  if (!name || !hasWords(name.text)) return;
  const said = (key: string): string => (cells.get(key) ?? []).map(({ text }) => text).join(' ');
  const target = targetOf(said('target') === '' ? name.text : `${said('target')} ${said('unit')}`, work.rules);
  const period = periodOf(said('period'), work.rules) ?? periodOf(said('target'), work.rules);
  const weight = weightOf(said('weight'));
  const entry = addEntry(work.draft.kpis, name, 'phrase', ground(read, 'name'), work, (text, id, source): Kpi => ({
    id,
    name: text,
    ...(group && { group: phraseOf(group.text, work) }),
    ...target,
    period: period ?? 'month',
    ...(weight !== null && { weight }),
    source,
  }), 'name');
  if (!entry) return;
  if (group && !work.ledger.isGiven(group)) work.ledger.give(group, fate(mapped('group'), [work.draft.to(entry, 'group')]));
  const [second] = more;
  if (second) put(entry, 'formula', new Map([['name', more]]), 'name', read, work);
  put(entry, 'dataSource', cells, 'dataSource', read, work);
  if (entry.formula === undefined) put(entry, 'formula', cells, 'formula', read, work);
  const unread = target.value === null && hasWords(said('target'));
  if (unread) entry.unitText = phraseOf(said('target'), work);
  for (const [key, into] of [['target', unread ? 'unitText' : 'value'], ['unit', 'unit'], ['period', 'period'], ['weight', 'weight']] as const)
    for (const line of cells.get(key) ?? []) {
      if (!hasWords(line.text)) work.ledger.leaveOut(line, 'blank');
      else if (key === 'weight' && weight === null) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
      else {
        const sure = (key === 'target' && unread) || (key === 'period' && period === null) ? guessed('column', ground(read, key).why.args) : ground(read, key);
        work.ledger.give(line, fate(sure, [work.draft.to(entry, into)]));
      }
    }
}

function relationRow(cells: Cells, read: TableRead, work: Work): void {
  const [party, ...more] = cells.get('party') ?? [];
  if (!party) return;
  const type = (cells.get('external') ?? []).map(({ text }) => text).join(' ');
  const level = levelled(`${party.text} ${type}`);
  const isExternal = type === '' ? firstOf(level, work.rules.phrases(work.rules.words.external), true) !== null : /(?:extern|внешн)/iu.test(type);
  const entry = addEntry(work.draft.relations, party, 'phrase', ground(read, 'party'), work, (text, id, source): Relation => ({ id, party: text, ...(isExternal && { external: true }), source }), 'party');
  if (!entry) return;
  for (const line of cells.get('external') ?? []) work.ledger.give(line, fate(ground(read, 'external'), [work.draft.to(entry, 'external')]));
  // Our own table has the subject and the nature below the party or beside it.
  const plainLines = (lines: readonly Line[]): Line[] => lines.filter((line) => !exchange(entry, line, work));
  const purposes = plainLines(cells.get('purpose') ?? []);
  more.splice(0, more.length, ...plainLines(more));
  const [subject, ...nature] = purposes.length > 0 ? purposes : more;
  if (subject) put(entry, 'purpose', new Map([['purpose', [subject]]]), 'purpose', read, work);
  if (nature.length > 0) put(entry, 'nature', new Map([['nature', nature]]), 'nature', read, work);
  if (purposes.length > 0 && more.length > 0) put(entry, 'nature', new Map([['party', more]]), 'party', read, work);
  if (entry.nature === undefined) put(entry, 'nature', cells, 'nature', read, work);
  for (const key of ['receives', 'provides'] as const) {
    for (const line of cells.get(key) ?? []) {
      if (!hasWords(line.text)) {
        work.ledger.leaveOut(line, 'blank');
        continue;
      }
      const list = (entry[key] ??= []);
      list.push(phraseOf(line.text, work));
      work.ledger.give(line, fate(ground(read, key), [work.draft.to(list, String(list.length - 1))]));
    }
  }
}

/** «Получает: …», “Provides: …” within a cell: what is got and given. */
function exchange(entry: Relation, line: Line, work: Work): boolean {
  const label = /^([^:]{3,24}):\s/u.exec(line.text);
  const key = label ? work.rules.columns.exact(label[1] ?? '').find((one) => one.key === 'receives' || one.key === 'provides')?.key : undefined;
  if (!label || (key !== 'receives' && key !== 'provides')) return false;
  const list = (entry[key] ??= []);
  for (const text of line.text.slice(label[0].length).split(/;\s/u)) if (hasWords(text)) list.push(phraseOf(text, work));
  if (list.length === 0) delete entry[key];
  work.ledger.give(line, fate(mapped('label', { label: label[1] ?? '' }), [work.draft.to(entry, key)]));
  return true;
}

function limitRow(cells: Cells, read: TableRead, work: Work): void {
  const [topic] = cells.get('topic') ?? [];
  if (!topic) return;
  const entry = addEntry(work.draft.limits, topic, 'phrase', ground(read, 'topic'), work, (text, id, source): Limit => ({ id, topic: text, source }), 'topic');
  if (!entry) return;
  for (const key of ['decides', 'agrees', 'refers'] as const) put(entry, key, cells, key, read, work);
}

const isYes = (text: string): boolean => /^(?:[x×✓✔☒+vе]|e|essential|yes|да|ja|essentieel|required|обязательно)\.?$/iu.test(text.trim());
const isWish = (text: string): boolean => /^(?:d|w|desirable|preferred|wenselijk|желательно)\.?$/iu.test(text.trim());

function criteriaRow(row: readonly CellBlock[], read: TableRead, sections: Sections, work: Work): void {
  const columnsOf = (key: string): number[] => [...read.columns].filter(([, one]) => one.key === key).map(([column]) => column);
  const linesAt = (columns: readonly number[]): readonly Line[] => columns.flatMap((column) => row.find((cell) => cell.column === column)?.lines ?? []);
  const criteria = columnsOf('criterion');
  const assessedLines = linesAt(columnsOf('assessed'));
  const assessed = assessment(assessedLines.map(({ text }) => text).join(', '), work);
  const importance = linesAt(columnsOf('importance'));
  const mentioned = new Set([...read.columns.keys()]);
  const labelLines = criteria.length > 0 ? linesAt(criteria.slice(0, 1)) : (row.find((cell) => !mentioned.has(cell.column))?.lines ?? []);
  const label = labelLines.map(({ text }) => text).join(' ');
  const kind = kindOf(label, sections, work);
  let given: Criterion | null = null;
  const take = (line: Line, desirable: boolean, why: Ground): void => {
    if (!hasWords(line.text)) return work.ledger.leaveOut(line, 'blank');
    const own = requirementKind(line.text, work.rules)?.kind;
    given = addCriterion(line, kind ?? own ?? 'skills', desirable, why, work, assessed) ?? given;
  };
  const essential = linesAt(columnsOf('essential'));
  const desirable = linesAt(columnsOf('desirable'));
  const marks = [...essential, ...desirable].every(({ text }) => isYes(text) || !hasWords(text) || text.length < 3);
  if (importance.length > 0 || (marks && (columnsOf('essential').length > 0 || columnsOf('desirable').length > 0)) || columnsOf('essential').length + columnsOf('desirable').length === 0) {
    const isDesirable = importance.length > 0 ? importance.some(({ text }) => isWish(text)) : desirable.some(({ text }) => hasWords(text));
    const texts = criteria.length > 1 ? linesAt(criteria.slice(1)) : labelLines;
    for (const line of texts) take(line, isDesirable, ground(read, 'criterion'));
    if (criteria.length > 1) for (const line of labelLines) work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label } } });
    for (const line of [...importance, ...essential, ...desirable])
      if (hasWords(line.text) && given) work.ledger.give(line, fate(ground(read, importance.length > 0 ? 'importance' : 'essential'), [work.draft.to(given, null)]));
      else work.ledger.leaveOut(line, 'blank');
  } else {
    for (const line of labelLines) work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label } } });
    for (const line of essential) take(line, false, ground(read, 'essential'));
    for (const line of desirable) take(line, true, ground(read, 'desirable'));
  }
  for (const line of assessedLines)
    if (assessed && given) work.ledger.give(line, fate(ground(read, 'assessed'), [work.draft.to(given, 'assessed')]));
    else work.ledger.leaveOut(line, 'blank');
}

/** What the label of a row says that it is about. */
function kindOf(label: string, sections: Sections, work: Work): RequirementKind | null {
  const heading = work.rules.headings.exact(label)[0] ?? (label.split(/\s+/u).length <= 5 ? work.rules.headings.nearest(label)?.wording : undefined);
  const kinds = ['education', 'experience', 'knowledge', 'skills', 'extra', 'qualities'] as const;
  return kinds.find((one) => one === heading?.key) ?? kinds.find((one) => one === sections.key) ?? null;
}

function assessment(text: string, work: Work): Criterion['assessed'] {
  const words = levelled(text).split(/[^\p{L}]+/u).filter((word) => word !== '');
  const found = (['application', 'interview', 'task'] as const).filter((one) => {
    const known = work.rules.phrases(work.rules.words.assessed[one]);
    return words.some((word) => known.includes(word)) || firstOf(levelled(text), known.filter((word) => word.length > 2)) !== null;
  });
  return found.length > 0 ? found : undefined;
}

function dutyRow(cells: Cells, area: DutyGroup | null, read: TableRead, work: Work): DutyGroup | null {
  const heads = cells.get('group') ?? [];
  const name = heads.map(({ text }) => text).join(' ');
  let group = area;
  if (hasWords(name)) {
    const share = /\(?(\d{1,3}) ?%\)?\s*$/u.exec(name);
    group = work.draft.openGroup(phraseOf(share ? name.slice(0, share.index) : name, work) || 'area');
    if (share) group.share = Number(share[1]);
    for (const line of heads) work.ledger.give(line, fate(ground(read, 'group'), [work.draft.to(group, 'heading')]));
  }
  const duties = cells.get('duty') ?? [];
  if (!group && duties.some(({ text }) => hasWords(text))) group = work.draft.openGroup(phraseOf(read.columns.values().next().value?.shown ?? 'duties', work));
  for (const line of duties)
    if (group && hasWords(line.text)) addEntry(group.duties, line, 'duty', ground(read, 'duty'), work, (text, id, source): Duty => ({ id, text, source }));
    else work.ledger.leaveOut(line, 'blank');
  if (!group) return null;
  if (group.result === undefined) put(group, 'result', cells, 'result', read, work);
  if (group.measure === undefined) put(group, 'measure', cells, 'measure', read, work);
  const shares = cells.get('share') ?? [];
  const share = weightOf(shares.map(({ text }) => text).join(' '));
  if (share !== null && share > 0 && hasWords(name)) group.share = share;
  for (const line of shares) if (share !== null && hasWords(name)) work.ledger.give(line, fate(ground(read, 'share'), [work.draft.to(group, 'share')]));
  return group;
}

function reportRow(cells: Cells, read: TableRead, work: Work): void {
  const [name] = cells.get('report') ?? [];
  if (!name) return;
  const said = (key: string): string => (cells.get(key) ?? []).map(({ text }) => text).join(' ');
  const period = periodOf(said('period'), work.rules);
  const recipient = hasWords(said('recipient')) ? work.draft.postOf(phraseOf(said('recipient'), work)) : null;
  const entry = addEntry(work.draft.reports, name, 'phrase', ground(read, 'report'), work, (text, id, source): Report => ({
    id,
    name: text,
    period: period === null || period === 'continuous' ? 'on-request' : period,
    ...(recipient !== null && { recipient }),
    source,
  }), 'name');
  if (!entry) return;
  for (const line of cells.get('period') ?? []) work.ledger.give(line, fate(period === null ? guessed('column', ground(read, 'period').why.args) : ground(read, 'period'), [work.draft.to(entry, 'period')]));
  for (const line of cells.get('recipient') ?? []) work.ledger.give(line, fate(ground(read, 'recipient'), [work.draft.to(entry, 'recipient')]));
  for (const line of cells.get('contents') ?? [])
    for (const text of line.text.split(/;\s/u)) {
      if (!hasWords(text)) continue;
      const list = (entry.contents ??= []);
      list.push(phraseOf(text, work));
      work.ledger.give(line, fate(ground(read, 'contents'), [work.draft.to(entry, 'contents')]));
    }
}

function serviceRow(cells: Cells, read: TableRead, work: Work): void {
  const [event] = cells.get('event') ?? [];
  if (!event) return;
  const said = (cells.get('limit') ?? []).map(({ text }) => text).join(' ');
  const limit = spanOf(said, work);
  if (!limit) return;
  const entry = addEntry(work.draft.serviceLevels, event, 'phrase', ground(read, 'event'), work, (text, id, source): ServiceLevel => ({ id, event: text, limit, source }), 'event');
  if (!entry) return;
  for (const line of cells.get('limit') ?? []) work.ledger.give(line, fate(ground(read, 'limit'), [work.draft.to(entry, 'limit')]));
  put(entry, 'onBreach', cells, 'onBreach', read, work);
}

const spanUnits: readonly (readonly [RegExp, Span['unit']])[] = [
  [/мин|min/iu, 'minute'],
  [/час|hour|uur|uren/iu, 'hour'],
  [/рабоч|working|business|werkdag/iu, 'working-day'],
  [/недел|week/iu, 'week'],
  [/месяц|month|maand/iu, 'month'],
  [/дн|день|day|dag/iu, 'calendar-day'],
];

function spanOf(text: string, _work: Work): Span | null {
  const figure = /(\d+(?:[.,]\d+)?)\s*(\p{L}+(?:\s\p{L}+)?)/u.exec(text);
  const unit = spanUnits.find(([pattern]) => pattern.test(figure?.[2] ?? ''))?.[1];
  if (!figure || !unit) return null;
  const from = text.slice(figure.index + figure[0].length).trim();
  return { value: Number(figure[1]?.replace(',', '.')), unit, ...(/\p{L}{3}/u.test(from) && { from }) };
}

/** A table of three columns and more whose heads are known to nobody else: it goes along as it is. */
function takeWorkingTable(table: TableBlock, sections: Sections, work: Work): boolean {
  const [head = [], ...rows] = table.rows;
  const isAsked = sections.key === 'procedures';
  const filled = head.filter((cell) => hasWords(cellText(cell)));
  const known = head.some((cell) => labelIn(cellText(cell), work) !== null || work.rules.headings.exact(cellText(cell)).length > 0);
  if (rows.length === 0 || filled.length !== head.length || head.length < (isAsked ? 2 : 3) || (!isAsked && known)) return false;
  if (!isAsked && !filled.every((cell) => cell.lines.length === 1 && cellText(cell).length < 60 && cell.lines.every(({ paragraph }) => paragraph.look.bold === 'all'))) return false;
  const caption = sections.takeCaption();
  const title = caption ? phraseOf(caption.text, work) : phraseOf(sections.shown, work) || cellText(head[0]);
  const { draft, ledger } = work;
  const certain: Ground = isAsked ? mapped('item', { heading: sections.shown }) : guessed('position');
  const columns = head.map((cell) => ({ id: draft.idFor(cellText(cell), 'column'), title: phraseOf(cellText(cell), work), at: cell.column }));
  const made: Table = { id: draft.idFor(title, 'table'), title, columns: columns.map(({ id, title: said }) => ({ id, title: said })), rows: [] };
  if (caption) ledger.give(caption, fate(certain, [draft.to(made, 'title')]));
  head.forEach((cell, at) => {
    for (const line of cell.lines) ledger.give(line, fate(certain, [draft.to(made.columns[at] ?? made, 'title')]));
  });
  for (const row of rows) {
    const cells: Record<string, string> = {};
    const first = row.map(cellText).find(hasWords) ?? '';
    const entry = { id: draft.idFor(first, 'row'), cells, source: row[0]?.lines[0] ? work.sourceOf(row[0].lines[0]) : 'added' };
    for (const cell of row) {
      const column = columns.find(({ at }) => at === cell.column);
      const text = phraseOf(cell.lines.map((line) => line.text).join('; '), work);
      if (!column || !hasWords(text)) continue;
      cells[column.id] = text;
      for (const line of cell.lines) ledger.give(line, fate(certain, [draft.to(cells, column.id)]));
    }
    if (Object.keys(cells).length > 0) made.rows.push(entry);
  }
  if (made.rows.length > 0) draft.tables.push(made);
  return made.rows.length > 0;
}

/**
 * A table without known heads: rows of a label and its value, rows that open a section, rows that are read as lines.
 * `read` takes a line as if it stood in the text.
 */
export function takeForm(table: TableBlock, sections: Sections, work: Work, read: (line: Line, after: Line | null) => void): void {
  const ordinal = ordinalColumn(table);
  for (const row of table.rows) {
    const cells = row.filter((cell) => {
      if (cell.column !== ordinal) return true;
      for (const line of cell.lines) work.ledger.leaveOut(line, 'ordinal');
      return false;
    });
    takeFormRow(cells, sections, work, read);
  }
}

function takeFormRow(cells: readonly CellBlock[], sections: Sections, work: Work, read: (line: Line, after: Line | null) => void): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const [first] = cell?.lines ?? [];
    if (!cell || !first) continue;
    const beside = cells[at + 1];
    const found = cell.lines.length === 1 ? labelIn(first.text, work) : null;
    const heading = cell.lines.length === 1 ? work.rules.headings.exact(first.text)[0] : undefined;
    if (found && beside && beside.lines.length > 0 && beside.lines.length <= 4 && !(heading && (beside.lines.length > 2 || cellText(beside).length > 160))) {
      const [value, ...others] = beside.lines;
      if (value && takeRequisite(first, value, found, work)) {
        for (const line of others) if (!takeRequisite(first, line, found, work)) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
        at++;
        continue;
      }
    }
    if (heading) {
      sections.openBy(first, heading.key, heading.shown, true);
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
  return texts.length > 2 && texts.slice(1).every((text) => /^\s*\d{1,3}(?:\.\d+)*[.)]?\s*$/u.test(text) || text.trim() === '') ? column : null;
}

export { takeRequirement };
