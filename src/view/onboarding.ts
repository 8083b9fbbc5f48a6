/** The onboarding of a role in words: stages, steps and checks with their days, and the mentor. */
import type { Actor, Check, Day, Onboarding, Stage, Step } from '../role/role.generated.js';
import { builtInActors } from '../role/rules.js';
import { formatDate, formatSpan } from '../language/dates.js';
import { asSentence } from '../language/sentences.js';
import { addDays } from '../law/dates.js';
import type { Period, Plan, PlannedStage } from '../law/plan.js';
import { entries } from './entries.js';
import { languageTag } from './parties.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

/**
 * With a plan, days are dates; without one they are counted from the first day of work. `talks`: whether there may be a
 * probation, and with it the talks that belong to one.
 */
export function onboardingView(onboarding: Onboarding, wording: Wording, plan: Plan | null, talks: boolean) {
  const { mentor } = onboarding;
  return {
    goal: wording.sayMaybe(onboarding.goal),
    fullPerformance: onboarding.fullPerformance
      ? wording.phrase('checklist.full-performance', {
          span: wording.phrase(`duration.${onboarding.fullPerformance.unit}`, { n: onboarding.fullPerformance.value }),
          unit: branch(onboarding.fullPerformance.unit),
          n: onboarding.fullPerformance.value,
          from: wording.sayMaybe(onboarding.fullPerformance.from) ?? 'none',
        })
      : null,
    dated: plan !== null,
    stages: plan ? datedStages(onboarding.stages, wording, plan) : countedStages(onboarding.stages, wording, talks),
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

/** A check has the same number in every paper: its place among all of the role. */
const numbersOf = (stages: readonly Stage[]): ReadonlyMap<string, number> =>
  new Map(stages.flatMap(({ checks = [] }) => checks).map(({ id }, at) => [id, at + 1]));

const countedStages = (stages: readonly Stage[], wording: Wording, talks: boolean): StageView[] => {
  const numbers = numbersOf(stages);
  return stages.map((stage) => {
    const isDone = ({ occasion }: Step | Check): boolean => occasion === undefined || talks;
    const day = (one: Step | Check): string =>
      one.occasion
        ? wording.phrase(`day.${one.occasion}`, { term: wording.jurisdiction.probation.term ?? 'probation' })
        : dayName(one.due, wording);
    return stageView(
      { ...stage, steps: stage.steps.filter(isDone).sort(byDueDay), checks: (stage.checks ?? []).filter(isDone) },
      { id: stage.id, part: 'whole', afterProbation: false, period: periodOf(stage, wording) },
      wording,
      { inTable: day, inSentence: day },
      numbers,
    );
  });
};

/** A stage that goes on after the probation is two; the talks of the probation are where their days are. */
function datedStages(stages: readonly Stage[], wording: Wording, plan: Plan): StageView[] {
  const dateOf = ({ id }: Step | Check): string => plan.due.get(id)?.date ?? '';
  const byDate = (a: Step | Check, b: Step | Check): number => dateOf(a).localeCompare(dateOf(b));
  const numbers = numbersOf(stages);
  const [steps, checks] = [stages.flatMap((stage) => stage.steps), stages.flatMap((stage) => stage.checks ?? [])];
  return [...plan.stages].flatMap(([id, part]) => {
    const stage = stages.find((one) => one.id === part.stage);
    if (!stage) return [];
    const isIn = (one: Step | Check): boolean => part.items.has(one.id);
    const done = { steps: steps.filter(isIn).sort(byDate), checks: checks.filter(isIn).sort(byDate) };
    return [
      stageView(
        { ...stage, ...done },
        { id, part: part.part, afterProbation: part.afterProbation, period: periodInDates(part, { ...stage, ...done }, wording) },
        wording,
        {
          inTable: (one) => dateInTable(dateOf(one), wording),
          inSentence: (one) => dateInWords(dateOf(one), wording),
        },
        numbers,
      ),
    ];
  });
}

/** How a stage, or the part of it, is named and when it is. */
interface PartOfStage {
  id: string;
  part: PlannedStage['part'];
  afterProbation: boolean;
  period: string;
}

/** A day as a table has it, and as a sentence has it. */
interface Timing {
  inTable(one: Step | Check): string;
  inSentence(one: Step | Check): string;
}

/** What a stage is to lead to is said in each of its parts; that it is over, once at its end. */
const stageView = (
  stage: Stage,
  { id, part, afterProbation, period }: PartOfStage,
  wording: Wording,
  due: Timing,
  numbers: ReadonlyMap<string, number>,
) => ({
  id,
  title: part === 'rest' ? wording.phrase('stage.continued', { stage: wording.say(stage.title) }) : wording.say(stage.title),
  part,
  afterProbation,
  goal: wording.sayMaybe(stage.goal),
  period,
  topics: part === 'rest' ? [] : entries(stage.topics, wording),
  steps: stage.steps.filter(wording.applies).map((step) => stepView(step, wording, due)),
  checks: (stage.checks ?? []).map((check) => checkView(check, numbers.get(check.id) ?? 0, wording, due)),
  exit: part === 'first' ? null : wording.sayMaybe(stage.exit),
  /** Whether its end is told in the part after the probation. */
  endsLater: part === 'first' && stage.exit !== undefined,
});

/** Five of seven calendar days are worked; near enough to put steps in order, too rough to print. */
const workingDays = ({ day, unit }: Day): number => (unit === 'calendar-day' ? (day * 5) / 7 : day);
const byDueDay = (a: Step, b: Step): number => workingDays(a.due) - workingDays(b.due);

/** What is done again and again has no day by which it is done, but one on which it is done for the last time. */
const dayOf = (step: Step, day: string, wording: Wording): string => {
  const text = wording.say(step.text).toLocaleLowerCase(wording.locale);
  const repeated = wording
    .phrase('day.repeated')
    .split('|')
    .some((word) => text.includes(word));
  return repeated ? wording.phrase('day.last', { day }) : day;
};

const stepView = (step: Step, wording: Wording, due: Timing) => ({
  id: step.id,
  text: wording.say(step.text),
  actor: step.owner,
  owner: actorName(step.owner, wording),
  /** Whether it is done before the first day of work. */
  early: step.due.day < 0,
  due: dayOf(step, due.inTable(step), wording),
  dueInSentence: dayOf(step, due.inSentence(step), wording),
  occasion: step.occasion ?? null,
  proof: wording.sayMaybe(step.proof),
});

/** More lines than anybody will fill. */
const mostAttempts = 5;

export type OnboardingView = ReturnType<typeof onboardingView>;
export type StageView = ReturnType<typeof stageView>;
export type StepView = ReturnType<typeof stepView>;

const checkView = (check: Check, number: number, wording: Wording, due: Timing) => ({
  id: check.id,
  number: String(number),
  title: wording.say(check.title),
  by: actorName(check.by, wording),
  due: due.inTable(check),
  occasion: check.occasion ?? null,
  // A date may end in a full stop of its own.
  summary: asSentence(
    wording.phrase('check.summary', {
      method: saysItself(check, wording) ? 'said' : branch(check.method),
      by: actorName(check.by, wording),
      due: due.inSentence(check),
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

function periodInDates(period: Period, stage: Stage, wording: Wording): string {
  const { from, to } = formatSpan(period.from, period.to, wording.locale, languageTag(wording));
  const day = Number(period.from.slice(-2));
  const neighbours = addDays(period.from, 1) === period.to ? 'yes' : 'no';
  return wording.phrase('stage.period-dates', { from: from ?? 'none', to, day, neighbours, ...participants(stage, wording) });
}

/** «1 июня 2026 г.», as the country writes it. */
export const dateInWords = (date: string, wording: Wording): string => formatDate(date, wording.locale, 'long', languageTag(wording));

/** «Пн, 1 июня 2026 г.», as the tables of plans have it. */
export const dateInTable = (date: string, wording: Wording): string => formatDate(date, wording.locale, 'weekday', languageTag(wording));

/** «Даты 2027 года предварительные…»; null where no year is. */
export const provisionalNote = (years: readonly number[], wording: Wording): string | null =>
  years.length === 0 ? null : wording.phrase('plan.provisional', { years: wording.join(years.map(String), 'and'), n: years.length });

/** Whom the stage names, and whoever else has a step or a check in it; the newcomer is in all of them. */
function participants({ actors = [], steps, checks = [] }: Stage, wording: Wording): { actors: string; people: number } {
  const all = [...actors, ...steps.filter(wording.applies).map(({ owner }) => owner), ...checks.map(({ by }) => by)];
  const names = [...new Set(all.filter((actor) => actor !== 'new-hire').map((actor) => actorName(actor, wording)))];
  return { actors: names.length > 0 ? wording.join(names, 'and') : 'none', people: names.length };
}

function periodOf(stage: Stage, wording: Wording): string {
  const { start, duration } = stage;
  const { min, max, unit, approximate } = duration;
  const longest = wording.phrase(`duration.${unit}`, { n: max ?? min });
  const range = max !== undefined && max !== min ? `${min}–${longest}` : longest;
  return wording.phrase(start.day < 0 ? 'stage.period-before' : 'stage.period', {
    start: dayName(start, wording),
    // A range is vague enough by itself.
    duration: approximate && range === longest ? wording.phrase('stage.about', { duration: range }) : range,
    ...participants(stage, wording),
  });
}

/** «5-й рабочий день», “3 working days before the first day”. */
function dayName({ day, unit }: Day, wording: Wording): string {
  const side = day < 0 ? 'before' : 'after';
  return wording.phrase(`day.${side}-${unit === 'calendar-day' ? 'calendar' : 'working'}`, { n: Math.abs(day) });
}

/** The name of a part that somebody plays in an onboarding, or of a post. */
export const actorName = (actor: Actor, wording: Wording): string => {
  const builtIn = builtInActors.find((one) => one === actor);
  return builtIn ? wording.actor(builtIn) : wording.post(actor).bare;
};
