/** The days of an onboarding: what falls on which day, and what moves, in a year without holidays. */
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../src/law/dates.js';
import type { WorkCalendar } from '../src/law/work-calendar.js';
import { planOnboarding } from '../src/law/plan.js';
import type { Plan } from '../src/law/plan.js';
import { probationFrom } from '../src/law/probation.js';
import type { Day, Onboarding, Span, Stage } from '../src/role/role.generated.js';

/** Monday to Friday, whatever the date. */
const week = ((): WorkCalendar => {
  const isOff = (date: string): boolean => weekday(date) > 5;
  const worked = (date: string, step: number): string => (isOff(date) ? worked(addDays(date, step), step) : date);
  return {
    dayOff: (date) => (isOff(date) ? 'weekend' : null),
    shortened: () => false,
    workingDayFrom: (date) => worked(date, 1),
    workingDayUntil: (date) => worked(date, -1),
    addWorkingDays(date, days) {
      let day = worked(date, 1);
      for (let left = Math.abs(days); left > 0; left -= 1) day = worked(addDays(day, Math.sign(days)), Math.sign(days));
      return day;
    },
  };
})();

/** A Monday. */
const monday = '2027-03-01';

const stage = (over: Partial<Stage>): Stage => ({
  id: 's',
  title: 's',
  start: { day: 1 },
  duration: { min: 1, unit: 'week' },
  steps: [],
  ...over,
});
const planOf = (over: Partial<Onboarding>, hireDate = monday): Plan => planOnboarding({ stages: [], ...over }, hireDate, week, null);
const dueOn = (due: Day): Plan['due'] extends ReadonlyMap<string, infer D> ? D | undefined : never =>
  planOf({ stages: [stage({ steps: [{ id: 'x', text: 'x', owner: 'manager', due }] })] }).due.get('x');
const periodOf = (duration: Stage['duration'], start: Day = { day: 1 }): string => {
  const period = planOf({ stages: [stage({ start, duration })] }).stages.get('s');
  return `${period?.from} ${period?.to}`;
};

describe('a due date', () => {
  test.each([
    [1, '2027-03-01'],
    [2, '2027-03-02'],
    [5, '2027-03-05'],
    [6, '2027-03-08'],
    [-1, '2027-02-26'],
    [-2, '2027-02-25'],
  ])('on working day %i', (day, date) => {
    expect(dueOn({ day })).toEqual({ date, movedFrom: null });
    expect(dueOn({ day, unit: 'working-day' })).toEqual({ date, movedFrom: null });
  });

  test.each([
    [1, '2027-03-01', null],
    [5, '2027-03-05', null],
    [6, '2027-03-08', '2027-03-06'],
    [7, '2027-03-08', '2027-03-07'],
    [8, '2027-03-08', null],
    // What must be ready is ready before.
    [-1, '2027-02-26', '2027-02-28'],
    [-2, '2027-02-26', '2027-02-27'],
    [-3, '2027-02-26', null],
  ])('on calendar day %i', (day, date, movedFrom) => {
    expect(dueOn({ day, unit: 'calendar-day' })).toEqual({ date, movedFrom });
  });

  test('is known of every step and check', () => {
    const { due } = planOf({
      stages: [
        stage({ id: 'a', steps: [{ id: 'b', text: 'b', owner: 'manager', due: { day: 1 } }] }),
        stage({ id: 'c', checks: [{ id: 'd', title: 'd', method: 'oral', by: 'manager', due: { day: 3 } }] }),
      ],
    });
    expect([...due].map(([id, { date }]) => `${id} ${date}`)).toEqual(['b 2027-03-01', 'd 2027-03-03']);
  });
});

describe('a stage', () => {
  test.each<[Stage['duration'], string]>([
    [{ min: 1, unit: 'working-day' }, '2027-03-01 2027-03-01'],
    [{ min: 6, unit: 'working-day' }, '2027-03-01 2027-03-08'],
    [{ min: 2.5, unit: 'working-day' }, '2027-03-01 2027-03-03'],
    [{ min: 10, unit: 'calendar-day' }, '2027-03-01 2027-03-10'],
    [{ min: 1, unit: 'week' }, '2027-03-01 2027-03-07'],
    [{ min: 1.5, unit: 'week' }, '2027-03-01 2027-03-11'],
    [{ min: 1, unit: 'month' }, '2027-03-01 2027-03-31'],
    [{ min: 1.5, unit: 'month' }, '2027-03-01 2027-04-15'],
    [{ min: 1, max: 2, unit: 'month' }, '2027-03-01 2027-04-30'],
    // It lasts a day at least.
    [{ min: 0, unit: 'working-day' }, '2027-03-01 2027-03-01'],
    [{ min: 0, unit: 'calendar-day' }, '2027-03-01 2027-03-01'],
  ])('of %j is %s', (duration, period) => {
    expect(periodOf(duration)).toBe(period);
  });

  test('begins where a due date would be', () => {
    expect(periodOf({ min: 1, unit: 'week' }, { day: 6, unit: 'calendar-day' })).toBe('2027-03-08 2027-03-14');
    expect(periodOf({ min: 2, unit: 'working-day' }, { day: -2 })).toBe('2027-02-25 2027-02-26');
  });
});

describe('the whole', () => {
  test('is counted from the first day that is worked', () => {
    expect(planOf({}, '2027-02-27').firstDay).toBe(monday);
    expect(planOf({}).firstDay).toBe(monday);
  });

  test.each<[Span, string | null]>([
    [{ value: 3, unit: 'month' }, '2027-05-31'],
    [{ value: 2, unit: 'week' }, '2027-03-14'],
    [{ value: 8, unit: 'hour' }, null],
    [{ value: 30, unit: 'minute' }, null],
  ])('is full performance after %j', (fullPerformance, date) => {
    expect(planOf({ fullPerformance }).fullPerformance).toBe(date);
  });

  test('need not say when', () => {
    expect(planOf({}).fullPerformance).toBeNull();
  });
});

describe('a probation', () => {
  test.each([
    [1, '2027-03-31', '2027-03-17'],
    [3, '2027-05-31', '2027-05-17'],
    [1.5, '2027-04-14', '2027-03-31'],
    [0.5, '2027-03-14', '2027-03-01'],
    // Shorter than the two weeks before its end.
    [0.25, '2027-03-07', '2027-03-01'],
    // Two weeks before 26 March is a Friday, before 27 March a Saturday.
    [26 / 28, '2027-03-26', '2027-03-12'],
    [27 / 28, '2027-03-27', '2027-03-15'],
  ])('of %d months ends on %s and is reviewed on %s', (months, end, review) => {
    expect(probationFrom(monday, months, week)).toEqual({ months, end, review });
  });

  test('need not be', () => {
    expect([probationFrom(monday, null, week), probationFrom(monday, 0, week)]).toEqual([null, null]);
  });
});
