/** The public holidays of a country, from a library that keeps the rules of all countries. */
import { dateHolidays } from '../installed.js';
import type { CalendarLaw } from '../jurisdiction.js';
import { addDays } from './date.js';

export interface Holiday {
  days: string[];
  /** `public` is a day off by law; others are observed by school, banks or nobody. */
  type: string;
  /** How the library writes the day down: `easter -2`, `05-05`. */
  rule: string;
}

export type HolidaysOf = (year: number) => readonly Holiday[];

/**
 * The holidays of a country, or of its part `region` where its parts differ; of the usual part when none is named. The
 * library is large, so it is loaded when a plan with dates is first made.
 */
export async function loadHolidays(law: CalendarLaw, region: string | undefined): Promise<HolidaysOf> {
  const { default: Holidays } = await dateHolidays();
  const part = region === undefined ? Object.values(law.regions ?? {})[0] : law.regions?.[region];
  const almanac = part === undefined ? new Holidays(law.country) : new Holidays(law.country, part);
  return (year) => {
    const seen = new Set<string>();
    return almanac.getHolidays(year).flatMap((one): Holiday[] => {
      const repeated = seen.has(one.rule);
      seen.add(one.rule);
      // Days in place of a holiday on a weekend are our own to find where the law of the year moves them elsewhere.
      if (repeated && law.weekendHolidays === 'next-working-day') return [];
      return [{ days: daysOf(one), type: one.type, rule: one.rule }];
    });
  };
}

/** A holiday of several days is one entry with its end, in hours of the country’s own time. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = date.slice(0, 10);
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length }, (_, at) => addDays(first, at));
}
