/** The working calendars that plans with dates need, each opened once for all that it depends on. */
import type { Locale } from '../document.js';
import { keep } from '../kept.js';
import { createWorkCalendar } from '../law/work-calendar.js';
import type { WorkCalendar } from '../law/work-calendar.js';
import type { Kind, Library } from '../library.js';
import type { Job } from '../press.js';

/** Kinds without a day that is reckoned. */
const undated: readonly Kind[] = ['job-description', 'acknowledgement-sheet', 'kpi-scorecard'];

/** Calendars that are kept: organisations that take turns. */
const open = 32;

/** Gives a job its calendar, or null where it has no use for one: nobody is hired on a known day. */
export function openCalendars(library: Library, language: Locale): (job: Job) => WorkCalendar | null {
  const kept = keep<string, WorkCalendar>(open, () => 1);
  return ({ kind, person, jurisdiction, organisation }) => {
    if (undated.includes(kind) || !person?.hireDate) return null;
    const { calendar, name } = library.jurisdiction(jurisdiction);
    // The organisation's own days off are those of its country.
    const settings = organisation?.jurisdiction === jurisdiction ? (organisation.calendar ?? null) : null;
    const country = name[language];
    return kept(JSON.stringify([calendar, settings, country]), () => createWorkCalendar(calendar, settings, country));
  };
}
