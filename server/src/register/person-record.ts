/** Everything that the register knows of a person. */
import type { Locale } from 'rolewright';
import type { Recorded } from '../life/events.js';
import type { Known } from '../life/person.js';
import type { DocumentRow } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { actorNames } from './actor.js';
import { groupedBy } from './find.js';
import type { Someone } from './find.js';
import { titleOf } from './journal.js';
import { scanEnding } from './scan-kind.js';
import { rejectedIn } from './scans.js';
import type { Setting } from './setting.js';
import { postOf } from './titles.js';

export interface PersonRecord {
  readonly id: string;
  readonly known: Known | null;
  readonly leftOn: string | null;
  readonly held: boolean;
  /** `called`: in words, for people. */
  readonly posts: readonly (ViewRow<'holding'> & { readonly called: string })[];
  readonly documents: readonly (DocumentRow & { readonly called: string })[];
  readonly requests: readonly ViewRow<'request'>[];
  readonly events: readonly Recorded[];
  /** The names of those who wrote the events, by their ids, as far as they are known. */
  readonly actors: Readonly<Record<string, string>>;
  /** The papers and the evidence, as they are kept. */
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array }[];
}

/** `locale` is the language in which things are called. */
export async function everythingAbout(
  person: Someone,
  setting: Pick<Setting, 'storage' | 'desk' | 'workplace'>,
  locale: Locale,
): Promise<PersonRecord> {
  const { storage } = setting;
  const { read } = storage;
  const requests = await read.requestsOf({ person: person.id });
  const documents = new Map((await read.documentsOf(person.id)).map((row) => [row.id, row]));
  for (const { document: id } of requests) {
    const row = id === null ? undefined : await read.document(id);
    if (row) documents.set(row.id, row);
  }
  const events = await read.eventsAbout(person.id);
  const names = new Map<string, string>();
  for (const { id, kind, number } of documents.values())
    for (const { format, sha256 } of await read.documentFiles(id))
      names.set(sha256, `papers/${kind}-${number}-${id.slice(2, 8)}.${format}`);
  // A scan that was rejected may be the sheet of somebody else: it is handed out to nobody under whom it was filed by mistake.
  const rejected = new Set([...groupedBy(events, ({ object }) => object).values()].flatMap((own) => [...rejectedIn(own)]));
  for (const event of events)
    if (event.kind === 'scanned' && event.payload && !rejected.has(event.seq))
      names.set(event.payload.sha256, `evidence/scan-${event.seq}`);
  for (const event of events)
    if (event.kind === 'task-filed' && event.payload) names.set(event.payload.sha256, `onboarding/${event.seq}.${event.payload.type}`);
  const kept = new Set(await read.filesAmong([...names.keys()]));
  const files: { name: string; sha256: string; bytes: Uint8Array }[] = [];
  for (const [sha256, name] of names)
    if (kept.has(sha256)) {
      const bytes = await storage.files.read(sha256);
      files.push({ name: name.startsWith('evidence/') ? `${name}.${scanEnding(bytes) ?? 'bin'}` : name, sha256, bytes });
    }
  const called: PersonRecord['documents'][number][] = [];
  for (const row of documents.values()) called.push({ ...row, called: await titleOf(row, locale, setting) });
  return {
    ...{ id: person.id, known: person.known, leftOn: person.leftOn, held: await read.isHeld(person.id), requests, events, files },
    actors: Object.fromEntries([...(await actorNames(read))].filter(([id]) => events.some(({ actor }) => actor === id))),
    posts: (await read.holdingsOf(person.id)).map((row) => ({ ...row, called: postOf(row.role ?? '', row.department, locale, setting) })),
    documents: called,
  };
}
