/** Targets as people write them: «не менее 95 %», “within 2 days”, «100%, ежемесячно». */
import type { Kpi } from '../role/role.generated.js';
import type { Rules } from './rules.js';
import { figuresIn, numeric, unitAtStart } from './figures.js';
import type { Figure } from './figures.js';
import { findPhrase, firstOf, levelled } from './words.js';

export interface TargetSaid {
  readonly operator: Kpi['operator'];
  readonly value: number | null;
  readonly max?: number;
  readonly unit: Kpi['unit'];
}

/** What a text sets as a target; the value is null where it has no figure, or several of which none is surely the target. */
export function targetOf(text: string, rules: Rules): TargetSaid {
  const figures = figuresIn(text, rules);
  const figure = theTarget(figures, text);
  if (figure) return { operator: figure.max === undefined ? figure.operator : 'between', ...valuesOf(figure) };
  return { operator: 'equal', value: figures.length === 0 && isNothing(text, rules) ? 0 : null, unit: 'count' };
}

const valuesOf = ({ value, max, unit }: Figure): Pick<TargetSaid, 'value' | 'max' | 'unit'> => ({
  value,
  ...(max !== undefined && { max }),
  unit: unit ?? 'count',
});

/**
 * The only figure, or the only one that is no deadline: “within 24 hours 100%”. Of several, the only one behind the last sign that
 * parts a measure from its target.
 */
function theTarget(figures: readonly Figure[], text: string): Figure | null {
  const telling = figures.length > 1 ? figures.filter((one) => !one.isDeadline) : figures;
  const [only, ...more] = telling;
  if (only && more.length === 0) return only;
  const parted = [...text.matchAll(parting)].at(-1)?.index ?? text.length;
  const behind = telling.filter(({ at }) => at > parted);
  return behind.length === 1 ? (behind[0] ?? null) : null;
}

const parting = /[:=]\s|\s[–—-]\s/gu;

/** “zero”, «нет»: alone, or behind the sign that parts a measure from its target. */
function isNothing(text: string, rules: Rules): boolean {
  const parted = [...text.matchAll(parting)].at(-1);
  const said = levelled(text.slice(parted ? parted.index + parted[0].length : 0))
    .replace(/[.;,]+$/u, '')
    .trim();
  return rules.phrases(rules.words.kpi.zero).includes(said);
}

/** Whether a text has a figure that may be a target. */
export const hasFigure = (text: string, rules: Rules): boolean => figuresIn(text, rules).length > 0;

/** The unit that the name of a measure ends with: «Доля брака, %», “Response time (hours)”. */
export function unitOfName(name: string, rules: Rules): Kpi['unit'] | null {
  const [, said] = /[,(]\s*([^,()]{1,20}?)\s*\)?$/u.exec(levelled(name)) ?? [];
  if (said === undefined) return null;
  const unit = unitAtStart(said, rules)?.unit ?? null;
  return unit === 'count' ? null : unit;
}

/** What stands behind the figure of a target and is neither its unit nor how often it is measured: «4,6 из 5», “2 per line”; null for nothing. */
export function countedIn(text: string, rules: Rules): string | null {
  const [figure, ...more] = figuresIn(text, rules);
  if (!figure || (more.length > 0 && theTarget([figure, ...more], text) !== figure && more.some(({ isDeadline }) => !isDeadline)))
    return null;
  const behind = text
    .slice(figure.end)
    .replace(/[\s.;,]+$/u, '')
    .trim();
  if (!/\p{L}{2}/u.test(behind) || behind.length > 60) return null;
  return periodOf(behind, rules) === null ? behind : null;
}

/** How often a text says that something is measured; `column` where the text stands under a head for it, and a noun says it alone. */
export function periodOf(text: string, rules: Rules, column = false): NonNullable<Kpi['period']> | null {
  const level = levelled(text);
  const { periods, periodNouns, periodStarts } = rules.words.kpi;
  for (const [period, words] of Object.entries(periods))
    if (firstOf(level, rules.phrases(words), true)) return period as NonNullable<Kpi['period']>;
  const starts = column ? [''] : rules.phrases(periodStarts).map((start) => (start === '/' ? start : `${start} `));
  for (const [period, words] of Object.entries(periodNouns))
    for (const noun of rules.phrases(words))
      if (starts.some((start) => findPhrase(level, start + noun, true) >= 0)) return period as NonNullable<Kpi['period']>;
  return null;
}

/** A weight in percent: «30», «30 %», «0,3». */
export function weightOf(text: string): number | null {
  const value = numeric(/\d+(?:[.,]\d+)?/u.exec(text)?.[0]);
  if (value === null || value > 100) return null;
  return value > 0 && value < 1 ? Math.round(value * 10_000) / 100 : value;
}
