/**
 * Erasing what events say of a person. The events stay, and with them the chain and the proof that they left; an `erased` event
 * names them, and holds the hash of that proof, so that it stays comparable.
 */
import type { Kysely } from 'kysely';
import { registerId } from '../life/ids.js';
import type { Draft, Event, Kind } from '../life/events.js';
import { putViews } from './append.js';
import { StorageRefusal } from './errors.js';
import { rowsDigest, rowsOf } from './rows.js';
import { eventsOf, holdsOn, seen, withPayload } from './seen.js';
import type { Tables, ViewRow, ViewTable } from './tables.js';
import { rowAfter, viewsOf } from './views.js';

/** Events that say something of a person or in somebody’s words. The others hold the register together and name nobody. */
const erasableKinds: readonly Kind[] = [
  ...(['person-known', 'person-changed', 'contact-set', 'person-left', 'leaving-undone'] as const),
  ...(['post-taken', 'post-left', 'post-corrected'] as const),
  ...([
    'proposed',
    'approved',
    'returned',
    'withdrawn',
    'voided',
    'void-asked',
    'void-dropped',
    'held',
    'released',
    'actor-named',
  ] as const),
  ...(['sent', 'asked', 'acknowledged', 'acknowledgement-undone', 'undo-asked', 'undo-dropped', 'declined', 'reason-given'] as const),
  ...(['refusal-recorded', 'refusal-amended', 'refusal-voided', 'sheet-returned'] as const),
  ...(['scanned', 'scan-checked', 'scan-rejected', 'cancelled'] as const),
  ...([
    'plan-begun',
    'plan-moved',
    'helper-named',
    'task-ticked',
    'task-unticked',
    'task-noted',
    'task-filed',
    'task-checked',
    'plan-ended',
  ] as const),
];

export const isErasable = (kind: string): boolean => (erasableKinds as readonly string[]).includes(kind);

export interface Erasure {
  /** Who erases. */
  readonly actor: string;
  /** Whose data they are. */
  readonly person: string;
  /** Why they may go: the class of retention. */
  readonly class: string;
  /** The events whose payloads go. Those that have none any more are passed over. */
  readonly seqs: readonly number[];
  /** The files that go, by SHA-256. */
  readonly files?: readonly string[];
}

/**
 * Erases payloads, and makes the views anew that were folded from them. Gives the event that has to be appended; undefined where
 * nothing was left to erase.
 */
export async function erasePayloads(db: Kysely<Tables>, erasure: Erasure): Promise<Draft | undefined> {
  const { actor, person, seqs: asked, files = [] } = erasure;
  const events = (await inPieces(asked, (some) => withPayload(db).where('event.seq', 'in', some).orderBy('event.seq').execute())).map(seen);
  for (const { seq, kind } of events) if (!isErasable(kind)) throw new StorageRefusal('not-erasable', { seq, kind });
  const full = events.flatMap((event) => (event.payload === null ? [] : [event as Event]));
  if (full.length === 0 && files.length === 0) return undefined;
  const seqs = full.map(({ seq }) => seq);
  await inPieces(seqs, (some) => db.deleteFrom('event_payload').where('seq', 'in', some).execute());
  for (const object of new Set(full.map(({ object }) => object))) await foldAnew(db, object);
  for (const event of full) if (event.kind === 'held' || event.kind === 'released') await holdAnew(db, event.payload.person);
  const rows = full.map((event) => rowsDigest(rowsOf(event)));
  return { actor, kind: 'erased', object: registerId, payload: { person, class: erasure.class, seqs, rows, files } };
}

/** Makes the views of an object anew from all of its events. */
async function foldAnew(db: Kysely<Tables>, object: string): Promise<void> {
  const rows = new Map<ViewTable, ViewRow<ViewTable>>();
  for (const event of await eventsOf(db, object))
    for (const { table, id } of viewsOf(event)) if (id === object) rows.set(table, rowAfter(table, rows.get(table) as never, event));
  for (const [table, row] of rows) await putViews(db, table, [row]);
}

/** Makes the hold on a person’s data anew from what is left of its events; where nothing is, there is none. */
async function holdAnew(db: Kysely<Tables>, person: string): Promise<void> {
  let row: ViewRow<'hold'> | undefined;
  for (const event of await holdsOn(db, person)) row = rowAfter('hold', row, event);
  await db.deleteFrom('hold').where('id', '=', person).execute();
  if (row !== undefined) await putViews(db, 'hold', [row]);
}

async function inPieces<T>(numbers: readonly number[], work: (some: readonly number[]) => Promise<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let from = 0; from < numbers.length; from += 1000) all.push(...(await work(numbers.slice(from, from + 1000))));
  return all;
}
