/** The probation in words and, where they can be reckoned, with dates. */
import type { Plan } from '../law/plan.js';
import { isVoid, probationMonths } from '../law/probation.js';
import type { Role } from '../role/role.generated.js';
import { dateInTable, dateInWords } from './onboarding.js';
import { namedLaw } from './starting.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export function probationView(role: Role, parties: Parties, wording: Wording, plan: Plan | null) {
  const { jurisdiction, locale, phrase } = wording;
  const { person, organisation } = parties;
  const { usual, extension, rules, term = 'probation', checkIns = [] } = jurisdiction.probation;
  const months = probationMonths(role, parties, jurisdiction);
  const invalid = isVoid(months, role, parties, jurisdiction);
  const dates = plan?.probation ?? null;
  const inTable = (date: string | null): string | null => (date ? dateInTable(date, wording) : null);
  const inWords = (date: string | null | undefined): string | null => (date ? dateInWords(date, wording) : null);
  /** False where it is known that there is none, or where nobody set one and none is usual. */
  const possible = months === null ? usual : months > 0;
  const { law } = jurisdiction.limits.probationMonths;
  /** Talks on given days, where there is no probation. */
  const talks = possible
    ? []
    : checkIns.map((day) => {
        const date = plan?.checkIns.find((one) => one.day === day)?.date ?? null;
        return {
          id: `check-in-${day}`,
          // The last of them is the review that the head of the paper names.
          text: day === checkIns.at(-1) ? phrase('review.kind', { term: 'days' }) : phrase('probation.check-in', { n: day }),
          due: inTable(date) ?? phrase('day.after-calendar', { n: day }),
          date,
        };
      });
  /** The talks of manager and new employee, with their days where these are known. */
  const appointments =
    possible && !invalid
      ? (['midpoint', 'review'] as const).flatMap((id) => {
          const date = dates?.[id] ?? null;
          // Too short a probation has no middle.
          return dates && date === null
            ? []
            : [{ id: `probation-${id}`, text: phrase(`probation.talks.${id}`, { term }), date, due: inTable(date) }];
        })
      : [];
  const notice = lastNotice(plan, wording);
  const manager = phrase('actor.manager');
  return {
    possible,
    /** Whether its talks are held: not where it is void. */
    talks: possible && !invalid,
    /** How phrases call it; a review after a number of days where there is none. */
    term: possible || checkIns.length === 0 ? term : 'days',
    /** The day of that review. */
    reviewAfter: possible ? null : inWords(plan?.checkIns.at(-1)?.date),
    /** That what was agreed is void; null where it is not. */
    void: invalid ? phrase('probation.void', { law: (law && namedLaw(law, wording)) ?? 'none' }) : null,
    // What a role proposes is not what a contract says.
    length: (organisation ?? person?.probation) && months !== null && months > 0 && !invalid ? inMonths(months, wording) : null,
    midpoint: inWords(dates?.midpoint),
    review: inWords(dates?.review),
    end: inWords(dates?.end),
    notice: inWords(dates?.notice),
    dismissal: inWords(dates?.dismissal),
    noticeRule:
      dates?.notice && dates.dismissal
        ? phrase(jurisdiction.probation.noticeDays === 0 ? 'probation.notice-received' : 'probation.notice-given', {
            date: dateInWords(dates.notice, wording),
            dismissal: dateInWords(dates.dismissal, wording),
          })
        : null,
    /** When protection against dismissal begins: for those who decide, not for the newcomer. */
    service: dates?.service
      ? phrase('probation.service', {
          months: jurisdiction.probation.service?.months ?? 0,
          complete: dateInWords(dates.service.complete, wording),
          notice: dateInWords(dates.service.notice, wording),
          known: (person?.contract?.notice ?? organisation?.contract?.notice) === undefined ? 'no' : 'yes',
        })
      : null,
    checkIns: talks,
    appointments,
    /** What HR gets from the talks, and by when it has to be known whether the work goes on. */
    collected: [
      ...appointments.map((talk) => ({ ...talk, by: manager, collect: phrase(`plan-hr.collect.${talk.id}`) })),
      ...talks.map((talk) => ({ ...talk, by: manager, collect: phrase('plan-hr.collect.check-in') })),
      ...(notice === null
        ? []
        : [
            {
              id: 'last-notice',
              text: notice.text,
              date: notice.date,
              due: inTable(notice.date),
              by: manager,
              collect: phrase('plan-hr.collect.last-notice', { months: notice.months }),
            },
          ]),
    ],
    extension,
    /** Whether the contract has to allow an extension; an introductory period is the employer’s own. */
    byContract: term !== 'introductory',
    rules: rules.map(({ text }, at) => ({ id: `probation-rule-${at + 1}`, text: text[locale] })),
  };
}

/**
 * The last day for notice: by the end of the probation, or else before the service that protects against dismissal, which
 * has so many `months` (0 for the probation). Null where there is none.
 */
export function lastNotice(plan: Plan | null, { jurisdiction, phrase }: Wording) {
  const { notice, service } = plan?.probation ?? {};
  const date = notice ?? service?.notice ?? null;
  const months = notice ? 0 : (jurisdiction.probation.service?.months ?? 0);
  return date === null ? null : { date, months, text: phrase('probation.last-notice', { months }) };
}

/** Half a month is two weeks to whoever reads it: a quarter of a month is reckoned as a week. */
const inMonths = (months: number, { phrase }: Wording): string =>
  months < 1 && Number.isInteger(months * 4) ? phrase('span.week', { n: months * 4 }) : phrase('span.month', { n: months });
