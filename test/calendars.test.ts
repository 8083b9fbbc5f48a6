/** Working calendars are kept by all that they depend on: no organisation gets another's days off. */
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { openLibrary } from '../src/shelf/library.js';
import type { Library } from '../src/shelf/library.js';
import type { CalendarSettings } from '../src/organisation/organisation.generated.js';
import type { Job } from '../src/press/press.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const library = openLibrary(packageWorkspace());

const job = (calendar: CalendarSettings | null, over: Partial<Job> = {}): Job => ({
  role: null as never,
  kind: 'onboarding-checklist',
  locale: 'nl',
  jurisdiction: 'nl',
  organisation: { name: 'Noord', jurisdiction: 'nl', languages: ['nl'], ...(calendar && { calendar }) },
  person: { name: { last: 'Jansen' }, hireDate: '2027-01-04' },
  date: null,
  logo: null,
  ...over,
});
const summer: CalendarSettings = { daysOff: [{ date: '2027-08-02' }] };
const winter: CalendarSettings = { daysOff: [{ date: '2027-02-01' }] };

describe('working calendars', () => {
  it('are each organisation’s own when they take turns', () => {
    const calendarOf = openCalendars(library);
    const off = (calendar: CalendarSettings | null, over: Partial<Job> = {}): (string | null | undefined)[] => {
      const made = calendarOf(job(calendar, over));
      return [made?.dayOff('2027-02-01'), made?.dayOff('2027-08-02')];
    };
    expect(off(summer)).toEqual([null, 'company']);
    expect(off(winter)).toEqual(['company', null]);
    expect(off(null)).toEqual([null, null]);
    expect(off(summer)).toEqual([null, 'company']);
    expect(off(summer, { jurisdiction: 'gb' }), 'in another country than the organisation’s').toEqual([null, null]);
    expect(off(summer, { organisation: null })).toEqual([null, null]);
  });

  it('are opened once for equal settings, whoever has them', () => {
    const calendarOf = openCalendars(library);
    expect(calendarOf(job({ ...summer }))).toBe(calendarOf(job({ ...summer })));
    expect(calendarOf(job(summer))).not.toBe(calendarOf(job(winter)));
  });

  it('follow a law that changes', () => {
    let holidays = library.jurisdiction('nl').calendar.holidays;
    const changing: Library = {
      ...library,
      jurisdiction: (id) => ({ ...library.jurisdiction(id), calendar: { ...library.jurisdiction(id).calendar, holidays } }),
    };
    const calendarOf = openCalendars(changing);
    expect(calendarOf(job(null))?.dayOff('2027-04-27')).toBe('holiday');
    holidays = holidays.filter(({ id }) => id !== 'kings-day');
    expect(calendarOf(job(null))?.dayOff('2027-04-27')).toBeNull();
  });

  it('are for papers with days, and people whose first day is known', () => {
    const calendarOf = openCalendars(library);
    expect(calendarOf(job(null, { kind: 'job-description' }))).toBeNull();
    expect(calendarOf(job(null, { kind: 'acknowledgement-sheet' }))).toBeNull();
    expect(calendarOf(job(null, { kind: 'kpi-scorecard' }))).toBeNull();
    expect(calendarOf(job(null, { kind: 'probation-review' }))).not.toBeNull();
    expect(calendarOf(job(null, { person: null }))).toBeNull();
    expect(calendarOf(job(null, { person: { name: { last: 'Jansen' } } }))).toBeNull();
  });
});
