/** A role’s onboarding with the dates of one person: stages from and to, a due date for every step and check. */
import type { Check, Day, Onboarding, Role, Span, Stage, Step } from '../role/role.generated.js';
import type { Employment } from './contract.js';
import { addDays, addMonths, daysBetween, yearOf } from './dates.js';
import type { Jurisdiction } from './jurisdiction.js';
import { validMonths } from './probation.js';
import { probationDates } from './probation-dates.js';
import type { ProbationDates } from './probation-dates.js';
import { legalDates } from './terms.js';
import type { WorkCalendar } from './work-calendar.js';
import { ownCalendar, workDaysOf } from './work-days.js';

export interface Plan {
  /** The first day of work. */
  readonly firstDay: string;
  /**
   * In the order of the plan, by the id of the part; a stage with work before and after the end of the probation has two.
   * Each begins on the next working day after the one before it.
   */
  readonly stages: ReadonlyMap<string, PlannedStage>;
  /** By the id of the step or check; each lies within its stage. What belongs to a probation is not here without one. */
  readonly due: ReadonlyMap<string, DueDate>;
  /** The day by which the newcomer works at full strength, not moved to a working day. */
  readonly fullPerformance: string | null;
  readonly probation: ProbationDates | null;
  /** Talks where there is no probation. */
  readonly checkIns: readonly CheckIn[];
  /** The last days of what the law wants done, by the ids of the duties. */
  readonly legal: ReadonlyMap<string, string>;
  /** The years of its dates whose days off the state has yet to move, in order. */
  readonly provisional: readonly number[];
}

/** Both days belong to it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface PlannedStage extends Period {
  /** The id of the stage in the role. */
  readonly stage: string;
  /** The whole stage, what lies in the probation, or what is left after it. */
  readonly part: 'whole' | 'first' | 'rest';
  /** Whether it begins after the last day of the probation, or everything in it is due after that day. */
  readonly afterProbation: boolean;
  /** The ids of its steps and checks. */
  readonly items: ReadonlySet<string>;
}

export interface DueDate {
  readonly date: string;
  /** The day off on which the plan would have put it; null when it was not moved. */
  readonly movedFrom: string | null;
}

export interface CheckIn {
  /** The calendar day of work, the first being 1. */
  readonly day: number;
  readonly date: string;
}

/** Whose onboarding it is: without a hire date or a calendar its days stay relative. */
export interface Starting extends Employment {
  /** The department, by its id in the organisation, where the person does not name one. */
  department?: string | null;
  calendar?: WorkCalendar | null;
}

/** The dates of an onboarding and its probation; null for a role without one, and where it is not known on which day the work begins. */
export function planFor(role: Role, starting: Starting, jurisdiction: Jurisdiction): Plan | null {
  const { person, calendar: company } = starting;
  if (!role.onboarding || !person?.hireDate || !company) return null;
  // Terms of the law run from the day on which the organisation works, whatever days are the person’s.
  const firstDay = company.workingDayFrom(person.hireDate);
  const calendar = ownCalendar(company, workDaysOf(role, starting), person.hireDate);
  const probation = probationDates(firstDay, validMonths(role, starting, jurisdiction), starting, jurisdiction, company, calendar);
  const days = probation ? [] : (jurisdiction.probation.checkIns ?? []);
  const planned = planOnboarding(heldIn(role.onboarding, jurisdiction.id), person.hireDate, calendar, probation);
  const checkIns = days.map((day) => ({ day, date: calendar.workingDayFrom(addDays(firstDay, day - 1)) }));
  const legal = legalDates(jurisdiction.starting, firstDay, starting, company);
  const dates = [...datesOf(planned), ...checkIns.map(({ date }) => date), ...legal.values()];
  return { ...planned, checkIns, legal, provisional: provisionalYears(dates, calendar) };
}

