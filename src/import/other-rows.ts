/** Rows of tables of limits, of reports and of times within which something is done. */
import type { Limit, Report, ServiceLevel, Span } from '../role/role.generated.js';
import { periodOf } from './measure.js';
import type { Rules } from './rules.js';
import { groundOfColumn, put, saidIn } from './table-cells.js';
import type { Cells } from './table-cells.js';
import type { TableRead } from './table-kinds.js';
import { addEntry, fate, guessed, phraseOf } from './work.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

export function limitRow(cells: Cells, read: TableRead, work: Work): void {
  const [topic] = cells.get('topic') ?? [];
  if (!topic) return;
  const entry = addEntry(
    work.draft.limits,
    topic,
    'phrase',
    groundOfColumn(read, 'topic'),
    work,
    (text, id, source): Limit => ({ id, topic: text, source }),
    'topic',
  );
  if (!entry) return;
  for (const key of ['decides', 'agrees', 'refers'] as const) put(entry, key, cells, key, read, work);
}

export function reportRow(cells: Cells, read: TableRead, work: Work): void {
  const [name] = cells.get('report') ?? [];
  if (!name) return;
  const period = periodOf(saidIn(cells, 'period'), work.rules, true);
  const recipient = hasWords(saidIn(cells, 'recipient')) ? work.draft.postOf(phraseOf(saidIn(cells, 'recipient'), work)) : null;
  const entry = addEntry(
    work.draft.reports,
    name,
    'phrase',
    groundOfColumn(read, 'report'),
    work,
    (text, id, source): Report => ({
      id,
      name: text,
      period: period === null || period === 'continuous' ? 'on-request' : period,
      ...(recipient !== null && { recipient }),
      source,
    }),
    'name',
  );
  if (!entry) return;
  for (const line of cells.get('period') ?? [])
    work.ledger.give(
      line,
      fate(period === null ? guessed('column', groundOfColumn(read, 'period').why.args) : groundOfColumn(read, 'period'), [
        work.draft.to(entry, 'period'),
      ]),
    );
  for (const line of cells.get('recipient') ?? [])
    work.ledger.give(line, fate(groundOfColumn(read, 'recipient'), [work.draft.to(entry, 'recipient')]));
  for (const line of cells.get('contents') ?? [])
    for (const text of line.text.split(/;\s/u)) {
      if (!hasWords(text)) continue;
      const list = (entry.contents ??= []);
      list.push(phraseOf(text, work));
      work.ledger.give(line, fate(groundOfColumn(read, 'contents'), [work.draft.to(entry, 'contents')]));
    }
}

export function serviceRow(cells: Cells, read: TableRead, work: Work): void {
  const [event] = cells.get('event') ?? [];
  if (!event) return;
  const limit = spanOf(saidIn(cells, 'limit'), work.rules);
  if (!limit) return;
  const entry = addEntry(
    work.draft.serviceLevels,
    event,
    'phrase',
    groundOfColumn(read, 'event'),
    work,
    (text, id, source): ServiceLevel => ({ id, event: text, limit, source }),
    'event',
  );
  if (!entry) return;
  for (const line of cells.get('limit') ?? []) work.ledger.give(line, fate(groundOfColumn(read, 'limit'), [work.draft.to(entry, 'limit')]));
  put(entry, 'onBreach', cells, 'onBreach', read, work);
}

function spanOf(text: string, { patterns }: Rules): Span | null {
  const figure = /(\d+(?:[.,]\d+)?)\s*(\p{L}+(?:\s\p{L}+)?)/u.exec(text);
  const unit = patterns.spans.find(([pattern]) => pattern.test(figure?.[2] ?? ''))?.[1];
  if (!figure || !unit) return null;
  const from = text.slice(figure.index + figure[0].length).trim();
  return { value: Number(figure[1]?.replace(',', '.')), unit, ...(/\p{L}{3}/u.test(from) && { from }) };
}
