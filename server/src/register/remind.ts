/** Whom to remind today: whoever was sent a link, some days before and after the last one, as the organisation has set it. */
import { daysBetween } from 'rolewright';
import { fold } from '../life/fold.js';
import { registerId } from '../life/ids.js';
import type { Payloads } from '../life/events.js';
import type { DocumentRow } from '../storage/queries.js';
import { all, someone } from './find.js';
import type { Someone } from './find.js';
import type { Setting } from './setting.js';

export type Reminders = NonNullable<Payloads['rules-set']['reminders']>;

/** Until the organisation says otherwise. */
export const usualReminders: Reminders = { before: [3, 1], after: [1, 7] };

export const remindersOf = (events: readonly unknown[]): Reminders =>
  fold('register', events as never).last['rules-set']?.payload?.reminders ?? usualReminders;

export interface ToRemind {
  readonly request: string;
  readonly person: Someone;
  readonly document: DocumentRow;
  readonly due: string;
  /** Days since it was due; less than none before. */
  readonly late: number;
}

/** Those whose day of reminding is today. */
export async function toRemind({ storage: { read }, today }: Setting): Promise<readonly ToRemind[]> {
  const { before, after } = remindersOf(await read.eventsOf(registerId));
  const found: ToRemind[] = [];
  for (const person of (await all((page) => read.people(page))).map(someone)) {
    if (person.leftOn !== null && person.leftOn < today) continue;
    for (const { id, document: of, due, method, state } of await read.requestsOf({ person: person.id })) {
      if (method !== 'link' || due === null || of === null || (state !== 'requested' && state !== 'opened')) continue;
      const late = daysBetween(due, today);
      if (!(late > 0 ? after.includes(late) : before.includes(-late))) continue;
      const document = await read.document(of);
      if (document?.state === 'issued') found.push({ request: id, person, document, due, late });
    }
  }
  return found;
}
