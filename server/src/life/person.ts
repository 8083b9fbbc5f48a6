/** What is known of a person, from all that was told. */
import type { Payloads, Recorded } from './events.js';

export type Known = Payloads['person-known'];

/** Adds what an event tells to what was known; null where nothing is known, or no more. */
export function knownAfter(known: Known | null, event: Recorded<'person'>): Known | null {
  switch (event.kind) {
    case 'person-known':
      return event.payload;
    case 'person-changed': {
      // What stood before an erased change is gone with it, since nobody knows what of it still holds.
      if (event.payload === null || known === null) return null;
      const all = Object.entries({ ...known, ...event.payload }).filter(([, value]) => value !== null);
      return Object.fromEntries(all) as unknown as Known;
    }
    case 'person-left':
      return known;
  }
}

export const knownOf = (events: Iterable<Recorded<'person'>>): Known | null => {
  let known: Known | null = null;
  for (const event of events) known = knownAfter(known, event);
  return known;
};
