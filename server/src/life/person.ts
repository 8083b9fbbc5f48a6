/** What is known of a person, from all that was told. */
import type { Payloads, Recorded } from './events.js';

export type Known = Payloads['person-known'];

/** A name in one script. */
export type WrittenName = Extract<Known['names'], { readonly last: unknown }>;

/** A name in each script in which it is known. */
export const namesIn = ({ names }: Pick<Known, 'names'>): readonly WrittenName[] =>
  'last' in names ? [names] : Object.values(names).filter((one) => one !== undefined);

/**
 * Adds what an event tells to what was known; null where nothing is known, or no more. What stood before an erased event is gone
 * with it, since nobody knows what of it still held; what is told afterwards counts, as far as it has a name.
 */
export function knownAfter(known: Known | null, event: Recorded<'person'>): Known | null {
  if (event.kind === 'person-left' || event.kind === 'leaving-undone') return known;
  if (event.kind === 'contact-set') return known === null ? null : withContact(known, event.payload);
  if (event.payload === null) return null;
  if (event.kind === 'person-known') return event.payload;
  const told = Object.entries({ ...known, ...event.payload }).filter(([, value]) => value !== null);
  const all = Object.fromEntries(told) as Partial<Known>;
  return all.names === undefined ? null : { ...all, names: all.names };
}

/** What links are sent to; erased, nothing of it is known any more. */
function withContact({ email: _email, phone: _phone, ...rest }: Known, told: Payloads['contact-set'] | null): Known {
  if (told === null) return rest;
  const email = told.email === undefined ? _email : told.email;
  const phone = told.phone === undefined ? _phone : told.phone;
  return { ...rest, ...(email && { email }), ...(phone && { phone }) };
}

export const knownOf = (events: Iterable<Recorded<'person'>>): Known | null => {
  let known: Known | null = null;
  for (const event of events) known = knownAfter(known, event);
  return known;
};
