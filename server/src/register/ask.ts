/** Asking life before an event is written: within the transaction that writes it. */
import { Refusal } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import type { Draft, Kind } from '../life/events.js';
import { fold } from '../life/fold.js';
import type { Life } from '../life/fold.js';
import type { Asked, Context } from '../life/guards.js';
import type { Thing } from '../life/ids.js';
import { may } from '../life/may.js';
import type { Queries } from '../storage/queries.js';

/** What is known of a thing. */
export const lifeOf = async <T extends Thing>(thing: T, object: string, read: Pick<Queries, 'eventsOf'>): Promise<Life<T>> =>
  fold(thing, (await read.eventsOf(object)) as never);

/** The same of several things of one sort, read together. */
export async function livesOf<T extends Thing>(
  thing: T,
  objects: readonly string[],
  read: Pick<Queries, 'eventsOfEach'>,
): Promise<ReadonlyMap<string, Life<T>>> {
  const events = await read.eventsOfEach(objects);
  return new Map([...events].map(([object, own]) => [object, fold(thing, own as never)]));
}

/** The draft, if it may be written; throws a Refusal with the code of what stands against it. `of` says what it is about. */
export function permitted<K extends Kind>(asked: Asked<K>, of: Diagnostic['args'] = {}): Draft {
  const verdict = may(asked);
  if (verdict.ok) return asked.draft;
  throw new Refusal([{ code: `register/${verdict.code}`, args: { ...verdict.facts, ...of }, severity: 'error' }]);
}

export type { Context };
