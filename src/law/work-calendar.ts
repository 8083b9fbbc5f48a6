/** Which days are worked: weekends, the public holidays of a country, the yearly moves of days off, the organisation’s own days. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { CalendarLaw, CalendarYear } from './jurisdiction.js';
import type { CalendarSettings } from '../organisation/organisation.generated.js';
import { addDays, weekday, yearOf } from './dates.js';
import { holidaysOf } from './holidays.js';
import type { Holiday } from './holidays.js';

/** Why a day is not worked; `moved` is a day that is off in place of another, `own` one on which this person does not work. */
export type DayOff = 'weekend' | 'holiday' | 'moved' | 'company' | 'own';

export interface WorkCalendar {
  /** Why nobody works on this day, or null on a working day. */
  dayOff(date: string): DayOff | null;
  /** Whether the day before a holiday is an hour shorter (Russia, Labour Code art. 95). */
  shortened(date: string): boolean;
  /** Whether the state has yet to move days off in the year of this day, so that it is reckoned from the statute alone. */
  provisional(date: string): boolean;
  /** The day itself when it is worked, otherwise the next one that is. */
  workingDayFrom(date: string): string;
  /** The day itself when it is worked, otherwise the last one before it that is. */
  workingDayUntil(date: string): string;
  /** So many working days after a date, or before it where the number is negative. With 0, `workingDayFrom`. */
  addWorkingDays(date: string, days: number): string;
}

/** Free by the calendar itself. */
type FreeDay = Exclude<DayOff, 'weekend' | 'own'>;

interface YearOfWork {
  off: ReadonlyMap<string, FreeDay>;
  /** Weekend days that are worked. */
  worked: ReadonlySet<string>;
  shortened: ReadonlySet<string>;
  provisional: boolean;
}

/** No run of days off is longer; a longer one comes from a calendar in which nobody ever works. */
const longestBreak = 60;

/** The calendar of a country with the organisation’s settings. Years are worked out when they are first asked for and kept. */
export function createWorkCalendar(law: CalendarLaw, settings: CalendarSettings | null): WorkCalendar {
  const years = new Map<number, YearOfWork>();

  function yearFor(date: string): YearOfWork {
    const year = yearOf(date);
    const known = years.get(year);
    if (known) return known;
    const made = yearOfWork(year);
    years.set(year, made);
    return made;
  }

  function yearOfWork(year: number): YearOfWork {
    const table = settings?.years?.[year] ?? law.years?.[year];
    const holidays = settings?.publicHolidays === false ? [] : observed(holidaysOf(law, settings?.region, year), settings);
    const off = new Map<string, FreeDay>();
    for (const { date } of holidays) off.set(date, 'holiday');
    const worked = new Set<string>();
    for (const { from, to } of table?.transfers ?? []) {
      if (!off.has(from)) worked.add(from);
      off.set(to, 'moved');
    }
    for (const date of daysInPlace(holidays, table, off)) off.set(date, 'moved');
    for (const { date } of settings?.daysOff ?? []) if (yearOf(date) === year) off.set(date, 'company');
    for (const date of settings?.workingDays ?? [])
      if (yearOf(date) === year) {
        off.delete(date);
        worked.add(date);
      }
    // Where the state moves days off each year, a year without its decree follows from the holidays alone.
    const ours = law.years?.[year];
    const decreed = settings?.years?.[year] !== undefined || !law.years || (ours !== undefined && !ours.provisional);
    const provisional = !decreed && settings?.publicHolidays !== false;
    return { off, worked, shortened: new Set(table?.shortened ?? []), provisional };
  }

  function dayOff(date: string): DayOff | null {
    const { off, worked } = yearFor(date);
    const reason = off.get(date);
    if (reason) return reason;
    return isWeekend(date) && !worked.has(date) ? 'weekend' : null;
  }

  /** In a year whose decree does not list such days yet. */
  const isShortEve = (date: string): boolean =>
    law.shortEves === true && yearFor(date).provisional && yearFor(addDays(date, 1)).off.get(addDays(date, 1)) === 'holiday';

  return {
    dayOff,
    shortened: (date) => dayOff(date) === null && (yearFor(date).shortened.has(date) || isShortEve(date)),
    provisional: (date) => yearFor(date).provisional,
    ...movesOver(dayOff),
  };
}

/** How days are counted where some are off. Throws a Refusal with `calendar-without-work` where none is ever worked. */
export function movesOver(dayOff: WorkCalendar['dayOff']): Pick<WorkCalendar, 'workingDayFrom' | 'workingDayUntil' | 'addWorkingDays'> {
  function worked(date: string, step: 1 | -1): string {
    let day = date;
    for (let passed = 0; passed <= longestBreak; passed += 1) {
      if (dayOff(day) === null) return day;
      day = addDays(day, step);
    }
    throw new Refusal([diagnostic('calendar-without-work', { date, days: longestBreak })]);
  }
  return {
    workingDayFrom: (date) => worked(date, 1),
    workingDayUntil: (date) => worked(date, -1),
    addWorkingDays(date, days) {
      const step = days < 0 ? -1 : 1;
      let day = days === 0 ? worked(date, 1) : date;
      for (let left = Math.abs(days); left > 0; left -= 1) day = worked(addDays(day, step), step);
      return day;
    },
  };
}

const isWeekend = (date: string): boolean => weekday(date) > 5;

/** The days that the country’s law, or the organisation by its settings, keeps as holidays. */
const observed = (holidays: readonly Holiday[], settings: CalendarSettings | null): Holiday[] =>
  holidays.filter(({ id, byContract }) => !byContract || settings?.extraHolidays?.some((extra) => extra === id));

/**
 * The days that stand in for holidays on a weekend: the next working day after each, except for those that the decree of
 * the year moves elsewhere.
 */
function daysInPlace(holidays: readonly Holiday[], table: CalendarYear | undefined, off: ReadonlyMap<string, unknown>): string[] {
  const moved = new Set((table?.transfers ?? []).map(({ from }) => from));
  const taken = new Set(off.keys());
  return holidays
    .filter(({ date, inPlace }) => inPlace && isWeekend(date) && !moved.has(date))
    .map(({ date }) => {
      let next = addDays(date, 1);
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return next;
    });
}
