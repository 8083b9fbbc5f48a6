/** Target, unit in words, period and source of data of each measure: what it lacks is told at once. */
import type { LintCheck, LintFinding } from '../rule.js';
import { wording } from '../wording.js';

export const rule: LintCheck = ({ role, languages }) =>
  (role?.kpis ?? []).flatMap((kpi, at): LintFinding[] => {
    const lacks = {
      target: kpi.value === null,
      unit: kpi.unit === 'count' && kpi.unitText === undefined,
      period: kpi.period === undefined,
      source: kpi.dataSource === undefined,
    };
    if (!Object.values(lacks).includes(true)) return [];
    const facts = Object.fromEntries(Object.entries(lacks).map(([what, isLacking]) => [what, isLacking ? 'none' : 'there']));
    const key = lacks.target ? 'value' : lacks.unit ? 'unit' : 'name';
    return [{ pointer: `/kpis/${at}/${key}`, args: { ...facts, name: wording(kpi.name, languages) } }];
  });
