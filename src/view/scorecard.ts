/** The measures of a role as rows of a scorecard: target, unit and weight apart, so that results can be reckoned beside them. */
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Kpi, Role } from '../role/role.generated.js';
import { inGroups, sharedOut, usualScoreSettings } from '../role/score.js';
import type { ScoreSettings } from '../role/score.js';
import { kpiView } from './measures.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

export function scorecardView(role: Role, organisation: Organisation | null, wording: Wording) {
  const { measures: kpis, rescaled } = sharedOut(inGroups(role.kpis ?? []));
  const weights = kpis.map(({ weight }) => weight);
  const known = weights.filter((weight) => weight !== undefined);
  return {
    rows: kpis.map((kpi, at) => ({
      ...kpiView(kpi, role, wording, kpis[at - 1]),
      target: targetAlone(kpi, wording),
      unit: unitAlone(kpi, wording),
      weight: kpi.weight === undefined ? null : String(kpi.weight),
    })),
    /** Of all weights; null while one of them is still to be set. */
    weight: known.length === weights.length && known.length > 0 ? String(known.reduce((sum, weight) => sum + weight, 0)) : null,
    rules: rulesSaid(kpis, rescaled, scoreSettings(organisation), wording),
  };
}

export const scoreSettings = (organisation: Organisation | null): ScoreSettings => ({ ...usualScoreSettings, ...organisation?.scorecard });

/** How results are scored, for the kinds of target that there are, with the settings of the organisation; one sentence each. */
function rulesSaid(kpis: readonly Kpi[], rescaled: boolean, settings: ScoreSettings, { phrase }: Wording): string[] {
  const directions = new Set(kpis.map(({ operator }) => operator));
  const canBeZero = kpis.some(({ operator, value }) => operator !== 'between' && (value === null || value <= 0));
  const keys = [
    ...(['at-least', 'at-most', 'equal', 'between'] as const).filter((one) => directions.has(one)).map((one) => `reckoning.${one}`),
    ...(canBeZero ? ['zero-target'] : []),
    'limits',
    'weighted-rule',
    'unscored',
    ...(settings.minimumRated > 0 ? ['too-little-rule'] : []),
    ...(rescaled ? ['rescaled'] : []),
  ];
  return keys.map((key) => phrase(`scorecard.${key}`, { ...settings }));
}

/** The target without its unit; null when it is still to be set. */
function targetAlone(kpi: Kpi, wording: Wording): string | null {
  if (kpi.value === null) return null;
  const high = kpi.operator === 'between' ? (kpi.max ?? kpi.value) : kpi.value;
  // A bare number would not show that more than it is as wrong as less.
  if (kpi.operator === 'equal') return `${wording.phrase('sheet.conditions.equal')} ${wording.phrase('unit.count', { value: high })}`;
  return wording.phrase('measures.target-value', {
    operator: branch(kpi.operator),
    low: kpi.value,
    value: wording.phrase('unit.count', { value: high }),
  });
}

function unitAlone(kpi: Kpi, wording: Wording): string {
  if ((kpi.unit === 'count' || kpi.unit === 'money') && kpi.unitText !== undefined) return wording.say(kpi.unitText);
  return wording.phrase(`scorecard.units.${kpi.unit}`);
}
