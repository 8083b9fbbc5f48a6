/** The probation and what the law wants done when somebody starts, in words and, where they can be reckoned, with dates. */
import type { Plan } from '../law/plan.js';
import { lastNotice, probationMonths } from '../law/probation.js';
import { lastDayOf } from '../law/terms.js';
import type { Role } from '../role/role.generated.js';
import { dateInWords } from './onboarding.js';
import type { StageView } from './onboarding.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

export function probationView(role: Role, parties: Parties, wording: Wording, plan: Plan | null) {
  const { jurisdiction, locale } = wording;
  const { person, organisation, calendar } = parties;
  const { usual, extension, rules } = jurisdiction.probation;
  const months = probationMonths(role, parties, jurisdiction);
  const dates = plan?.probation ?? null;
  const notice = dates && calendar && lastNotice(dates, jurisdiction, calendar);
  const inWords = (date: string): string => dateInWords(date, wording);
  return {
    /** False where it is known that there is none, or where nobody set one and none is usual. */
    possible: months === null ? usual : months > 0,
    // What a role proposes is not what a contract says.
    length: (organisation ?? person?.probation) && months !== null && months > 0 ? inMonths(months, wording) : null,
    end: dates && inWords(dates.end),
    review: dates && inWords(dates.review),
    notice: notice && inWords(notice),
    extension,
    rules: rules.map(({ text }, at) => ({ id: `probation-rule-${at + 1}`, text: text[locale] })),
  };
}

/** Half a month is two weeks to whoever reads it: a quarter of a month is reckoned as a week. */
const inMonths = (months: number, { phrase }: Wording): string =>
  months < 1 && Number.isInteger(months * 4) ? phrase('span.week', { n: months * 4 }) : phrase('span.month', { n: months });

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
    const last = until && plan && calendar ? lastDayOf(until, plan.firstDay, calendar) : null;
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
