/** What was lost when a back-up was restored, as anchors from outside and the register itself tell. */
import type { Anchor } from '../chain/anchor.js';
import { registerId } from '../life/ids.js';
import type { Storage } from '../storage/storage.js';

export interface Loss {
  /** The events that are known to have been lost; more may have come behind the last one. */
  readonly first: number;
  readonly last: number;
  /** The day of the last event that the back-up had, and that of the last anchor of what was lost. */
  readonly since: string;
  readonly until: string;
  readonly restoredOn: string;
  /** The event that says so. */
  readonly restoredAt: number;
}

const dayOf = (at: string): string => at.slice(0, 10);

/** In the order in which back-ups were restored; those of which no anchor tells are not among them. */
export async function lossesIn(anchors: readonly Anchor[], { read, look }: Pick<Storage, 'read' | 'look'>): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const event of await read.eventsOf(registerId)) {
    if (event.kind !== 'restored' || event.payload === null) continue;
    const from = Number(/^(\d+) /.exec(event.payload.from)?.[1] ?? 0);
    const lost = anchors.filter(({ seq, at }) => seq > from && at <= event.at).sort((one, other) => one.seq - other.seq);
    const last = lost.at(-1);
    if (last === undefined) continue;
    const kept = await look((db) => db.selectFrom('event').select('at').where('seq', '=', from).executeTakeFirst());
    losses.push({
      ...{ first: from + 1, last: last.seq, since: dayOf(kept?.at ?? event.at), until: dayOf(last.at), restoredOn: dayOf(event.at) },
      restoredAt: event.seq,
    });
  }
  return losses;
}
