/** Events as they stand in the database. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';
import type { Seen } from './views.js';

/** Events with what they say; null is what was erased. In the order of the chain. */
export const withPayload = (db: Kysely<Tables>) =>
  db
    .selectFrom('event')
    .leftJoin('event_payload', 'event_payload.seq', 'event.seq')
    .select(['event.seq', 'event.at', 'event.actor', 'event.kind', 'event.object', 'event_payload.json']);

export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly object: string;
  readonly json: string | null;
}

export const seen = ({ seq, at, actor, kind, object, json }: EventRow): Seen =>
  ({ seq, at, actor, kind, object, payload: json === null ? null : (JSON.parse(json) as unknown) }) as Seen;

/** All events of one object. */
export async function eventsOf(db: Kysely<Tables>, object: string): Promise<readonly Seen[]> {
  return (await withPayload(db).where('event.object', '=', object).orderBy('event.seq').execute()).map(seen);
}
