/**
 * Where a person stands with a paper, as personnel reads it. What counts is the words, by their fingerprint, not the document: who
 * has acknowledged the same words before stands well, whatever number the paper bears now.
 */
import { addMonths, daysBetween } from 'rolewright';
import type { WorkCalendar } from 'rolewright';
import { isOverdue, lastDayOf } from './due.js';
import type { DatePolicy } from './due.js';
import type { Life } from './fold.js';
import { isOpen } from './transitions.js';
import type { State } from './transitions.js';

/**
 * to-do: nobody has asked yet; requested: asked, and no answer that settles it; current: acknowledged, or the refusal is on record;
 * expired: acknowledged too long ago; outdated: acknowledged in other words than those of today.
 */
export const standings = ['to-do', 'requested', 'current', 'expired', 'outdated'] as const;
export type Standing = (typeof standings)[number];

/** The paper that a person is to acknowledge. */
export interface Wanted {
  /** Of the paper as it is today, one for each language in which it may be acknowledged. */
  readonly fingerprints: readonly string[];
  /** The first day in the post, or the day on which these words were issued, whichever is later. */
  readonly since: string;
  /** Whether the person is new to the post, so that the term of newcomers holds. */
  readonly newcomer: boolean;
}

/** One time that the person was asked to acknowledge the paper, in whatever words it had then. */
export interface Asking {
  readonly request: string;
  readonly state: State<'request'>;
  readonly due: string | null;
  /** The day of the acknowledgement or of the record of a refusal; null while there is none. */
  readonly on: string | null;
  readonly document: { readonly id: string; readonly fingerprint: string; readonly state: State<'document'> };
}

/** When somebody looks. */
export interface Looking {
  readonly today: string;
  readonly policy: DatePolicy;
  /** Whether the law wants a newcomer to know the paper on the first day at the latest, whatever the organisation has set. */
  readonly newcomersAtOnce?: boolean;
  readonly calendar: Pick<WorkCalendar, 'addWorkingDays' | 'workingDayFrom'>;
}

export interface Stand {
  readonly standing: Standing;
  /** What makes it so; null for what is to do. */
  readonly asking: Asking | null;
  /** Until when; null where nothing is to do. */
  readonly due: string | null;
  readonly overdue: boolean;
  /** Calendar days since it was due; 0 where it is not overdue. */
  readonly daysLate: number;
}

/** What a request came to, seen from its document. */
export function askingOf(request: Life<'request'>, document: Asking['document']): Asking | null {
  const { object, state, last } = request;
  if (object === null || state === null) return null;
  return { request: object, state, due: last.requested?.payload?.due ?? null, on: settledOn(request), document };
}

/** The day of the acknowledgement or of the record of a refusal, unless that was taken back; null while there is none. */
export function settledOn({ state, last }: Life<'request'>): string | null {
  const settled = state === 'undone' || state === 'act-voided' ? undefined : (last.acknowledged ?? last['refusal-recorded']);
  return settled?.payload?.on ?? settled?.at.slice(0, 10) ?? null;
}

/** Where a person stands with a paper, from all times that the person was asked for it. */
export function standOf(wanted: Wanted, askings: readonly Asking[], looking: Looking): Stand {
  const valid = askings.filter(({ document }) => document.state !== 'voided');
  const settled = latestFirst(valid.filter(({ state }) => state === 'acknowledged' || state === 'refused'));
  const same = settled.find((one) => isSame(wanted, one));
  const open = latestFirst(valid.filter((one) => isOpen(one.state) && isSame(wanted, one) && one.document.state === 'issued'))[0];
  // Whoever refused may be asked again.
  const isSettled = same && !hasLapsed(same, looking) && (same.state === 'acknowledged' || !open);
  if (isSettled) return { standing: 'current', asking: same, due: null, overdue: false, daysLate: 0 };
  if (open) return until(open.due ?? dueOf(wanted, looking), 'requested', open, looking);
  if (same) return until(lapsesOn(same, looking.policy), 'expired', same, looking);
  const [old = null] = settled;
  return until(dueOf(wanted, looking), old ? 'outdated' : 'to-do', old, looking);
}

const isSame = ({ fingerprints }: Wanted, { document }: Asking): boolean => fingerprints.includes(document.fingerprint);

/** By the day that counts; of those of one day the later asking, which stands behind. */
const latestFirst = (askings: readonly Asking[]): Asking[] =>
  [...askings].reverse().sort((one, other) => compare(other.on ?? '', one.on ?? ''));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A first day on a day off is one all the same: the law moves nothing to the next working day. */
const dueOf = ({ since, newcomer }: Wanted, { policy, calendar, newcomersAtOnce = false }: Looking): string =>
  newcomer && newcomersAtOnce ? since : lastDayOf(newcomer ? policy.newcomer : policy.change, since, calendar);

/** The first day on which an acknowledgement no longer counts; null where it always does. */
const lapsesOn = ({ on }: Asking, { renewalMonths }: DatePolicy): string | null =>
  on === null || renewalMonths === null ? null : addMonths(on, renewalMonths);

function hasLapsed(asking: Asking, { policy, today }: Looking): boolean {
  const day = lapsesOn(asking, policy);
  return day !== null && day <= today;
}

function until(due: string | null, standing: Standing, asking: Asking | null, { today }: Looking): Stand {
  const overdue = isOverdue(due, today);
  return { standing, asking, due, overdue, daysLate: overdue && due !== null ? daysBetween(due, today) : 0 };
}
