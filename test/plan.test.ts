/** The days of an onboarding: what falls on which day, and what moves, in a year without holidays. */
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../src/law/dates.js';
import type { WorkCalendar } from '../src/law/work-calendar.js';
import { planOnboarding } from '../src/law/plan.js';
import type { Plan, PlannedStage } from '../src/law/plan.js';
import type { ProbationDates } from '../src/law/probation-dates.js';
import type { Day, Onboarding, Span, Stage } from '../src/role/role.generated.js';

/** Monday to Friday, whatever the date. */
const week = ((): WorkCalendar => {
  const isOff = (date: string): boolean => weekday(date) > 5;
  const worked = (date: string, step: number): string => (isOff(date) ? worked(addDays(date, step), step) : date);
  return {
    dayOff: (date) => (isOff(date) ? 'weekend' : null),
    shortened: () => false,
    provisional: () => false,
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
const planOf = (over: Partial<Onboarding>, hireDate = monday, probation: ProbationDates | null = null): ReturnType<typeof planOnboarding> =>
  planOnboarding({ stages: [], ...over }, hireDate, week, probation);
const dueOn = (due: Day): Plan['due'] extends ReadonlyMap<string, infer D> ? D | undefined : never =>
  planOf({ stages: [stage({ start: { day: due.day < 0 ? -10 : 1 }, steps: [{ id: 'x', text: 'x', owner: 'manager', due }] })] }).due.get(
    'x',
  );
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
    // It ends on a working day.
    [{ min: 13, unit: 'calendar-day' }, '2027-03-01 2027-03-12'],
    [{ min: 1, unit: 'week' }, '2027-03-01 2027-03-05'],
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
    expect(periodOf({ min: 1, unit: 'week' }, { day: 6, unit: 'calendar-day' })).toBe('2027-03-08 2027-03-12');
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

describe('stages', () => {
  const step = (id: string, day: number, over: Partial<Stage['steps'][number]> = {}): Stage['steps'][number] => ({
    id,
    text: id,
    owner: 'manager',
    due: { day },
    ...over,
  });
  const periods = ({ stages }: Pick<Plan, 'stages'>): string[] => [...stages].map(([id, { from, to }]) => `${id} ${from} ${to}`);

  test.each<[string, Stage[], string[]]>([
    [
      'a gap goes to the stage before it',
      [stage({ id: 'a', duration: { min: 2, unit: 'working-day' } }), stage({ id: 'b', start: { day: 6 } })],
      ['a 2027-03-01 2027-03-05', 'b 2027-03-08 2027-03-12'],
    ],
    [
      'an overlap as well',
      [stage({ id: 'a', duration: { min: 3, unit: 'week' } }), stage({ id: 'b', start: { day: 6 } })],
      ['a 2027-03-01 2027-03-05', 'b 2027-03-08 2027-03-12'],
    ],
    [
      'a deadline keeps its stage open',
      [stage({ id: 'a', steps: [step('late', 7)] }), stage({ id: 'b', start: { day: 6 } })],
      ['a 2027-03-01 2027-03-09', 'b 2027-03-10 2027-03-16'],
    ],
    [
      'what is prepared ends before the first day',
      [stage({ id: 'a', start: { day: -3 }, duration: { min: 1, unit: 'working-day' } }), stage({ id: 'b' })],
      ['a 2027-02-24 2027-02-26', 'b 2027-03-01 2027-03-05'],
    ],
  ])('join on working days: %s', (_, stages, expected) => {
    expect(periods(planOf({ stages }))).toEqual(expected);
  });

  test('leave no deadline before they begin', () => {
    const stages = [stage({ id: 'a', steps: [step('late', 7)] }), stage({ id: 'b', start: { day: 6 }, steps: [step('first', 6)] })];
    expect(planOf({ stages }).due.get('first')).toEqual({ date: '2027-03-10', movedFrom: null });
  });

  const probation: ProbationDates = {
    months: 1,
    start: monday,
    midpoint: '2027-03-16',
    review: '2027-03-17',
    notice: null,
    dismissal: null,
    end: '2027-03-31',
    service: null,
  };

  test('are cut where the probation ends, with what is due after it apart', () => {
    const long = stage({ id: 'a', duration: { min: 2, unit: 'month' }, steps: [step('early', 5), step('late', 30)] });
    const next = stage({ id: 'b', start: { day: 43 } });
    const { stages } = planOf({ stages: [long, next] }, monday, probation);
    expect(periods({ stages })).toEqual(['a 2027-03-01 2027-03-31', 'a-rest 2027-04-01 2027-04-27', 'b 2027-04-28 2027-05-04']);
    const parts = [...stages.values()].map(({ part, afterProbation, items }) => ({ part, afterProbation, items: [...items] }));
    expect(parts).toEqual([
      { part: 'first', afterProbation: false, items: ['early'] },
      { part: 'rest', afterProbation: true, items: ['late'] },
      { part: 'whole', afterProbation: true, items: [] },
    ]);
  });

  test.each<[string, number, PlannedStage['part'], boolean]>([
    ['before its end', 5, 'whole', false],
    ['after its end', 30, 'whole', true],
  ])('stay whole where everything is due %s', (_, day, part, afterProbation) => {
    const long = stage({ id: 'a', duration: { min: 2, unit: 'month' }, steps: [step('only', day)] });
    const { stages } = planOf({ stages: [long] }, monday, probation);
    expect([...stages.keys()]).toEqual(['a']);
    expect(stages.get('a')).toMatchObject({ part, afterProbation, from: monday });
  });

  test('hold the talks of the probation on the days of these, wherever the role has them, and drop them without one', () => {
    const stages = [
      stage({
        id: 'a',
        steps: [step('review', 3, { occasion: 'probation-review' }), step('middle', 3, { occasion: 'probation-midpoint' })],
      }),
      stage({ id: 'b', start: { day: 6 }, duration: { min: 1, unit: 'month' } }),
    ];
    const planned = planOf({ stages }, monday, probation);
    expect([planned.due.get('review')?.date, planned.due.get('middle')?.date]).toEqual(['2027-03-17', '2027-03-16']);
    expect([...(planned.stages.get('b')?.items ?? [])]).toEqual(['review', 'middle']);
    expect(planOf({ stages }).due.size).toBe(0);
  });

  test.each<[string, string, Partial<Stage>]>([
    ['where they have it', '2027-03-17', { steps: [step('review', 3, { occasion: 'probation-review' })] }],
    ['where they last over most of the probation', '2027-03-17', { duration: { min: 9, unit: 'working-day' } }],
    ['not where they are short', '2027-03-05', {}],
  ])('go on until the review: %s', (_, to, given) => {
    expect(periods(planOf({ stages: [stage({ id: 'a', ...given })] }, monday, probation))).toEqual([`a 2027-03-01 ${to}`]);
  });
});
