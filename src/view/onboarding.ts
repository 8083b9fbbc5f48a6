/** The onboarding of a role in words: stages, steps and checks with their days, and the mentor. */
import type { Actor, Check, Day, Onboarding, Stage, Step } from '../role/role.generated.js';
import { builtInActors } from '../role/rules.js';
import { formatDate, formatSpan } from '../language/dates.js';
import { asSentence } from '../language/sentences.js';
import type { Plan } from '../law/plan.js';
import { entries } from './entries.js';
import { languageTag } from './parties.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

/** With a plan, days are dates; without one they are counted from the first day of work. */
export function onboardingView(onboarding: Onboarding, wording: Wording, plan: Plan | null) {
  const { mentor } = onboarding;
  const timing = timingOf(plan, wording);
  return {
    goal: wording.sayMaybe(onboarding.goal),
    fullPerformance: onboarding.fullPerformance
      ? wording.phrase('checklist.full-performance', {
          span: wording.phrase(`duration.${onboarding.fullPerformance.unit}`, { n: onboarding.fullPerformance.value }),
        })
      : null,
    dated: plan !== null,
    stages: onboarding.stages.map((stage, at) => stageView(stage, checksIn(onboarding.stages.slice(0, at)), wording, timing)),
    mentor: mentor
      ? {
          sources: entries(mentor.sources, wording),
          criteria: entries(mentor.criteria, wording),
          records: entries(mentor.records, wording),
          allowance: wording.sayMaybe(mentor.allowance),
        }
      : null,
  };
}

const checksIn = (stages: readonly Stage[]): number => stages.reduce((sum, { checks = [] }) => sum + checks.length, 0);

/** `checksBefore`: how many checks the stages before it have, since a check has the same number in every paper. */
const stageView = (stage: Stage, checksBefore: number, wording: Wording, timing: Timing) => ({
  id: stage.id,
  title: wording.say(stage.title),
  goal: wording.sayMaybe(stage.goal),
  period: timing.period(stage),
  topics: entries(stage.topics, wording),
  steps: stage.steps
    .filter(wording.applies)
    .sort(byDueDay)
    .map((step) => stepView(step, wording, timing)),
  checks: (stage.checks ?? []).map((check, at) => checkView(check, checksBefore + at + 1, wording, timing)),
  exit: wording.sayMaybe(stage.exit),
});

/** Five of seven calendar days are worked; near enough to put steps in order, too rough to print. */
const workingDays = ({ day, unit }: Day): number => (unit === 'calendar-day' ? (day * 5) / 7 : day);
const byDueDay = (a: Step, b: Step): number => workingDays(a.due) - workingDays(b.due);

const stepView = (step: Step, wording: Wording, timing: Timing) => ({
  id: step.id,
  text: wording.say(step.text),
  actor: step.owner,
  owner: actorName(step.owner, wording),
  /** Whether it is done before the first day of work. */
  early: step.due.day < 0,
  due: timing.due(step),
  proof: wording.sayMaybe(step.proof),
});

/** More lines than anybody will fill. */
const mostAttempts = 5;

export type OnboardingView = ReturnType<typeof onboardingView>;
export type StageView = ReturnType<typeof stageView>;
export type StepView = ReturnType<typeof stepView>;

const checkView = (check: Check, number: number, wording: Wording, timing: Timing) => ({
  id: check.id,
  number: String(number),
  title: wording.say(check.title),
  by: actorName(check.by, wording),
  due: timing.due(check),
  // A date may end in a full stop of its own.
  summary: asSentence(
    wording.phrase('check.summary', {
      method: saysItself(check, wording) ? 'said' : branch(check.method),
      by: actorName(check.by, wording),
      due: timing.due(check),
      attempts: check.attempts ?? 0,
    }),
    wording.locale,
  ),
  /** A line to write the result on for each. */
  attempts: Array.from({ length: Math.min(check.attempts ?? 1, mostAttempts) }, (_, at) => String(at + 1)),
  passMark: wording.sayMaybe(check.passMark),
  onFailure: wording.sayMaybe(check.onFailure),
  questions: entries(check.questions, wording),
});

/** Whether the name of a check tells already how it is done: “Role-play sale”. */
function saysItself({ title, method }: Check, wording: Wording): boolean {
  const name = wording.say(title).toLocaleLowerCase(wording.locale);
  return wording
    .phrase('check.named', { method: branch(method) })
    .split('|')
    .some((word) => name.includes(word));
}

/** How the days of a plan are said: as dates or counted. */
interface Timing {
  period(stage: Stage): string;
  due(one: Step | Check): string;
}

function timingOf(plan: Plan | null, wording: Wording): Timing {
  const counted: Timing = { period: (stage) => periodOf(stage, wording), due: (one) => dayName(one.due, wording) };
  if (!plan) return counted;
  return {
    period(stage) {
      const period = plan.stages.get(stage.id);
      if (!period) return counted.period(stage);
      const { from, to } = formatSpan(period.from, period.to, wording.locale, languageTag(wording));
      const day = Number(period.from.slice(-2));
      return wording.phrase('stage.period-dates', { from: from ?? 'none', to, day, actors: participants(stage, wording) });
    },
    due(one) {
      const due = plan.due.get(one.id);
      return due ? formatDate(due.date, wording.locale, 'weekday', languageTag(wording)) : counted.due(one);
    },
  };
}

/** «1 июня 2026 г.», as the country writes it. */
export const dateInWords = (date: string, wording: Wording): string => formatDate(date, wording.locale, 'long', languageTag(wording));

const participants = ({ actors }: Stage, wording: Wording): string =>
  actors && actors.length > 0
    ? wording.join(
        actors.map((actor) => actorName(actor, wording)),
        'and',
      )
    : 'none';

function periodOf(stage: Stage, wording: Wording): string {
  const { start, duration } = stage;
  const { min, max, unit, approximate } = duration;
  const longest = wording.phrase(`duration.${unit}`, { n: max ?? min });
  const range = max !== undefined && max !== min ? `${min}–${longest}` : longest;
  return wording.phrase(start.day < 0 ? 'stage.period-before' : 'stage.period', {
    start: dayName(start, wording),
    // A range is vague enough by itself.
    duration: approximate && range === longest ? wording.phrase('stage.about', { duration: range }) : range,
    actors: participants(stage, wording),
  });
}

/** «5-й рабочий день», “3 working days before the first day”. */
function dayName({ day, unit }: Day, wording: Wording): string {
  const side = day < 0 ? 'before' : 'after';
  return wording.phrase(`day.${side}-${unit === 'calendar-day' ? 'calendar' : 'working'}`, { n: Math.abs(day) });
}

/** The name of a part that somebody plays in an onboarding, or of a post. */
export const actorName = (actor: Actor, wording: Wording): string =>
  (builtInActors as readonly string[]).includes(actor) ? wording.phrase(`actor.${actor}`) : wording.post(actor).bare;
