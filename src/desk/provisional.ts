/** What is said of dates that may still move, because the state has not yet moved the days off of their year. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { planFor } from '../law/plan.js';
import { readPerson } from '../person/person.js';
import type { Job } from '../press/press.js';
import type { Library } from '../shelf/library.js';
import { openCalendars } from './calendars.js';
import type { Desk } from './desk.js';

type Dated = Pick<Job, 'role' | 'kind' | 'jurisdiction' | 'organisation' | 'person'>;

/**
 * Gathers the years of documents one after another and tells each year of a country once: one warning for an errand, or
 * for the first row of a list that meets it.
 */
export function openProvisional(library: Library, language: Locale): (jobs: readonly Dated[], place: () => Place) => Diagnostic[] {
  const calendarFor = openCalendars(library);
  const told = new Set<string>();
  return (jobs, place) => {
    const fresh = new Map<string, Set<number>>();
    const seen = new Set<string>();
    for (const job of jobs) {
      const { role, jurisdiction, organisation, person, kind } = job;
      // The dates of one role are the same in all its papers.
      const plans = `${role.id} ${jurisdiction}`;
      if (!library.kind(kind).days || seen.has(plans)) continue;
      seen.add(plans);
      const country = library.jurisdiction(jurisdiction);
      const plan = planFor(role, { organisation, person, calendar: calendarFor(job) }, country);
      for (const year of plan?.provisional ?? []) {
        const key = `${jurisdiction} ${year}`;
        if (told.has(key)) continue;
        told.add(key);
        fresh.set(jurisdiction, (fresh.get(jurisdiction) ?? new Set<number>()).add(year));
      }
    }
    return [...fresh].map(([country, years]) => {
      const found = [...years].sort((a, b) => a - b);
      const facts = { years: found.join(', '), first: String(found[0] ?? ''), country: library.jurisdiction(country).name[language] };
      return diagnostic('calendar-provisional', facts, place(), 'warning');
    });
  };
}

/** For the documents of one person, at the first day of work in the person’s file. */
export function provisionalWarnings(
  orders: readonly { readonly job: Job }[],
  personFile: string | undefined,
  desk: Desk,
  language: Locale,
): Diagnostic[] {
  const place = (): Place => (personFile === undefined ? {} : readPerson(desk.workspace, personFile).locate('/hireDate'));
  return openProvisional(desk.library, language)(
    orders.map(({ job }) => job),
    place,
  );
}
