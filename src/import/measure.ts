/** Targets as people write them: «не менее 95 %», “within 2 days”, «100%, ежемесячно». */
import type { Kpi } from '../role/role.generated.js';
import type { Rules } from './rules.js';
import { firstOf, levelled } from './words.js';

export interface TargetSaid {
  readonly operator: Kpi['operator'];
  readonly value: number | null;
  readonly max?: number;
  readonly unit: Kpi['unit'];
  /** The unit where no usual one is meant. */
  readonly unitText?: string;
}

/** Value null where the text has no figure. */
export function targetOf(text: string, rules: Rules): TargetSaid {
  const level = levelled(text);
  const { kpi } = rules.words;
  const range = /(\d[\d \u00A0]*(?:[.,]\d+)?) ?[-–—] ?(\d[\d \u00A0]*(?:[.,]\d+)?)/u.exec(level);
  const single = /\d[\d \u00A0]*(?:[.,]\d+)?/u.exec(level);
  const figure = numeric(single?.[0]);
  const most = firstOf(level, rules.phrases(kpi['at-most']));
  const least = firstOf(level, rules.phrases(kpi['at-least']));
  const operator =
    most && (!least || most.at < least.at || (most.at === least.at && most.phrase.length > least.phrase.length))
      ? 'at-most'
      : least
        ? 'at-least'
        : 'equal';
  const unit = unitOf(level, rules);
  if (range) {
    const [from, to] = [numeric(range[1]), numeric(range[2])];
    if (from !== null && to !== null && to > from) return { operator: 'between', value: from, max: to, ...unit };
  }
  return { operator, value: figure, ...unit };
}

function unitOf(level: string, rules: Rules): Pick<TargetSaid, 'unit' | 'unitText'> {
  for (const [unit, words] of Object.entries(rules.words.kpi.units))
    if (firstOf(level, rules.phrases(words), true)) return { unit: unit as Kpi['unit'] };
  return { unit: 'count' };
}

/** A figure with spaces between its thousands and a comma or a point before its parts. */
function numeric(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(
    text
      .replace(/[ \u00A0]/g, '')
      .replace(/,(?=\d{1,2}$)/, '.')
      .replace(/[.,](?=\d{3}(?:\D|$))/g, ''),
  );
  return Number.isFinite(value) ? value : null;
}

/** What stands behind the figure of a target and is neither its unit nor how often it is measured: «4,6 из 5», “2 per line”; null for nothing. */
export function countedIn(text: string, rules: Rules): string | null {
  const figure = /\d[\d \u00A0]*(?:[.,]\d+)?(?: ?[-–—] ?\d+(?:[.,]\d+)?)?/u.exec(text);
  const behind = figure
    ? text
        .slice(figure.index + figure[0].length)
        .replace(/[\s.;,]+$/u, '')
        .trim()
    : '';
  if (!/\p{L}{2}/u.test(behind) || behind.length > 60) return null;
  return periodOf(behind, rules) === null ? behind : null;
}

export function periodOf(text: string, rules: Rules): Kpi['period'] | null {
  const level = levelled(text);
  for (const [period, words] of Object.entries(rules.words.kpi.periods))
    if (firstOf(level, rules.phrases(words), true)) return period as Kpi['period'];
  return null;
}

/** A weight in percent: «30», «30 %», «0,3». */
export function weightOf(text: string): number | null {
  const value = numeric(/\d+(?:[.,]\d+)?/u.exec(text)?.[0]);
  if (value === null || value > 100) return null;
  return value > 0 && value < 1 ? Math.round(value * 10_000) / 100 : value;
}