/** The onboarding without the steps of other countries: no paper prints them, and no stage is to wait for them. */
const heldIn = (onboarding: Onboarding, country: string): Onboarding => ({
  ...onboarding,
  stages: onboarding.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.filter(({ jurisdictions }) => !jurisdictions || jurisdictions.some((id) => id === country)),
  })),
});

/** The years among these dates that are reckoned provisionally, in order. */
export function provisionalYears(dates: readonly string[], calendar: WorkCalendar): number[] {
  return [...new Set(dates.filter((date) => calendar.provisional(date)).map(yearOf))].sort((a, b) => a - b);
}

const datesOf = ({ firstDay, stages, due, probation }: Dated): string[] => [
  firstDay,
  ...[...stages.values()].flatMap(({ from, to }) => [from, to]),
  ...[...due.values()].map(({ date }) => date),
  ...(probation ? [probation.midpoint ?? firstDay, probation.review, probation.notice ?? firstDay, probation.end] : []),
];

type Dated = Pick<Plan, 'firstDay' | 'stages' | 'due' | 'fullPerformance' | 'probation'>;

/**
 * Counts from the hire date on; when that is a day off, from the next working day. The calendar decides alone, so the same
 * plan comes out whenever it is made.
 */
export function planOnboarding(onboarding: Onboarding, hireDate: string, calendar: WorkCalendar, probation: ProbationDates | null): Dated {
  const firstDay = calendar.workingDayFrom(hireDate);
  const periods = joined(onboarding.stages, firstDay, probation, calendar);
  const due = new Map(
    onboarding.stages.flatMap((stage, at) =>
      itemsOf(stage).flatMap((item) => {
        const found = item.occasion ? occasionOf(item.occasion, probation) : within(dueDate(item.due, firstDay, calendar), periods[at]);
        return found ? [[item.id, found] as const] : [];
      }),
    ),
  );
  const { fullPerformance } = onboarding;
  return {
    firstDay,
    stages: new Map(placed(onboarding.stages, periods, due).flatMap((stage) => cut(stage, due, probation, calendar))),
    due,
    fullPerformance:
      fullPerformance && isLong(fullPerformance.unit) ? endOf(firstDay, fullPerformance.value, fullPerformance.unit, calendar) : null,
    probation,
  };
}

const itemsOf = ({ steps, checks = [] }: Stage): (Step | Check)[] => [...steps, ...checks];

function occasionOf(occasion: NonNullable<Step['occasion']>, probation: ProbationDates | null): DueDate | null {
  const date = occasion === 'probation-review' ? probation?.review : probation?.midpoint;
  return date ? { date, movedFrom: null } : null;
}

/** Nothing is due before its stage begins. */
const within = (due: DueDate, period: Period | undefined): DueDate =>
  period && due.date < period.from ? { date: period.from, movedFrom: null } : due;

/**
 * The stages one after another, on working days and without a day between: each lasts until the next is to begin, or
 * until its own last deadline where that is later; the last one as long as it says, and until the review of the
 * probation where it has the talks of the probation or lasts over most of it: a first week remains a week.
 */
function joined(stages: readonly Stage[], firstDay: string, probation: ProbationDates | null, calendar: WorkCalendar): Period[] {
  const periods: Period[] = [];
  const hasTalks = stages.flatMap(itemsOf).some(({ occasion }) => occasion);
  const fills = (to: string): boolean =>
    probation !== null && (hasTalks || daysBetween(firstDay, to) * 2 > daysBetween(firstDay, probation.review));
  for (const [at, stage] of stages.entries()) {
    const before = periods.at(-1);
    const from = before ? calendar.addWorkingDays(before.to, 1) : dueDate(stage.start, firstDay, calendar).date;
    const next = stages[at + 1];
    const planned = next
      ? calendar.addWorkingDays(dueDate(next.start, firstDay, calendar).date, -1)
      : calendar.workingDayUntil(endOf(from, stage.duration.max ?? stage.duration.min, stage.duration.unit, calendar));
    const deadlines = itemsOf(stage).flatMap(({ due, occasion }) => (occasion ? [] : [dueDate(due, firstDay, calendar).date]));
    periods.push({ from, to: latest(from, planned, ...deadlines, ...(!next && probation && fills(planned) ? [probation.review] : [])) });
  }
  return periods;
}

