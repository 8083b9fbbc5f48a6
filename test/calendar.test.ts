/** Working days of each country, and the dates of an onboarding that follow from them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, weekday } from '../src/law/dates.js';
import { createWorkCalendar } from '../src/law/work-calendar.js';
import type { WorkCalendar } from '../src/law/work-calendar.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { openLibrary } from '../src/shelf/library.js';
import type { CalendarSettings } from '../src/organisation/organisation.generated.js';
import { planOnboarding } from '../src/law/plan.js';
import { probationDates } from '../src/law/probation-dates.js';
import type { Onboarding } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { runs } from './every.js';

const library = openLibrary(packageWorkspace());

const calendarOf = (id: JurisdictionId, settings: CalendarSettings | null = null): WorkCalendar =>
  createWorkCalendar(library.jurisdiction(id).calendar, settings);

const daysOf = (year: number): string[] => {
  const first = `${year}-01-01`;
  return Array.from({ length: daysBetween(first, `${year + 1}-01-01`) }, (_, at) => addDays(first, at));
};
const worked = (calendar: WorkCalendar, year: number): number => daysOf(year).filter((date) => calendar.dayOff(date) === null).length;

const codes = (step: () => unknown): string[] => {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map((one) => one.code);
    throw error;
  }
  return [];
};

describe('the calendar of Russia', () => {
  const calendar = calendarOf('ru');

  it('has as many working days as the published production calendars, 247 in 2025 and in 2026', () => {
    expect([worked(calendar, 2025), worked(calendar, 2026)]).toEqual([247, 247]);
  });

  it('moves days off as the decree of the year says', () => {
    expect(calendar.dayOff('2026-01-09')).toBe('moved');
    expect(calendar.dayOff('2026-12-31')).toBe('moved');
    expect(calendar.dayOff('2025-05-08')).toBe('moved');
    expect(calendar.dayOff('2025-11-01'), 'a Saturday that is worked').toBeNull();
    expect(calendar.shortened('2025-11-01')).toBe(true);
    expect(calendar.shortened('2026-11-03')).toBe(true);
  });

  it('gives the next working day for a holiday on a weekend, unless the decree moves it elsewhere', () => {
    expect(calendar.dayOff('2026-03-09')).toBe('moved');
    expect(calendar.dayOff('2026-05-11')).toBe('moved');
    expect(calendar.dayOff('2025-02-24'), '23 February 2025 moved to 8 May').toBeNull();
    expect(calendar.dayOff('2025-03-10'), '8 March 2025 moved to 13 June').toBeNull();
  });

  it('counts over New Year', () => {
    expect(calendar.addWorkingDays('2025-12-30', 1)).toBe('2026-01-12');
    expect(calendar.addWorkingDays('2026-01-12', -1)).toBe('2025-12-30');
  });

  it('reckons a year without its decree from the statute, and says so', () => {
    expect([calendar.provisional('2026-12-30'), calendar.provisional('2027-01-11'), calendar.provisional('2028-06-01')]).toEqual([
      false,
      true,
      true,
    ]);
    const off = daysOf(2027).filter((date) => !['weekend', null].includes(calendar.dayOff(date)));
    // Art. 112: the holidays, and the Mondays for 1 and 9 May and 12 June; 2 and 3 January wait for the decree.
    expect(off.filter((date) => date > '2027-01-08')).toEqual(
      ['02-23', '03-08', '05-01', '05-03', '05-09', '05-10', '06-12', '06-14', '11-04'].map((day) => `2027-${day}`),
    );
    expect(calendar.workingDayFrom('2027-01-01')).toBe('2027-01-11');
    expect(daysOf(2027).filter((date) => calendar.shortened(date))).toEqual(
      ['02-22', '04-30', '06-11', '11-03', '12-31'].map((day) => `2027-${day}`),
    );
  });

  it('takes the decree of a year from the organisation', () => {
    const own = calendarOf('ru', { years: { 2027: { source: 'a decree', transfers: [{ from: '2027-01-02', to: '2027-11-05' }] } } });
    expect(own.dayOff('2027-11-05')).toBe('moved');
    expect(own.dayOff('2027-01-11')).toBeNull();
    expect(own.provisional('2027-01-11')).toBe(false);
  });
});

describe('the calendars of other countries', () => {
  it('keeps Good Friday and 5 May in the Netherlands only where the contract does', () => {
    const plain = calendarOf('nl');
    const generous = calendarOf('nl', { extraHolidays: ['good-friday', 'liberation-day'] });
    expect([plain.dayOff('2026-04-03'), plain.dayOff('2026-05-05')]).toEqual([null, null]);
    expect([generous.dayOff('2026-04-03'), generous.dayOff('2026-05-05')]).toEqual(['holiday', 'holiday']);
    expect([plain.dayOff('2026-04-27'), plain.dayOff('2026-05-14'), plain.dayOff('2026-05-25')]).toEqual(['holiday', 'holiday', 'holiday']);
  });

  it('keeps each day that the contract names alone', () => {
    const friday = calendarOf('nl', { extraHolidays: ['good-friday'] });
    const liberation = calendarOf('nl', { extraHolidays: ['liberation-day'] });
    expect([friday.dayOff('2026-04-03'), friday.dayOff('2026-05-05')]).toEqual(['holiday', null]);
    expect([liberation.dayOff('2026-04-03'), liberation.dayOff('2026-05-05')]).toEqual([null, 'holiday']);
  });

  it('keeps the bank holidays of the nation', () => {
    const [england, scotland] = [calendarOf('gb'), calendarOf('gb', { region: 'scotland' })];
    expect([england.dayOff('2026-08-31'), scotland.dayOff('2026-08-31')]).toEqual(['holiday', null]);
    expect([england.dayOff('2026-01-02'), scotland.dayOff('2026-01-02')]).toEqual([null, 'holiday']);
    expect(england.dayOff('2026-12-28'), 'in place of Boxing Day on a Saturday').toBe('moved');
  });

  it('leaves federal holidays to private employers in the United States', () => {
    const [federal, own] = [calendarOf('us'), calendarOf('us', { publicHolidays: false, daysOff: [{ date: '2026-11-27' }] })];
    expect([federal.dayOff('2026-10-12'), own.dayOff('2026-10-12')]).toEqual(['holiday', null]);
    expect([federal.dayOff('2026-11-27'), own.dayOff('2026-11-27')]).toEqual([null, 'company']);
  });

  it('lets an organisation work on a Saturday', () => {
    expect(calendarOf('nl', { workingDays: ['2026-06-06'] }).dayOff('2026-06-06')).toBeNull();
  });

  it('shortens no day that the organisation has off', () => {
    expect(calendarOf('ru', { daysOff: [{ date: '2026-11-03' }] }).shortened('2026-11-03')).toBe(false);
  });

  it('bears sixty days off on end, and no more', () => {
    // 1 March 2026 is a Sunday; 60 days later it is Thursday 30 April.
    const idle = (days: number): WorkCalendar =>
      calendarOf('nl', { daysOff: Array.from({ length: days }, (_, at) => ({ date: addDays('2026-03-01', at) })) });
    expect(idle(60).workingDayFrom('2026-03-01')).toBe('2026-04-30');
    expect(codes(() => idle(61).workingDayFrom('2026-03-01'))).toEqual(['calendar-without-work']);
    expect(idle(61).workingDayFrom('2026-03-02')).toBe('2026-05-01');
  });

  it('refuses a calendar in which nobody works', () => {
    const daysOff = daysOf(2026).map((date) => ({ date }));
    const idle = calendarOf('nl', { daysOff });
    expect(codes(() => idle.workingDayFrom('2026-03-01'))).toEqual(['calendar-without-work']);
  });
});

describe('calendar days', () => {
  it('are those of Date, from the year 1 to the year 9998', () => {
    const day = fc.tuple(fc.integer({ min: 0, max: 3_651_000 }), fc.integer({ min: -360, max: 360 }));
    const first = Date.parse('0002-01-01T00:00:00Z');
    const written = (days: number): string => new Date(first + days * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, ([at, more]) => {
        expect(addDays(written(at), more)).toBe(written(at + more));
        expect(daysBetween(written(at), written(at + more))).toBe(more);
        expect(weekday(written(at))).toBe(new Date(first + at * 86_400_000).getUTCDay() || 7);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('working days', () => {
  const calendar = calendarOf('nl');
  const day = fc.integer({ min: 0, max: 3000 }).map((passed) => addDays('2024-01-01', passed));

  it('are never days off, and counting on and back returns', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 80 }), (date, count) => {
        const start = calendar.workingDayFrom(date);
        const later = calendar.addWorkingDays(start, count);
        expect(calendar.dayOff(later)).toBeNull();
        expect(calendar.addWorkingDays(later, -count)).toBe(start);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are the day itself or the next one where none are counted', () => {
    expect(['2026-06-05', '2026-06-06', '2026-06-07'].map((date) => calendar.addWorkingDays(date, 0))).toEqual([
      '2026-06-05',
      '2026-06-08',
      '2026-06-08',
    ]);
  });

  it('knows weekdays and months', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });
});

describe('a plan', () => {
  const calendar = calendarOf('ru');
  const source = 'added';
  const step = (id: string, day: number, unit?: 'calendar-day') => ({
    id,
    text: id,
    owner: 'hr' as const,
    due: unit ? { day, unit } : { day },
    source,
  });
  const onboarding: Onboarding = {
    goal: 'goal',
    stages: [
      {
        id: 'before',
        title: 'before',
        start: { day: -5 },
        duration: { min: 5, unit: 'working-day' },
        steps: [step('papers', -5), step('desk', -1), step('flowers', -2, 'calendar-day')],
        exit: 'ready',
        source,
      },
      {
        id: 'start',
        title: 'start',
        start: { day: 1 },
        duration: { min: 2, unit: 'week' },
        steps: [step('welcome', 1), step('fifth', 5), step('talk', 6, 'calendar-day')],
        exit: 'done',
        source,
      },
    ],
    fullPerformance: { value: 6, unit: 'month' },
  };
  const nobody = { person: null, organisation: null };
  const probation = probationDates('2026-06-08', 3, nobody, library.jurisdiction('ru'), calendar);
  const plan = planOnboarding(onboarding, '2026-06-08', calendar, probation);

  it('counts working days around the holidays', () => {
    expect(plan.due.get('welcome')).toEqual({ date: '2026-06-08', movedFrom: null });
    expect(plan.due.get('fifth')?.date, '12 June is a holiday').toBe('2026-06-15');
    expect(plan.due.get('papers')?.date).toBe('2026-06-01');
    expect(plan.due.get('desk')?.date).toBe('2026-06-05');
  });

  it('moves a day off to the next working day, and preparation to the last one before', () => {
    expect(plan.due.get('talk')).toEqual({ date: '2026-06-15', movedFrom: '2026-06-13' });
    expect(plan.due.get('flowers')).toEqual({ date: '2026-06-05', movedFrom: '2026-06-06' });
  });

  it('gives each stage its first and last day', () => {
    expect(plan.stages.get('before')).toMatchObject({ from: '2026-06-01', to: '2026-06-05' });
    // Two weeks remain two weeks, however long the probation is.
    expect(plan.stages.get('start')).toMatchObject({ from: '2026-06-08', to: '2026-06-19' });
  });

  it('ends the probation the day before the same date, and reviews it two weeks earlier', () => {
    expect(plan.probation).toMatchObject({ months: 3, end: '2026-09-07', review: '2026-08-24' });
    expect(plan.fullPerformance).toBe('2026-12-07');
  });

  it('begins on the next working day when the hire date is a day off', () => {
    expect(planOnboarding(onboarding, '2026-06-06', calendar, null).firstDay).toBe('2026-06-08');
  });
});
