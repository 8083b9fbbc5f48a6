/** Events as they stand in the database. */
import type { Kysely } from 'kysely';
import { readEvent } from '../life/events.js';
import type { EventRow, Recorded } from '../life/events.js';
import { registerId } from '../life/ids.js';
import { StorageRefusal } from './errors.js';
import type { Tables } from './tables.js';

/** So many objects are asked about at once. */
const atOnce = 500;

/** Events with what they say; null is what was erased. In the order of the chain. */
export const withPayload = (db: Kysely<Tables>) =>
  db
    .selectFrom('event')
    .leftJoin('event_payload', 'event_payload.seq', 'event.seq')
    .select(['event.seq', 'event.at', 'event.actor', 'event.kind', 'event.object', 'event_payload.json']);

/** An event as it stands there. Refuses what is none: somebody else has written it, and `verify` says more. */
export function seen(row: EventRow): Recorded {
  const read = readEvent(row);
  if ('fault' in read) throw new StorageRefusal('event-unreadable', { seq: Number(row.seq), path: read.fault.path });
  return read.event;
}

/** All events of one object. */
export async function eventsOf(db: Kysely<Tables>, object: string): Promise<readonly Recorded[]> {
  return (await withPayload(db).where('event.object', '=', object).orderBy('event.seq').execute()).map(seen);
}

/** The same of several objects: of each in the order of the chain. */
export async function eventsOfEach(db: Kysely<Tables>, objects: readonly string[]): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  const found = new Map<string, Recorded[]>(objects.map((object) => [object, []]));
  for (let from = 0; from < objects.length; from += atOnce)
    for (const row of await withPayload(db)
      .where('event.object', 'in', objects.slice(from, from + atOnce))
      .orderBy('event.seq')
      .execute())
      found.get(row.object)?.push(seen(row));
  return found;
}

/** The holds on a person’s data, with what lifted them, as far as what they say is still there. */
export async function holdsOn(db: Kysely<Tables>, person: string): Promise<readonly Recorded<'register'>[]> {
  // All of them happened to the register: its events are few.
  const events = await withPayload(db)
    .where('event.object', '=', registerId)
    .where('event.kind', 'in', ['held', 'released'])
    .orderBy('event.seq')
    .execute();
  return events
    .map((row) => seen(row) as Recorded<'register'>)
    .filter((event) => (event.kind === 'held' || event.kind === 'released') && event.payload?.person === person);
}
