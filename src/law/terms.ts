/** The terms that the law sets when somebody starts. */
import { addDays, addMonths } from './dates.js';
import type { LegalTerm } from './jurisdiction.js';
import type { WorkCalendar } from './work-calendar.js';

/** The last day of a term that is counted from the first day of work; a day off counts, for to be early is never wrong. */
export function lastDayOf({ value, unit }: LegalTerm, firstDay: string, calendar: WorkCalendar): string {
  switch (unit) {
    case 'working-day':
      return value === 0 ? firstDay : calendar.addWorkingDays(firstDay, value);
    case 'calendar-day':
      return addDays(firstDay, value);
    case 'week':
      return addDays(firstDay, 7 * value);
    case 'month':
      return addMonths(firstDay, value);
  }
}
