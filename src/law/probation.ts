/** Probation: who sets it, how long the law lets it be, when it ends, is reviewed and may still be given notice in. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Role } from '../role/role.generated.js';
import { cited } from './citation.js';
import { termOf } from './contract.js';
import type { Employment } from './contract.js';
import { addDays, addMonths } from './dates.js';
import type { Jurisdiction } from './jurisdiction.js';
import type { WorkCalendar } from './work-calendar.js';

export interface Probation {
  months: number;
  /** The last day of the probation. */
  end: string;
  /** The day on which manager and HR decide: two weeks before the end, on a working day. */
  review: string;
}

/** Enough for a decision, and for the notice that must precede a dismissal in Russia (Labour Code art. 71: three days). */
const reviewDaysBefore = 14;

/** A quarter of a month is a week, so that half a month is the two weeks of the law (Russia, Labour Code art. 70). */
const daysOfPartMonth = 28;

/**
 * The probation in months: what is agreed with the person, otherwise what the role states, otherwise what is usual in the
 * organisation; null where nobody says. Where a probation is not usual, as in the United States, a role’s is no more than a
 * proposal, and it does not count.
 */
export function probationMonths(role: Role, { person, organisation }: Employment, { probation }: Jurisdiction): number | null {
  const ofRole = probation.usual ? role.onboarding?.probation?.months : undefined;
  return person?.probation?.months ?? ofRole ?? organisation?.probation?.months ?? null;
}

/** The probation that begins on the first day of work; null when there is none. */
export function probationFrom(firstDay: string, months: number | null, calendar: WorkCalendar): Probation | null {
  if (months === null || months <= 0) return null;
  const whole = Math.floor(months);
  const end = addDays(addMonths(firstDay, whole), Math.round((months - whole) * daysOfPartMonth) - 1);
  const review = calendar.workingDayFrom(addDays(end, -reviewDaysBefore));
  return { months, end, review: review < firstDay ? firstDay : review };
}

/** The last working day on which notice of a failed probation can be given; null where contracts decide. */
export const lastNotice = ({ end }: Probation, { probation }: Jurisdiction, calendar: WorkCalendar): string | null =>
  probation.noticeDays === null ? null : calendar.workingDayUntil(addDays(end, -probation.noticeDays));

/** The longest probation in months that the law allows; null when it sets no limit. Without a role, for most people. */
export function probationLimit(role: Role | null, employment: Employment, { limits }: Jurisdiction): number | null {
  const { general, topManagement, fixedTerm = [], openEnd } = limits.probationMonths;
  const term = termOf(employment);
  if (term?.kind === 'months') {
    const fitting = fixedTerm.find(({ through = -1, below = 0 }) => term.months <= through || term.months < below);
    if (fitting) return fitting.limit;
  }
  if (term?.kind === 'open-end' && openEnd !== undefined) return openEnd;
  return role?.tier === 'top' ? topManagement : general;
}

/** A probation that is longer than the law allows. */
export interface TooLong {
  months: number;
  limit: number;
  /** The article, with the day on which somebody compared it. */
  law: string;
}

/** Null where the law allows so many months, or sets no limit. */
export function tooLong(months: number | null, role: Role | null, employment: Employment, jurisdiction: Jurisdiction): TooLong | null {
  const limit = probationLimit(role, employment, jurisdiction);
  return months === null || limit === null || months <= limit ? null : { months, limit, law: limitLaw(jurisdiction) };
}

const limitLaw = ({ laws, limits }: Jurisdiction): string => {
  const law = laws.find(({ id }) => id === limits.probationMonths.law);
  return law ? cited(law.citation, law.checked) : '';
};

/**
 * Whether the probation is longer than the law allows; a longer one is void in the Netherlands (art. 7:652 BW). It is
 * never made shorter: what was agreed has to be put right by those who agreed it. And whether the role’s was taken although
 * another is usual in the organisation, which says so in its file.
 */
export function probationProblems(role: Role, employment: Employment, jurisdiction: Jurisdiction): Diagnostic[] {
  const months = probationMonths(role, employment, jurisdiction);
  const found = tooLong(months, role, employment, jurisdiction);
  const usual = employment.organisation?.probation?.months ?? months;
  const own = employment.person?.probation !== undefined || usual === months;
  return [
    ...(found ? [diagnostic('probation-too-long', { role: role.id, ...found }, {}, 'warning')] : []),
    ...(own ? [] : [diagnostic('probation-of-role', { role: role.id, months: months ?? 0, usual: usual ?? 0 }, {}, 'info')]),
  ];
}
