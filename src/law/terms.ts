/** The terms that the law sets when somebody starts. */
import type { Employment } from './contract.js';
import { addDays, addMonths } from './dates.js';
import { endOfContract, termOf } from './contract.js';
import type { BeforeEnd, LegalTerm, StartingDuty } from './jurisdiction.js';
import type { WorkCalendar } from './work-calendar.js';

/**
 * The last working day of a term that is counted from the first day of work: nobody can be held to do a thing on a day
 * off, and to be early is never wrong.
 */
export function lastDayOf(term: LegalTerm, firstDay: string, calendar: WorkCalendar): string {
  const last = calendar.workingDayUntil(endOf(term, firstDay, calendar));
  return last < firstDay ? firstDay : last;
}

function endOf({ value, unit }: LegalTerm, firstDay: string, calendar: WorkCalendar): string {
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

/** Whether a duty concerns this contract: what comes before the end of a fixed term needs one that is long enough. */
export function concerns({ beforeEnd }: StartingDuty, employment: Employment): boolean {
  if (!beforeEnd) return true;
  const term = termOf(employment);
  return term?.kind === 'months' && term.months >= beforeEnd.fromMonths;
}

/** The last days of the duties of a country that can be reckoned, by their ids. */
export function legalDates(
  duties: readonly StartingDuty[],
  firstDay: string,
  employment: Employment,
  calendar: WorkCalendar,
): ReadonlyMap<string, string> {
  return new Map(
    duties
      .filter((duty) => concerns(duty, employment))
      .flatMap((duty): [string, string][] => {
        const last = duty.until ? lastDayOf(duty.until, firstDay, calendar) : beforeEndOf(duty.beforeEnd, firstDay, employment);
        return last === null ? [] : [[duty.id, last]];
      }),
  );
}

/** The day before the month, or months, before the last day of a contract begins: for 3 June, one month, 2 May. */
function beforeEndOf(term: BeforeEnd | undefined, firstDay: string, employment: Employment): string | null {
  const end = term ? endOfContract(firstDay, employment) : null;
  return term && end !== null ? addDays(addMonths(end, -term.months), -1) : null;
}
