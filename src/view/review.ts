/** What a review of the probation may judge: goals, checks and measures whose time is over before its day. */
import { lowerFirst } from '../language/sentences.js';
import { addDays, addMonths } from '../law/dates.js';
import { provisionalYears } from '../law/plan.js';
import type { Plan } from '../law/plan.js';
import type { ProbationDates } from '../law/probation-dates.js';
import type { Kpi, Role } from '../role/role.generated.js';
import type { kpiView } from './measures.js';
import { dateInWords, provisionalNote } from './onboarding.js';
import type { OnboardingView } from './onboarding.js';
import type { Parties, Results } from './parties.js';
import type { Wording } from './wording.js';

interface Reviewed {
  role: Role;
  stages: OnboardingView['stages'];
  kpis: readonly ReturnType<typeof kpiView>[];
}

/** Without dates, all stages and checks but the talk of the review itself, and the measures of a month or less. */
export function reviewView({ role, stages, kpis }: Reviewed, { calendar, results = null }: Parties, wording: Wording, plan: Plan | null) {
  const probation = plan?.probation ?? null;
  // Where no probation is set, the last of the talks on given days is the review.
  const reviewDay = probation?.review ?? plan?.checkIns.at(-1)?.date ?? null;
  // What comes before the first day of work is not the newcomer’s to be judged by.
  const theirs = stages.filter(
    ({ part, goal, exit, steps, checks: tests }) =>
      ((exit ?? goal) !== null || part === 'first') && (part === 'rest' || steps.some(({ early }) => !early) || tests.length > 0),
  );
  const judged = (id: string): boolean => {
    const last = plan?.stages.get(id)?.to ?? plan?.due.get(id)?.date;
    return reviewDay === null || last === undefined || last < reviewDay;
  };
  const checks = stages.flatMap((stage) => stage.checks).filter(({ occasion }) => occasion === null);
  const fits = (id: string): boolean => isOver(role.kpis?.find((kpi) => kpi.id === id)?.period ?? 'continuous', probation);
  const from = fullTargetFrom(role, plan, reviewDay);
  const until = (date: string | undefined): string => (date === undefined ? 'none' : dateInWords(date, wording));
  // Of a stage in two parts, the whole is over with the second.
  const isWhole = ({ part }: { part: string }): boolean => part !== 'first';
  const lower = (words: string): string => lowerFirst(words);
  // Of a stage that goes on, what the newcomer had to do before the day of the review is judged all the same.
  const dueBefore = (stage: OnboardingView['stages'][number]): string[] =>
    stage.steps.filter(({ id, actor }) => actor === 'new-hire' && plan !== null && judged(id)).map(({ text }) => text);
  const running = theirs.filter((stage) => !judged(stage.id));
  const later = [
    ...running.map((stage) => ({
      id: stage.id,
      text: wording.phrase(dueBefore(stage).length > 0 ? 'review.later-part' : 'review.later-stage', {
        what: lower(stage.title),
        date: until(plan?.stages.get(stage.id)?.to),
      }),
    })),
    ...checks
      .filter(({ id }) => !judged(id))
      .map(({ id, title }) => ({
        id,
        text: wording.phrase('review.later-check', { what: lower(title), date: until(plan?.due.get(id)?.date) }),
      })),
    ...kpis
      .filter(({ id }) => !fits(id))
      .map(({ id, name, period }) => ({
        id,
        // The name of a measure may tell its period already: “over the same quarter of the previous year”.
        text: wording.phrase('review.later-measure', { what: lower(name), period: name.includes(period) ? 'none' : period }),
      })),
  ].map((one) => ({ ...one, items: [] }));
  return {
    stages: [
      ...theirs.filter((stage) => isWhole(stage) && judged(stage.id)),
      ...running.filter((stage) => dueBefore(stage).length > 0).map((stage) => ({ ...stage, exit: dueBefore(stage).join('; ') })),
    ].map((stage) => ({ ...stage, said: stepsSaid(stage, results, wording) })),
    checks: checks.filter(({ id }) => judged(id)).map((check) => ({ ...check, ...resultOf(check.id, results, wording) })),
    /** The target of each is set for the period where the role’s own is that of somebody who works at full strength. */
    kpis: kpis
      .filter(({ id }) => fits(id))
      .map((kpi) => ({ ...kpi, open: kpi.open || from !== null, later: kpi.open ? null : fullTarget(kpi, from, wording) })),
    /** Whether targets are left to be set for the period. */
    ownTargets: from !== null,
    /** What is not judged, because its time comes later. */
    later,
    provisional: provisionalNote(plan && calendar ? provisionalYears(printed(plan, later), calendar) : [], wording),
  };
}

/** How many of the newcomer’s steps are done, and which are not; null where nobody has told. What it is worth, the manager says. */
function stepsSaid(
  { steps }: Pick<OnboardingView['stages'][number], 'steps'>,
  results: Results | null,
  { phrase }: Wording,
): string | null {
  const own = steps.filter(({ actor }) => actor === 'new-hire');
  if (!results || own.length === 0) return null;
  const open = own.filter(({ id }) => !results.done.includes(id)).map(({ text }) => lowerFirst(text));
  return phrase('review.steps-done', { done: own.length - open.length, count: own.length, open: open.join('; ') || 'none' });
}

/** The box that is ticked, and who found it when, in which words. */
function resultOf(id: string, results: Results | null, wording: Wording) {
  const found = results && Object.hasOwn(results.checks, id) ? results.checks[id] : undefined;
  return {
    passed: found?.passed === true ? 'yes' : 'no',
    failed: found?.passed === false ? 'yes' : 'no',
    said: found
      ? wording.phrase('review.check-held', { by: found.by, date: dateInWords(found.on, wording), words: found.words ?? 'none' })
      : null,
  };
}

/** From when the targets of the role are meant to be reached, where that is after the review: a date, or nothing but later. */
type From = { readonly date: string | null } | null;

/**
 * Nobody is measured in a probation by what is expected of experience: the role’s targets count from the day of full
 * performance, or else from the end of the last stage. Without dates, a role that tells when that is leaves them open.
 */
function fullTargetFrom({ onboarding }: Role, plan: Plan | null, reviewDay: string | null): From {
  if (!onboarding) return null;
  if (!plan || reviewDay === null) return onboarding.fullPerformance ? { date: null } : null;
  const last = plan.fullPerformance ?? [...plan.stages.values()].at(-1)?.to;
  return last !== undefined && last > reviewDay ? { date: addDays(last, 1) } : null;
}

const fullTarget = ({ target }: { readonly target: string }, from: From, wording: Wording): string | null =>
  from?.date == null ? null : wording.phrase('review.full-target', { date: dateInWords(from.date, wording), target });

/** The dates that the review prints. */
function printed({ firstDay, probation, stages, due }: Plan, later: readonly { id: string }[]): string[] {
  const own = probation ? [probation.midpoint, probation.review, probation.notice, probation.end] : [];
  return [firstDay, ...own, ...later.map(({ id }) => stages.get(id)?.to ?? due.get(id)?.date)].filter((date) => typeof date === 'string');
}

/**
 * Whether a measure of a period says anything by the day of the review: one whole week, or month, from the first day of
 * work on must have ended before it. What is measured by the quarter or longer would judge a part for the whole.
 */
function isOver(period: Kpi['period'], probation: ProbationDates | null): boolean {
  switch (period) {
    case 'continuous':
    case 'day':
      return true;
    case 'week':
      return !probation || addDays(probation.start, 7) <= probation.review;
    case 'month':
      return !probation || addMonths(probation.start, 1) <= probation.review;
    default:
      return false;
  }
}
