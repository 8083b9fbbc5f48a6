/** The working calendars that plans with dates need, each opened once per run. */
import { loadHolidays } from '../calendar/holidays.js';
import { createWorkCalendar } from '../calendar/work-calendar.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import type { Kind, Library } from '../library.js';
import type { Job } from '../press.js';
import type { Locale } from '../document.js';

/** Kinds without a day that is reckoned. */
const undated: readonly Kind[] = ['job-description', 'acknowledgement-sheet', 'kpi-scorecard'];

/** Gives a job its calendar, or null where it has no use for one: nobody is hired on a known day. */
export function openCalendars(library: Library, language: Locale): (job: Job) => Promise<WorkCalendar | null> {
  const opened = new Map<string, Promise<WorkCalendar>>();
  return async ({ kind, person, jurisdiction, organisation }) => {
    if (undated.includes(kind) || !person?.hireDate) return null;
    const law = library.jurisdiction(jurisdiction);
    // The organisation's own days off are those of its country.
    const settings = organisation?.jurisdiction === jurisdiction ? (organisation.calendar ?? null) : null;
    const key = `${jurisdiction} ${settings ? 'own' : 'usual'}`;
    const calendar =
      opened.get(key) ??
      loadHolidays(law.calendar, settings?.region).then((days) => createWorkCalendar(law.calendar, settings, days, law.name[language]));
    opened.set(key, calendar);
    return calendar;
  };
}
