/** Until when a paper is to be acknowledged, and since when that is late: the date policy of an organisation, in its country’s calendar. */
import { addDays } from 'rolewright';
import type { WorkCalendar } from 'rolewright';

export interface Term {
  readonly value: number;
  readonly unit: 'working-day' | 'calendar-day';
}

export interface DatePolicy {
  /** How long whoever takes a post has, from the first day in it; 0: on that day. */
  readonly newcomer: Term;
  /** How long whoever holds it has when the words change, from the day on which these are issued. */
  readonly change: Term;
  /** After how many months what was acknowledged is to be acknowledged anew; null: never, as long as the words stay the same. */
  readonly renewalMonths: number | null;
}

/** Until the organisation says otherwise. No law of ours sets a term for changes: five working days are a week to read and ask. */
export const usualPolicy: DatePolicy = {
  newcomer: { value: 0, unit: 'working-day' },
  change: { value: 5, unit: 'working-day' },
  renewalMonths: null,
};

/** The last day of a term. Nobody can be late on a day off, so a term that ends on one ends on the next working day. */
export const lastDayOf = (
  { value, unit }: Term,
  from: string,
  calendar: Pick<WorkCalendar, 'addWorkingDays' | 'workingDayFrom'>,
): string => (unit === 'working-day' ? calendar.addWorkingDays(from, value) : calendar.workingDayFrom(addDays(from, value)));

/** Whether a day on which something was due has passed. */
export const isOverdue = (due: string | null, today: string): boolean => due !== null && due < today;
