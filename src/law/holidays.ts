/** The holidays of a year, from the rules that a jurisdiction writes down after its statutes. */
import { addDays, addMonths, weekday, yearOf } from './dates.js';
import { easterSunday } from './easter.js';
import { weekdays } from './jurisdiction.js';
import type { CalendarLaw, HolidayRule, Weekday } from './jurisdiction.js';

export interface Holiday {
  /** That of the rule. */
  id: string;
  date: string;
  /** Whether it is a day off only where the contract or a collective agreement says so. */
  byContract: boolean;
  /** Whether another day is taken off for it where it falls on a weekend. */
  inPlace: boolean;
}

/** The holidays of a part of the country, in the order of the year; of the usual part when none is named. */
export function holidaysOf({ holidays, regions }: CalendarLaw, region: string | undefined, year: number): Holiday[] {
  const part = region ?? regions?.[0];
  return holidays
    .filter((rule) => !rule.regions || (part !== undefined && rule.regions.includes(part)))
    .flatMap((rule) => datesOf(rule, year).map((date) => ({ rule, date })))
    .map(({ rule, date }) => ({
      id: rule.id,
      date,
      byContract: rule.byContract ?? false,
      inPlace: rule.weekend === 'next-working-day',
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** A holiday of one year may be kept in another: New Year’s Day 2028 on Friday 31 December 2027. */
const datesOf = (rule: HolidayRule, year: number): string[] =>
  [year - 1, year, year + 1]
    .filter((one) => one >= (rule.from ?? one) && one <= (rule.until ?? one))
    .flatMap((one) => keptOn(rule, one))
    .filter((date) => yearOf(date) === year);

/** The days on which the holiday of a year is kept. */
function keptOn(rule: HolidayRule, year: number): string[] {
  const moved = rule.moved?.[year];
  if (moved !== undefined) return [moved];
  return fallsOn(rule, year).map((date) => addDays(date, rule.instead?.[dayOfWeek(date)] ?? 0));
}

function fallsOn(rule: HolidayRule, year: number): string[] {
  if ('day' in rule) return [`${year}-${rule.day}`];
  if ('easter' in rule) return [addDays(easterSunday(year), rule.easter)];
  if ('nth' in rule) return [nthWeekday(year, rule.month, rule.weekday, rule.nth)];
  return rule.dates.filter((date) => yearOf(date) === year);
}

const dayOfWeek = (date: string): Weekday => weekdays[weekday(date) - 1] ?? 'monday';

/** The first (1) to fourth (4) such day of a month, or the last (−1). */
function nthWeekday(year: number, month: number, name: Weekday, nth: number): string {
  const wanted = weekdays.indexOf(name) + 1;
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  if (nth > 0) return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
  const last = addDays(addMonths(first, 1), -1);
  return addDays(last, -((weekday(last) - wanted + 7) % 7));
}
