/** The working calendars that plans with dates need, each opened once for all that it depends on. */
import { contentKey } from '../content/content.js';
import { openKept } from '../content/kept.js';
import { createWorkCalendar } from '../law/work-calendar.js';
import type { WorkCalendar } from '../law/work-calendar.js';
import type { Library } from '../shelf/library.js';
import type { Job } from '../press/press.js';

/** Bytes of calendars that are kept, some 20 kB each: organisations that take turns. */
const budget = 1_000_000;
const weight = 20_000;

/** Gives a job its calendar, or null where it has no use for one: nobody is hired on a known day. */
export function openCalendars(
  library: Library,
): (job: Pick<Job, 'kind' | 'person' | 'jurisdiction' | 'organisation'>) => WorkCalendar | null {
  const kept = openKept(budget).drawer<WorkCalendar>(() => weight);
  return ({ kind, person, jurisdiction, organisation }) => {
    if (!library.kind(kind).days || !person?.hireDate) return null;
    const { calendar } = library.jurisdiction(jurisdiction);
    // The organisation's own days off are those of its country.
    const settings = organisation?.jurisdiction === jurisdiction ? (organisation.calendar ?? null) : null;
    return kept.get([contentKey(calendar), contentKey(settings)].join(' '), () => createWorkCalendar(calendar, settings));
  };
}