const latest = (...dates: string[]): string => dates.reduce((last, date) => (date > last ? date : last));

interface Placed extends Period {
  stage: string;
  items: ReadonlySet<string>;
}

/** Each stage with what falls into it: its own steps and checks, and the talks of the probation on whose days it is. */
function placed(stages: readonly Stage[], periods: readonly Period[], due: Plan['due']): Placed[] {
  const talks = stages.flatMap(itemsOf).filter(({ occasion }) => occasion);
  return stages.flatMap((stage, at) => {
    const period = periods[at];
    if (!period) return [];
    const isIn = ({ id }: Step | Check): boolean => {
      const date = due.get(id)?.date;
      return date !== undefined && date >= period.from && date <= period.to;
    };
    const own = itemsOf(stage).filter(({ occasion }) => !occasion);
    return [{ ...period, stage: stage.id, items: new Set([...own, ...talks.filter(isIn)].map(({ id }) => id)) }];
  });
}

/** A stage with work before and after the end of the probation is printed in two parts, so that nobody is judged by what comes after. */
function cut(stage: Placed, due: Plan['due'], probation: ProbationDates | null, calendar: WorkCalendar): [string, PlannedStage][] {
  const whole = (afterProbation: boolean): [string, PlannedStage][] => [[stage.stage, { ...stage, part: 'whole', afterProbation }]];
  if (!probation || stage.to <= probation.end) return whole(false);
  const lastDay = calendar.workingDayUntil(probation.end);
  if (stage.from > lastDay) return whole(true);
  const inProbation = (id: string): boolean => (due.get(id)?.date ?? '') <= probation.end;
  const ids = [...stage.items];
  const [before, after] = [ids.filter(inProbation), ids.filter((id) => !inProbation(id))];
  // A part in which nobody has anything to do would be a heading over nothing.
  if (before.length === 0 || after.length === 0) return whole(after.length > 0);
  const rest: PlannedStage = {
    ...stage,
    from: calendar.addWorkingDays(lastDay, 1),
    part: 'rest',
    afterProbation: true,
    items: new Set(after),
  };
  return [
    [stage.stage, { ...stage, to: lastDay, part: 'first', afterProbation: false, items: new Set(before) }],
    [`${stage.stage}-rest`, rest],
  ];
}

/**
 * The first day of work is day 1, the day before it day −1. A due date on a day off moves to the next working day; what
 * must be ready before the first day moves to the last working day before it, so that it is ready.
 */
function dueDate({ day, unit }: Day, firstDay: string, calendar: WorkCalendar): DueDate {
  if (unit !== 'calendar-day') return { date: calendar.addWorkingDays(firstDay, day > 0 ? day - 1 : day), movedFrom: null };
  const planned = addDays(firstDay, day > 0 ? day - 1 : day);
  const date = day > 0 ? calendar.workingDayFrom(planned) : calendar.workingDayUntil(planned);
  return { date, movedFrom: date === planned ? null : planned };
}

/** The units that make a date; hours and minutes do not. */
type LongUnit = Stage['duration']['unit'];
const isLong = (unit: Span['unit']): unit is LongUnit => unit !== 'hour' && unit !== 'minute';

/** The last day of a span that begins on a day: a month from 15 January ends on 14 February. */
function endOf(from: string, length: number, unit: LongUnit, calendar: WorkCalendar): string {
  switch (unit) {
    case 'working-day':
      return calendar.addWorkingDays(from, Math.max(0, Math.ceil(length) - 1));
    case 'calendar-day':
      return addDays(from, Math.ceil(length) - 1);
    case 'week':
      return addDays(from, Math.ceil(length * 7) - 1);
    case 'month':
      return addDays(addMonths(from, Math.floor(length)), Math.round((length % 1) * 30) - 1);
  }
}
