/** Probation: who sets it, how long the law lets it be, and what is wrong with one. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Role } from '../role/role.generated.js';
import { cited } from './citation.js';
import { termOf } from './contract.js';
import type { Employment } from './contract.js';
import type { Jurisdiction } from './jurisdiction.js';
import { extendedEnd, lastDayOfMonths } from './probation-dates.js';
import { serviceDates } from './service.js';

/**
 * The probation in months: what is agreed with the person, otherwise what the role states, otherwise what is usual in the
 * organisation; null where nobody says. Where a probation is not usual, as in the United States, a role’s is no more than a
 * proposal, and it does not count.
 */
export function probationMonths(role: Role, { person, organisation }: Employment, { probation }: Jurisdiction): number | null {
  const ofRole = probation.usual ? role.onboarding?.probation?.months : undefined;
  return person?.probation?.months ?? ofRole ?? organisation?.probation?.months ?? null;
}

/** The longest probation in months that the law allows; null when it sets no limit. Without a role, for most people. */
export function probationLimit(role: Role | null, employment: Employment, { limits }: Jurisdiction): number | null {
  const { general, topManagement, fixedTerm = [], openEnd, successive } = limits.probationMonths;
  if (successive !== undefined && employment.person?.contract?.successive) return successive;
  const term = termOf(employment);
  if (term?.kind === 'months') {
    const fitting = fixedTerm.find(({ through = -1, below = 0 }) => term.months <= through || term.months < below);
    if (fitting) return raised(fitting.limit, employment, limits.probationMonths);
  }
  if (term?.kind === 'open-end' && openEnd !== undefined) return raised(openEnd, employment, limits.probationMonths);
  return role?.tier === 'top' ? topManagement : general;
}

/** What a collective agreement makes of a shorter limit: more, up to its own bound; but no probation stays none. */
function raised(limit: number, { person, organisation }: Employment, { collective }: Jurisdiction['limits']['probationMonths']): number {
  const agreed = person?.contract?.caoMonths ?? organisation?.contract?.caoMonths;
  if (limit === 0 || collective === undefined || agreed === undefined) return limit;
  return Math.max(limit, Math.min(agreed, collective));
}

/** A probation that is longer than the law allows. */
export interface TooLong {
  months: number;
  limit: number;
  /** The article, with the day on which somebody read it. */
  law: string;
}

/** Null where the law allows so many months, or sets no limit. */
export function tooLong(months: number | null, role: Role | null, employment: Employment, jurisdiction: Jurisdiction): TooLong | null {
  const limit = probationLimit(role, employment, jurisdiction);
  return months === null || limit === null || months <= limit
    ? null
    : { months, limit, law: lawNamed(jurisdiction.limits.probationMonths.law, jurisdiction) };
}

/** Whether the probation is void because it is too long: there is none then, and it is never made shorter. */
export const isVoid = (months: number | null, role: Role, employment: Employment, jurisdiction: Jurisdiction): boolean =>
  (jurisdiction.limits.probationMonths.void ?? false) && tooLong(months, role, employment, jurisdiction) !== null;

/** The months that really are a probation: none where it is void. */
export function validMonths(role: Role, employment: Employment, jurisdiction: Jurisdiction): number | null {
  const months = probationMonths(role, employment, jurisdiction);
  return isVoid(months, role, employment, jurisdiction) ? null : months;
}

const lawNamed = (id: string | null, { laws }: Jurisdiction): string => {
  const law = laws.find((one) => one.id === id);
  return law ? cited(law.citation, law) : '';
};

/**
 * Whether the probation is longer than the law allows; a longer one is void in the Netherlands (art. 7:652 BW). It is
 * never made shorter: what was agreed has to be put right by those who agreed it. Whether the role’s was taken although
 * another is usual in the organisation, which says so in its file. Whether it was extended where the law knows no
 * extension, and whether it leads into protection against dismissal.
 */
export function probationProblems(role: Role, employment: Employment, jurisdiction: Jurisdiction): Diagnostic[] {
  const months = probationMonths(role, employment, jurisdiction);
  const found = tooLong(months, role, employment, jurisdiction);
  const usual = employment.organisation?.probation?.months ?? months;
  const own = employment.person?.probation !== undefined || usual === months;
  const extended = employment.person?.probation?.extendedUntil !== undefined && !jurisdiction.probation.extension;
  return [
    ...(found ? [diagnostic('probation-too-long', { role: role.id, ...found }, {}, 'warning')] : []),
    ...(own ? [] : [diagnostic('probation-of-role', { role: role.id, months: months ?? 0, usual: usual ?? 0 }, {}, 'info')]),
    ...(extended ? [diagnostic('probation-not-extended', { role: role.id, country: jurisdiction.id }, {}, 'warning')] : []),
    ...serviceProblems(role, months, employment, jurisdiction),
  ];
}

/** So many months before the protection begins, whoever plans a probation is told; less leaves time to decide. */
const nearMonths = 1;

/** A probation, extended or not, whose end leaves no time for notice before protection against dismissal begins. */
function serviceProblems(role: Role, months: number | null, employment: Employment, jurisdiction: Jurisdiction): Diagnostic[] {
  const { service } = jurisdiction.probation;
  if (!service || months === null || months <= 0) return [];
  const facts = { role: role.id, months, limit: service.months, law: lawNamed(service.law, jurisdiction) };
  const { person } = employment;
  const firstDay = person?.hireDate;
  const dates = firstDay === undefined ? null : serviceDates(firstDay, employment, service);
  const extended = extendedEnd(person, jurisdiction);
  const end = extended ?? (firstDay === undefined ? null : lastDayOfMonths(firstDay, months));
  if (months >= service.months || (dates !== null && end !== null && end > dates.notice))
    return [diagnostic('probation-reaches-protection', { ...facts, extended: extended === null ? 'no' : 'yes' }, {}, 'warning')];
  return months >= service.months - nearMonths ? [diagnostic('probation-near-protection', facts, {}, 'info')] : [];
}
