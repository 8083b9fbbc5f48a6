/**
 * How far a measure is reached, in per cent, and what all measures come to. One rule, said three times: as a function, as the
 * formula of the spreadsheet, and in words (`scorecard.reckoning` of the locales); a test holds them together.
 */
import type { Kpi } from './role.generated.js';

/** What an organisation decides about its scorecards; all in per cent. */
export interface ScoreSettings {
  /** No measure counts as more than this, so that one of them cannot outweigh the rest. */
  readonly cap: number;
  /** Nor as less. */
  readonly floor: number;
  /** The weight that must be scored before there is an overall score. */
  readonly minimumRated: number;
}

export const usualScoreSettings: ScoreSettings = { cap: 120, floor: 0, minimumRated: 75 };

/** A measure with its result. What is not set yet, or not known, is null. */
export interface Result {
  readonly operator: Kpi['operator'];
  /** The lower end, with `between`. */
  readonly target: number | null;
  /** The upper end, with `between`. */
  readonly upper: number | null;
  readonly weight: number | null;
  readonly actual: number | null;
}

interface Rule {
  achieved(actual: number, target: number, upper: number, settings: ScoreSettings): number;
  /** The same over the columns `{actual}`, `{target}` and `{upper}` of a spreadsheet. */
  formula(settings: ScoreSettings): string;
}

const within = (percent: number, least: number, most: number): number => Math.max(least, Math.min(most, percent));

/** A target of zero is met or not: nothing can be divided by it. A negative one, such as a loss, is treated alike. */
const rules: Record<Kpi['operator'], Rule> = {
  'at-least': {
    achieved: (actual, target, _, { floor, cap }) =>
      target <= 0 ? (actual >= target ? 100 : floor) : within((100 * actual) / target, floor, cap),
    formula: ({ floor, cap }) => `IF({target}<=0,IF({actual}>={target},100,${floor}),MAX(${floor},MIN(${cap},100*{actual}/{target})))`,
  },
  // Falls evenly: the target gives 100, twice the target 0, and nothing at all the cap.
  'at-most': {
    achieved: (actual, target, _, { floor, cap }) =>
      target <= 0 ? (actual <= target ? 100 : floor) : within(100 * (2 - actual / target), floor, cap),
    formula: ({ floor, cap }) => `IF({target}<=0,IF({actual}<={target},100,${floor}),MAX(${floor},MIN(${cap},100*(2-{actual}/{target}))))`,
  },
  equal: {
    achieved: (actual, target, _, { floor }) =>
      target === 0 ? (actual === 0 ? 100 : floor) : within(100 * (1 - Math.abs(actual - target) / Math.abs(target)), floor, 100),
    formula: ({ floor }) =>
      `IF({target}=0,IF({actual}=0,100,${floor}),MAX(${floor},MIN(100,100*(1-ABS({actual}-{target})/ABS({target})))))`,
  },
  between: {
    achieved: (actual, target, upper, { floor }) => (actual >= target && actual <= upper ? 100 : floor),
    formula: ({ floor }) => `IF(AND({actual}>={target},{actual}<={upper}),100,${floor})`,
  },
};

/** Per cent; null where target or actual value is missing: such a measure counts neither as 0 nor as 100. */
export function achieved({ operator, target, upper, actual }: Result, settings: ScoreSettings): number | null {
  if (actual === null || target === null || (operator === 'between' && upper === null)) return null;
  return rules[operator].achieved(actual, target, upper ?? target, settings);
}

/** The formula of `achieved`; an empty text where there is nothing to score. */
export function achievedFormula(operator: Kpi['operator'], settings: ScoreSettings): string {
  const needed = ['actual', 'target', ...(operator === 'between' ? ['upper'] : [])].map((column) => `ISNUMBER({${column}})`);
  return `IF(AND(${needed.join(',')}),${rules[operator].formula(settings)},"")`;
}

export interface Overall {
  /** The weight of all measures, 100 unless some have none. */
  readonly weight: number;
  /** The weight of those that are scored. */
  readonly scored: number;
  /** Per cent; null when nothing is scored, or less than `minimumRated`. */
  readonly score: number | null;
}

/** The mean of what is scored, by weight: what cannot be scored neither lifts nor lowers it. */
export function overall(results: readonly Result[], settings: ScoreSettings): Overall {
  const weighed = results.map((result) => ({ weight: result.weight ?? 0, percent: achieved(result, settings) }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const weight = sum(weighed.map((one) => one.weight));
  const rated = weighed.flatMap(({ weight: share, percent }) => (percent === null ? [] : [{ share, percent }]));
  const scored = sum(rated.map(({ share }) => share));
  const enough = scored > 0 && 100 * scored >= settings.minimumRated * weight;
  return { weight, scored, score: enough ? sum(rated.map(({ share, percent }) => share * percent)) / scored : null };
}

/** The same over the columns `{weight:}` and `{weighted:}` (achieved × weight / 100) of a spreadsheet. */
export const overallFormulas = ({ minimumRated }: ScoreSettings, tooLittle: string) => {
  // What is not scored is an empty text there, which no number is at least as great as.
  const scored = 'SUMIF({weighted:},">=0",{weight:})';
  return {
    scored,
    score: `IF(${scored}=0,"",IF(100*${scored}<${minimumRated}*SUM({weight:}),${tooLittle},100*SUM({weighted:})/${scored}))`,
  };
};

/** Those without a group first, since behind a group they would read as part of it; then the groups, each by its first measure. */
export function inGroups<Measure extends Pick<Kpi, 'group'>>(measures: readonly Measure[]): readonly Measure[] {
  const names = measures.map(({ group }) => (group === undefined ? undefined : JSON.stringify(group)));
  const place = ({ group }: Measure): number => (group === undefined ? -1 : names.indexOf(JSON.stringify(group)));
  return [...measures].sort((one, other) => place(one) - place(other));
}

/**
 * The measures with weights that add up to 100 again where some of the role's do not apply: in proportion, in whole per cent,
 * what is left over going to those that lost most by rounding. Without weights, or with some only, they stay as they are.
 */
export function sharedOut<Measure extends Pick<Kpi, 'weight'>>(
  measures: readonly Measure[],
): { measures: readonly Measure[]; rescaled: boolean } {
  const weights = measures.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const sum = weights.reduce((total, one) => total + one, 0);
  if (weights.length < measures.length || sum === 0 || Math.abs(sum - 100) < 0.005) return { measures, rescaled: false };
  const exact = weights.map((weight) => (100 * weight) / sum);
  const missing = 100 - exact.reduce((total, one) => total + Math.floor(one), 0);
  const lost = (at: number): number => (exact[at] ?? 0) % 1;
  const raised = new Set([...exact.keys()].sort((a, b) => lost(b) - lost(a) || a - b).slice(0, missing));
  return {
    measures: measures.map((measure, at) => ({ ...measure, weight: Math.floor(exact[at] ?? 0) + (raised.has(at) ? 1 : 0) })),
    rescaled: true,
  };
}
