/** Everything about a person as one archive: a page to read, data for programs, and the files. */
import { zipSync } from 'fflate';
import { paragraph } from 'rolewright';
import type { Block, Document, Press, Row } from 'rolewright';
import type { Method, Recorded } from '../life/events.js';
import { withoutTurns } from '../life/plain-text.js';
import { fold } from '../life/fold.js';
import { settledOn } from '../life/standing.js';
import type { LifeWords } from '../life/words.js';
import { localTime } from '../register/evidence.js';
import type { PersonRecord } from '../register/person-record.js';
import { shownNumber } from '../register/series.js';
import type { PaperSetting } from './words.js';

export interface ArchiveSetting {
  readonly setting: PaperSetting;
  readonly press: Press;
  readonly today: string;
  readonly lifeWords: LifeWords;
  /** That of the organisation, IANA name: times are told in it. */
  readonly zone: string;
  /** Whom the person may turn to about how their data is handled; null where that is not known. */
  readonly complaints: string | null;
}

/** The bytes of a ZIP file. */
export async function personArchive(record: PersonRecord, archive: ArchiveSetting): Promise<Uint8Array> {
  const page = await archive.press.print(pageOf(record, archive), 'html');
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

function pageOf(record: PersonRecord, { setting, today, lifeWords, zone, complaints }: ArchiveSetting): Document {
  const { phrase, words, date } = setting;
  const title = phrase('export.title');
  const { known } = record;
  const facts: readonly (readonly [string, string])[] = [
    ...(known ? [[phrase('journal.columns.name'), setting.name(known.names, 'whole')] as const] : []),
    ...(known?.externalId === undefined ? [] : [[phrase('export.number'), known.externalId] as const]),
    ...(known?.gender === undefined ? [] : [[phrase('export.gender'), phrase('export.genders', { gender: known.gender })] as const]),
    ...(known?.locale === undefined ? [] : [[phrase('export.language'), phrase('export.languages', { language: known.locale })] as const]),
    ...(known?.zone === undefined ? [] : [[phrase('export.zone'), known.zone] as const]),
    ...(known?.email === undefined ? [] : [[phrase('export.email'), known.email] as const]),
    ...(known?.phone === undefined ? [] : [[phrase('export.phone'), known.phone] as const]),
    ...(known?.mentor === undefined ? [] : [[phrase('export.mentor'), known.mentor.name] as const]),
    ...(record.leftOn === null ? [] : [[lifeWords.kinds['person-left'], date(record.leftOn)] as const]),
    ...(record.held ? [[phrase('export.held'), '✓'] as const] : []),
    [phrase('export.purpose'), phrase('export.purpose-text')],
    [phrase('export.recipients'), phrase('export.recipients-text')],
    [phrase('export.term'), phrase('export.term-text')],
    [phrase('export.source'), phrase('export.source-text')],
    ...(complaints === null ? [] : [[phrase('export.complaints'), complaints] as const]),
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
      [
        phrase('sheet.document'),
        phrase('export.number'),
        phrase('journal.columns.date'),
        phrase('export.state'),
        phrase('export.answered'),
      ],
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
        record.requests
          .filter(({ document }) => document === row.id)
          .flatMap(({ id }) => answeredOn(id, record) ?? [])
          .map((day) => date(day))
          .join('; '),
      ]),
    ]),
    section('events', phrase('export.events'), setting, [
      ['№', phrase('export.time', { zone }), phrase('export.event'), phrase('export.said'), phrase('export.by')],
      ...record.events.map((event) => [
        String(event.seq),
        localTime(event.at, zone).slice(0, 16),
        withWay(lifeWords.kinds[event.kind], event.kind === 'acknowledged' ? (event.payload?.how ?? null) : null, lifeWords),
        [taskIn(event, record, setting), saidIn(event, setting)].filter((one) => one !== '').join('; '),
        record.actors[event.actor] ?? '',
      ]),
    ]),
    section('files', phrase('export.files'), setting, [
      [phrase('export.file'), 'SHA-256'],
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

/** Which task of an onboarding an event is about, and what a check found; empty for what is about none. */
function taskIn({ kind, object, payload }: Recorded, { events }: PersonRecord, { phrase }: PaperSetting): string {
  if (payload === null || !('item' in payload)) return '';
  const planned = events.flatMap((one) =>
    one.object === object && (one.kind === 'plan-begun' || one.kind === 'plan-moved') ? (one.payload?.items ?? []) : [],
  );
  const task = planned.findLast(({ id }) => id === payload.item)?.text ?? payload.item;
  const result = kind === 'task-checked' && 'result' in payload ? payload.result : 'none';
  return phrase('export.task', { task, result });
}

/** What an event says in somebody’s words, of witnesses, and of how the person was known. */
function saidIn({ payload }: Recorded, { phrase, date }: PaperSetting): string {
  if (payload === null) return phrase('export.erased');
  const said: Readonly<Record<string, unknown>> = { ...payload };
  const witnesses = Array.isArray(said['witnesses']) ? said['witnesses'].join(', ') : '';
  return [
    ...(typeof said['on'] === 'string' ? [phrase('export.on', { day: date(said['on']) })] : []),
    ...(typeof said['second'] === 'string' ? [phrase('export.second', { name: said['second'] })] : []),
    ...(typeof said['reason'] === 'string' ? [phrase('export.reason', { words: said['reason'] })] : []),
    ...(typeof said['question'] === 'string' ? [phrase('export.question', { words: said['question'] })] : []),
    ...(typeof said['words'] === 'string' ? [phrase('export.note', { words: withoutTurns(said['words']) })] : []),
    ...(typeof said['said'] === 'string' ? [phrase('export.clock', { time: said['said'].slice(0, 16).replace('T', ' ') })] : []),
    ...(typeof said['name'] === 'string' && typeof said['sha256'] === 'string' ? [phrase('export.attached', { name: said['name'] })] : []),
    ...(witnesses === '' ? [] : [phrase('export.witnesses', { names: witnesses })]),
    ...(typeof said['identifiedBy'] === 'string' ? [phrase('export.known', { how: said['identifiedBy'] })] : []),
  ].join('; ');
}

/** In which way a request was acknowledged; null where it was not, or nobody knows any more. */
function wayOf(request: string, { events }: PersonRecord): Method | null {
  const answer = events.find((event) => event.object === request && event.kind === 'acknowledged');
  return answer?.kind === 'acknowledged' ? (answer.payload?.how ?? null) : null;
}

/** The day that counts of an answer that holds: of the acknowledgement, or of the record of a refusal. */
const answeredOn = (request: string, { events }: PersonRecord): string | null =>
  settledOn(fold('request', events.filter(({ object }) => object === request) as readonly Recorded<'request'>[]));

const withWay = (words: string, way: Method | null, { methods }: LifeWords): string =>
  way === null ? words : `${words} (${methods[way]})`;

function section(id: string, heading: string, { words }: PaperSetting, rows: readonly (readonly string[])[]): Block {
  const [head = [], ...rest] = rows;
  const cell = (content: string) => ({ children: [paragraph([words(content)])] });
  return {
    ...{ type: 'section', id, level: 1, number: null, breakBefore: false, heading: [words(heading)] },
    children: [
      {
        // The heading of the section is that of its only table.
        ...{ type: 'table', id: `${id}-table`, caption: null, captionHidden: false },
        columns: head.map(() => ({ share: 1, align: 'left' })),
        header: head.map(cell),
        rows: rest.map((row, at): Row => ({ id: `${id}-${at + 1}`, cells: row.map(cell) })),
      },
    ],
  };
}
