/** The probation and what the law wants done when somebody starts, in words and, where they can be reckoned, with dates. */
import { addDays, addMonths } from '../calendar/date.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import type { StartingDuty } from '../jurisdiction.js';
import type { Plan } from '../plan/plan.js';
import { probationMonths } from '../plan/probation.js';
import type { Role } from '../role/role.generated.js';
import { dateInWords } from './onboarding.js';
import type { StageView } from './onboarding.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export function probationView(role: Role, { organisation, calendar }: Parties, wording: Wording, plan: Plan | null) {
  const {
    jurisdiction: { probation: law },
    locale,
  } = wording;
  const months = probationMonths(role, organisation);
  const dates = plan?.probation ?? null;
  const inWords = (date: string): string => dateInWords(date, wording);
  return {
    /** False where it is known that there is none. */
    possible: months === null || months > 0,
    // What a role proposes is not what a contract says.
    length: organisation && months !== null && months > 0 ? wording.phrase('span.month', { n: months }) : null,
    end: dates && inWords(dates.end),
    review: dates && inWords(dates.review),
    notice: dates && law.noticeDays !== null && calendar ? inWords(calendar.workingDayUntil(addDays(dates.end, -law.noticeDays))) : null,
    extension: law.extension,
    rules: law.rules.map(({ text }, at) => ({ id: `probation-rule-${at + 1}`, text: text[locale] })),
  };
}

/** What falls into the probation; without dates, all of it. */
export function reviewView({ stages, checks }: Reviewed, plan: Plan | null) {
  const end = plan?.probation?.end;
  const within = (date: string | undefined): boolean => end === undefined || date === undefined || date <= end;
  return {
    stages: stages.filter(({ id, goal, exit }) => (exit ?? goal) !== null && within(plan?.stages.get(id)?.from)),
    checks: checks.filter(({ id }) => within(plan?.due.get(id)?.date)),
  };
}

interface Reviewed {
  stages: readonly Omit<StageView, 'steps'>[];
  checks: StageView['checks'];
}

/** What the law of the country wants when somebody starts. */
export const startingView = ({ calendar }: Parties, wording: Wording, plan: Plan | null) =>
  wording.jurisdiction.starting.map(({ id, laws, text, when, until, note }) => {
    const last = until && plan && calendar ? lastDay(until, plan.firstDay, calendar) : null;
    return {
      id,
      text: text[wording.locale],
      note: note?.[wording.locale] ?? null,
      basis: laws.map((law) => namedLaw(law, wording)).join('; '),
      when: when[wording.locale],
      until: last && dateInWords(last, wording),
      /** The same as a date. */
      last,
    };
  });

/** The law of a reference as documents name it in their language. */
export function namedLaw(id: string, { jurisdiction, locale }: Wording): string {
  const law = jurisdiction.laws.find((one) => one.id === id);
  return law?.named?.[locale] ?? law?.citation ?? id;
}

/** A term of the law ends on its own day, day off or not: to be early is never wrong. */
function lastDay({ value, unit }: NonNullable<StartingDuty['until']>, firstDay: string, calendar: WorkCalendar): string {
  switch (unit) {
    case 'working-day':
      return value === 0 ? firstDay : calendar.addWorkingDays(firstDay, value);
    case 'calendar-day':
      return addDays(firstDay, value);
    case 'week':
      return addDays(firstDay, 7 * value);
    case 'month':
      return addMonths(firstDay, value);
  }
}
