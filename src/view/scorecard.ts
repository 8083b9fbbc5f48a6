/** The measures of a role as rows of a scorecard: target, unit and weight apart, so that results can be reckoned beside them. */
import type { Kpi, Role } from '../role/role.generated.js';
import { kpiView } from './measures.js';
import { branch } from '../language/phrases.js';
import type { Wording } from './wording.js';

export function scorecardView({ kpis = [] }: Role, wording: Wording) {
  const directions = new Set(kpis.map(({ operator }) => operator));
  const weights = kpis.map(({ weight }) => weight);
  const known = weights.filter((weight) => weight !== undefined);
  return {
    rows: kpis.map((kpi) => ({
      ...kpiView(kpi, wording),
      target: targetAlone(kpi, wording),
      unit: unitAlone(kpi, wording),
      weight: kpi.weight === undefined ? null : String(kpi.weight),
    })),
    /** Of all weights; null while one of them is still to be set. */
    weight: known.length === weights.length && known.length > 0 ? String(known.reduce((sum, weight) => sum + weight, 0)) : null,
    /** How the achieved percentage is reckoned, for the kinds of target that there are. */
    reckoning: (['at-least', 'at-most', 'equal', 'between'] as const)
      .filter((operator) => directions.has(operator))
      .map((operator) => ({
        id: `reckoning-${operator}`,
        text: wording.phrase(`scorecard.reckoning.${operator}`),
        items: [],
      })),
  };
}

/** The target without its unit; null when it is still to be set. */
function targetAlone(kpi: Kpi, wording: Wording): string | null {
  if (kpi.value === null) return null;
  const high = kpi.operator === 'between' ? (kpi.max ?? kpi.value) : kpi.value;
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
