/** A role’s onboarding with the dates of one person: stages from and to, a due date for every step and check. */
import { addDays, addMonths } from './dates.js';
import type { Employment } from './contract.js';
import type { Jurisdiction } from './jurisdiction.js';
import { probationFrom, probationMonths } from './probation.js';
import type { Probation } from './probation.js';
import type { WorkCalendar } from './work-calendar.js';
import type { Day, Onboarding, Role, Span, Stage } from '../role/role.generated.js';

export interface Plan {
  /** The first day of work. */
  firstDay: string;
  /** By the id of the stage. */
  stages: ReadonlyMap<string, Period>;
  /** By the id of the step or check. */
  due: ReadonlyMap<string, DueDate>;
  /** The day by which the newcomer works at full strength, not moved to a working day. */
  fullPerformance: string | null;
  probation: Probation | null;
}

/** Both days belong to it. */
export interface Period {
  from: string;
  to: string;
}

export interface DueDate {
  date: string;
  /** The day off on which the plan would have put it; null when it was not moved. */
  movedFrom: string | null;
}

/** Whose onboarding it is: without a hire date or a calendar its days stay relative. */
export interface Starting extends Employment {
  calendar?: WorkCalendar | null;
}

/** The dates of an onboarding and its probation; null for a role without one, and where it is not known on which day the work begins. */
export function planFor(role: Role, starting: Starting, jurisdiction: Jurisdiction): Plan | null {
  const { person, calendar } = starting;
  if (!role.onboarding || !person?.hireDate || !calendar) return null;
  const probation = probationFrom(calendar.workingDayFrom(person.hireDate), probationMonths(role, starting, jurisdiction), calendar);
  return planOnboarding(role.onboarding, person.hireDate, calendar, probation);
}

/**
 * Counts from the hire date on; when that is a day off, from the next working day. Refuses years that the calendar does
 * not know. The calendar decides alone, so the same plan comes out whenever it is made.
 */
export function planOnboarding(onboarding: Onboarding, hireDate: string, calendar: WorkCalendar, probation: Probation | null): Plan {
  const firstDay = calendar.workingDayFrom(hireDate);
  const dueOf = (day: Day): DueDate => dueDate(day, firstDay, calendar);
  const { fullPerformance } = onboarding;
  return {
    firstDay,
    stages: new Map(onboarding.stages.map((stage) => [stage.id, periodOf(stage, firstDay, calendar)])),
    due: new Map(
      onboarding.stages.flatMap((stage) => [...stage.steps, ...(stage.checks ?? [])].map((one) => [one.id, dueOf(one.due)] as const)),
    ),
    fullPerformance:
      fullPerformance && isLong(fullPerformance.unit) ? endOf(firstDay, fullPerformance.value, fullPerformance.unit, calendar) : null,
    probation,
  };
}

/**
 * The first day of work is day 1, the day before it day −1. A due date on a day off moves to the next working day; what
 * must be ready before the first day moves to the last working day before it, so that it is ready.
 */
function dueDate({ day, unit }: Day, firstDay: string, calendar: WorkCalendar): DueDate {
  if (unit !== 'calendar-day') return { date: calendar.addWorkingDays(firstDay, day > 0 ? day - 1 : day), movedFrom: null };
  const planned = addDays(firstDay, day > 0 ? day - 1 : day);
  const date = day > 0 ? calendar.workingDayFrom(planned) : calendar.workingDayUntil(planned);
  return { date, movedFrom: date === planned ? null : planned };
}

function periodOf({ start, duration }: Stage, firstDay: string, calendar: WorkCalendar): Period {
  const from = dueDate(start, firstDay, calendar).date;
  const to = endOf(from, duration.max ?? duration.min, duration.unit, calendar);
  return { from, to: to < from ? from : to };
}

/** The units that make a date; hours and minutes do not. */
type LongUnit = Stage['duration']['unit'];
const isLong = (unit: Span['unit']): unit is LongUnit => unit !== 'hour' && unit !== 'minute';

/** The last day of a span that begins on a day: a month from 15 January ends on 14 February. */
function endOf(from: string, length: number, unit: LongUnit, calendar: WorkCalendar): string {
  switch (unit) {
    case 'working-day':
      return calendar.addWorkingDays(from, Math.max(0, Math.ceil(length) - 1));
    case 'calendar-day':
      return addDays(from, Math.ceil(length) - 1);
    case 'week':
      return addDays(from, Math.ceil(length * 7) - 1);
    case 'month':
      return addDays(addMonths(from, Math.floor(length)), Math.round((length % 1) * 30) - 1);
  }
}
