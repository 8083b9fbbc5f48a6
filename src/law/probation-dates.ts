/** The days of one person’s probation, reckoned once: every paper, spreadsheet and calendar prints these. */
import type { Person } from '../person/person.generated.js';
import type { Employment } from './contract.js';
import { addDays, addMonths, daysBetween } from './dates.js';
import type { Jurisdiction } from './jurisdiction.js';
import { serviceDates } from './service.js';
import type { ServiceDates } from './service.js';
import type { WorkCalendar } from './work-calendar.js';

/** All days are dates such as `2026-11-29`. */
export interface ProbationDates {
  readonly months: number;
  /** The first day of work. */
  readonly start: string;
  /** The working day half-way to the review on which both talk; null where there is none between. */
  readonly midpoint: string | null;
  /** The working day on which manager and HR decide. */
  readonly review: string;
  /** The last day on which notice of a failed probation is given, or must have been received; null where contracts decide. */
  readonly notice: string | null;
  /** The last day on which the contract can end because of the probation; null where contracts decide. */
  readonly dismissal: string | null;
  /** The last day of the probation; days off do not move it. */
  readonly end: string;
  /** When protection against dismissal begins, and the last day of notice before it; null where no law says so. */
  readonly service: ServiceDates | null;
}

/** A quarter of a month is a week, so that half a month is the two weeks of the law (Russia, Labour Code art. 70). */
const daysOfPartMonth = 28;

/** Two weeks: enough for a decision, and for the notice that may have to precede a dismissal. */
const usualReview: NonNullable<Jurisdiction['probation']['review']> = { value: 14, unit: 'calendar-day' };

/** A review is so many working days before the last day of notice at the latest, where service brings protection. */
const reviewBeforeNotice = 10;

/**
 * The last day of so many months that begin on a day: three months from 1 June end on 31 August. Neither a weekend nor a
 * holiday moves it (Russia: the unmoved day is the earlier one where opinions differ; Netherlands: Rechtbank Utrecht,
 * JAR 2002/96).
 */
export function lastDayOfMonths(firstDay: string, months: number): string {
  const whole = Math.floor(months);
  return addDays(addMonths(firstDay, whole), Math.round((months - whole) * daysOfPartMonth) - 1);
}

/** The new last day of a probation that was extended; null where it was not, or the country knows no extension. */
export const extendedEnd = (person: Person | null, { probation }: Jurisdiction): string | null =>
  probation.extension ? (person?.probation?.extendedUntil ?? null) : null;

/**
 * The days of a probation that begins on the first day of work; null when there is none. The law counts by the calendar of
 * the organisation; talks are held on days of `own`, that of the person.
 */
export function probationDates(
  firstDay: string,
  months: number | null,
  employment: Employment,
  jurisdiction: Jurisdiction,
  calendar: WorkCalendar,
  own: WorkCalendar = calendar,
): ProbationDates | null {
  if (months === null || months <= 0) return null;
  const law = jurisdiction.probation;
  const end = extendedEnd(employment.person, jurisdiction) ?? lastDayOfMonths(firstDay, months);
  const service = law.service ? serviceDates(firstDay, employment, law.service) : null;
  const latest = service ? calendar.addWorkingDays(service.notice, -reviewBeforeNotice) : end;
  const usual = reviewDay(end, law.review ?? usualReview, calendar);
  const review = later(firstDay, own.workingDayUntil(earlier(usual, latest)));
  const midpoint = own.workingDayFrom(addDays(firstDay, Math.floor(daysBetween(firstDay, review) / 2)));
  const dismissal = law.dismissal === 'working-day' ? calendar.workingDayUntil(end) : end;
  return {
    months,
    start: firstDay,
    midpoint: midpoint > firstDay && midpoint < review ? midpoint : null,
    review,
    notice: law.noticeDays === null ? null : later(firstDay, noticeDay(dismissal, law.noticeDays, law.dismissal, calendar)),
    dismissal: law.noticeDays === null ? null : dismissal,
    end,
    service,
  };
}

function reviewDay(end: string, { value, unit, move }: typeof usualReview, calendar: WorkCalendar): string {
  if (unit === 'working-day') return calendar.addWorkingDays(end, -value);
  const day = addDays(end, -value);
  return move === 'earlier' ? calendar.workingDayUntil(day) : calendar.workingDayFrom(day);
}

/** Where people are dismissed on working days alone, notice is given on one; elsewhere any day will do on which it arrives. */
function noticeDay(dismissal: string, days: number, on: Jurisdiction['probation']['dismissal'], calendar: WorkCalendar): string {
  const day = addDays(dismissal, -days);
  return on === 'working-day' ? calendar.workingDayUntil(day) : day;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
