/** The onboarding of a role as its checklist prints it. */
import type { Actor, Check, Day, Onboarding, Stage, Step } from '../role/role.generated.js';
import { builtInActors } from '../role/rules.js';
import { entries } from './entries.js';
import { branch } from './wording.js';
import type { Wording } from './wording.js';

export function onboardingView(onboarding: Onboarding, wording: Wording) {
  const { mentor } = onboarding;
  return {
    goal: wording.sayMaybe(onboarding.goal),
    fullPerformance: onboarding.fullPerformance
      ? wording.phrase('checklist.full-performance', { span: wording.phrase(`duration.${onboarding.fullPerformance.unit}`, { n: onboarding.fullPerformance.value }) })
      : null,
    stages: onboarding.stages.map((stage) => stageView(stage, wording)),
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

const stageView = (stage: Stage, wording: Wording) => ({
  id: stage.id,
  title: wording.say(stage.title),
  goal: wording.sayMaybe(stage.goal),
  period: periodOf(stage, wording),
  topics: entries(stage.topics, wording),
  steps: stage.steps.filter(wording.applies).sort(byDueDay).map((step) => stepView(step, wording)),
  checks: (stage.checks ?? []).map((check) => checkView(check, wording)),
  exit: wording.sayMaybe(stage.exit),
});

/** Five of seven calendar days are worked; near enough to put steps in order, too rough to print. */
const workingDays = ({ day, unit }: Day): number => (unit === 'calendar-day' ? (day * 5) / 7 : day);
const byDueDay = (a: Step, b: Step): number => workingDays(a.due) - workingDays(b.due);

const stepView = (step: Step, wording: Wording) => ({
  id: step.id,
  text: wording.say(step.text),
  owner: actorName(step.owner, wording),
  due: dayName(step.due, wording),
  proof: wording.sayMaybe(step.proof),
});

const checkView = (check: Check, wording: Wording) => ({
  id: check.id,
  title: wording.say(check.title),
  summary: wording.phrase('check.summary', {
    method: branch(check.method),
    by: actorName(check.by, wording),
    due: dayName(check.due, wording),
    attempts: check.attempts ?? 0,
  }),
  passMark: wording.sayMaybe(check.passMark),
  onFailure: wording.sayMaybe(check.onFailure),
  questions: entries(check.questions, wording),
});

function periodOf({ start, duration, actors }: Stage, wording: Wording): string {
  const { min, max, unit, approximate } = duration;
  const longest = wording.phrase(`duration.${unit}`, { n: max ?? min });
  const range = max !== undefined && max !== min ? `${min}–${longest}` : longest;
  return wording.phrase(start.day < 0 ? 'stage.period-before' : 'stage.period', {
    start: dayName(start, wording),
    // A range is vague enough by itself.
    duration: approximate && range === longest ? wording.phrase('stage.about', { duration: range }) : range,
    actors: actors && actors.length > 0 ? wording.join(actors.map((actor) => actorName(actor, wording)), 'and') : 'none',
  });
}

/** «5-й рабочий день», “3 working days before the first day”. */
function dayName({ day, unit }: Day, wording: Wording): string {
  const side = day < 0 ? 'before' : 'after';
  return wording.phrase(`day.${side}-${unit === 'calendar-day' ? 'calendar' : 'working'}`, { n: Math.abs(day) });
}

const actorName = (actor: Actor, wording: Wording): string =>
  (builtInActors as readonly string[]).includes(actor) ? wording.phrase(`actor.${actor}`) : wording.post(actor).bare;

