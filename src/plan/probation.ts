/** Probation: how long the law lets it be, when it ends and when it is reviewed. */
import { addDays, addMonths } from '../calendar/date.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import { diagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Jurisdiction } from '../jurisdiction.js';
import type { Organisation } from '../organisation.generated.js';
import type { Role } from '../role/role.generated.js';

export interface Probation {
  months: number;
  /** The last day of the probation. */
  end: string;
  /** The day on which manager and HR decide: two weeks before the end, on a working day. */
  review: string;
}

/** Enough for a decision, and for the notice that must precede a dismissal in Russia (Labour Code art. 71: three days). */
const reviewDaysBefore = 14;

/** The probation in months: what the organisation agrees to in its contracts, otherwise what the role proposes. */
export const probationMonths = (role: Role, organisation: Organisation | null): number | null =>
  organisation?.probation?.months ?? role.onboarding?.probation?.months ?? null;

/** The probation that begins on the first day of work; null when there is none. A part of a month counts as 30 days a month. */
export function probationFrom(firstDay: string, months: number | null, calendar: WorkCalendar): Probation | null {
  if (months === null || months <= 0) return null;
  const whole = Math.floor(months);
  const end = addDays(addMonths(firstDay, whole), Math.round((months - whole) * 30) - 1);
  const review = calendar.workingDayFrom(addDays(end, -reviewDaysBefore));
  return { months, end, review: review < firstDay ? firstDay : review };
}

/** The longest probation in months that the law allows for this role and contract; null when it sets no limit. */
export function probationLimit(role: Role, organisation: Organisation | null, { limits }: Jurisdiction): number | null {
  const { general, topManagement, fixedTerm = [] } = limits.probationMonths;
  const contract = organisation?.contract;
  if (contract?.kind === 'fixed-term' && contract.months !== undefined) {
    const { months } = contract;
    const fitting = fixedTerm.find(
      ({ through, below }) => (through !== undefined && months <= through) || (below !== undefined && months < below),
    );
    if (fitting) return fitting.limit;
  }
  return role.tier === 'top' ? topManagement : general;
}

/** Whether the probation is longer than the law allows; a longer one is void in the Netherlands (art. 7:652 BW). */
export function probationProblems(role: Role, organisation: Organisation | null, jurisdiction: Jurisdiction): Diagnostic[] {
  const months = probationMonths(role, organisation);
  const limit = probationLimit(role, organisation, jurisdiction);
  if (months === null || limit === null || months <= limit) return [];
  const law = jurisdiction.laws.find(({ id }) => id === jurisdiction.limits.probationMonths.law)?.citation ?? '';
  return [diagnostic('probation-too-long', { role: role.id, months, limit, law }, {}, 'warning')];
}
