/** Everything about a person as one archive: a page to read, data for programs, and the files. */
import { zipSync } from 'fflate';
import { paragraph } from 'rolewright';
import type { Block, Document, Press, Row } from 'rolewright';
import type { Method, Recorded } from '../life/events.js';
import type { LifeWords } from '../life/words.js';
import type { PersonRecord } from '../register/person-record.js';
import { shownNumber } from '../register/series.js';
import type { PaperSetting } from './words.js';

export interface ArchiveSetting {
  readonly setting: PaperSetting;
  readonly press: Press;
  readonly today: string;
  readonly lifeWords: LifeWords;
}

/** The bytes of a ZIP file. */
export async function personArchive(record: PersonRecord, { setting, press, today, lifeWords }: ArchiveSetting): Promise<Uint8Array> {
  const page = await press.print(pageOf(record, setting, today, lifeWords), 'html');
  const { files, ...data } = record;
  const listed = { ...data, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
  const entries: Record<string, Uint8Array> = {
    'index.html': page.bytes,
    'data.json': new TextEncoder().encode(`${JSON.stringify(listed, null, 2)}\n`),
  };
  for (const { name, bytes } of files) entries[name] = bytes;
  // The same contents give the same bytes: no time of making.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

function pageOf(record: PersonRecord, setting: PaperSetting, today: string, lifeWords: LifeWords): Document {
  const { phrase, words, date } = setting;
  const title = phrase('export.title');
  const { known } = record;
  const facts: readonly (readonly [string, string])[] = [
    ...(known ? [[phrase('journal.columns.name'), setting.name(known.names, 'whole')] as const] : []),
    ...(known?.externalId === undefined ? [] : [[phrase('export.number'), known.externalId] as const]),
    ...(record.leftOn === null ? [] : [[lifeWords.kinds['person-left'], date(record.leftOn)] as const]),
    ...(record.held ? [[phrase('export.held'), '✓'] as const] : []),
    [phrase('export.purpose'), phrase('export.purpose-text')],
    [phrase('export.recipients'), phrase('export.recipients-text')],
    [phrase('export.term'), phrase('export.term-text')],
  ];
  const blocks: Block[] = [
    { type: 'title', lines: [[words(title)]] },
    paragraph([words(phrase('export.made', { date: date(today, 'long') }))], 'requisite'),
    { type: 'facts', rows: facts.map(([label, value]) => ({ label: [words(label)], value: [words(value)] })) },
    section('posts', phrase('export.posts'), setting, [
      [phrase('journal.columns.post'), phrase('export.from'), phrase('export.to')],
      ...record.posts.map(({ called, from_day, to_day }) => [
        called,
        from_day === null ? '' : date(from_day),
        to_day === null ? '' : date(to_day),
      ]),
    ]),
    section('papers', phrase('export.papers'), setting, [
      [phrase('sheet.document'), phrase('export.number'), phrase('journal.columns.date'), phrase('export.state')],
      ...record.documents.map((row) => [
        row.called,
        shownNumber(row),
        date(row.dated),
        // Of what nobody is asked to sign, as a record of a refusal, the state is that of the paper.
        record.requests
          .filter(({ document }) => document === row.id)
          .map(({ id, state }) =>
            withWay(lifeWords.states.request[state as keyof LifeWords['states']['request']], wayOf(id, record), lifeWords),
          )
          .join('; ') || lifeWords.states.document[row.state as keyof LifeWords['states']['document']],
      ]),
    ]),
    section('events', phrase('export.events'), setting, [
      ['№', phrase('export.time'), phrase('export.events'), phrase('export.said'), phrase('export.by')],
      ...record.events.map((event) => [
        String(event.seq),
        event.at.replace('T', ' ').slice(0, 16),
        withWay(lifeWords.kinds[event.kind], event.kind === 'acknowledged' ? (event.payload?.how ?? null) : null, lifeWords),
        saidIn(event, setting),
        record.actors[event.actor] ?? '',
      ]),
    ]),
    section('files', phrase('export.files'), setting, [
      [phrase('export.files'), 'SHA-256'],
      ...record.files.map(({ name, sha256 }) => [name, sha256]),
    ]),
  ];
  return {
    ...setting.start,
    kind: 'person-record',
    title,
    subject: title,
    keywords: [],
    role: { id: 'person-record', version: '' },
    blocks,
  };
}

/** What an event says in somebody’s words, of witnesses, and of how the person was known. */
function saidIn({ payload }: Recorded, { phrase }: PaperSetting): string {
  if (payload === null) return phrase('export.erased');
  const said: Readonly<Record<string, unknown>> = { ...payload };
  const witnesses = Array.isArray(said['witnesses']) ? said['witnesses'].join(', ') : '';
  return [
    ...(typeof said['reason'] === 'string' ? [phrase('export.reason', { words: said['reason'] })] : []),
    ...(typeof said['question'] === 'string' ? [phrase('export.question', { words: said['question'] })] : []),
    ...(witnesses === '' ? [] : [phrase('export.witnesses', { names: witnesses })]),
    ...(typeof said['identifiedBy'] === 'string' ? [phrase('export.known', { how: said['identifiedBy'] })] : []),
  ].join('; ');
}

/** In which way a request was acknowledged; null where it was not, or nobody knows any more. */
function wayOf(request: string, { events }: PersonRecord): Method | null {
  const answer = events.find((event) => event.object === request && event.kind === 'acknowledged');
  return answer?.kind === 'acknowledged' ? (answer.payload?.how ?? null) : null;
}

const withWay = (words: string, way: Method | null, { methods }: LifeWords): string =>
  way === null ? words : `${words} (${methods[way]})`;

function section(id: string, heading: string, { words }: PaperSetting, rows: readonly (readonly string[])[]): Block {
  const [head = [], ...rest] = rows;
  const cell = (content: string) => ({ children: [paragraph([words(content)])] });
  return {
    ...{ type: 'section', id, level: 1, number: null, breakBefore: false, heading: [words(heading)] },
    children: [
      {
        ...{ type: 'table', id: `${id}-table`, caption: [words(heading)], captionHidden: true },
        columns: head.map(() => ({ share: 1, align: 'left' })),
        header: head.map(cell),
        rows: rest.map((row, at): Row => ({ id: `${id}-${at + 1}`, cells: row.map(cell) })),
      },
    ],
  };
}
