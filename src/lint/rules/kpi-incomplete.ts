/** Target, unit in words, period and source of data of each measure. */
import type { LintCheck, LintFinding } from '../rule.js';
import { wording } from '../wording.js';

export const rule: LintCheck = ({ role, languages }) =>
  (role?.kpis ?? []).flatMap((kpi, at): LintFinding[] => {
    const pointer = `/kpis/${at}`;
    const fault = (name: string, key: string): LintFinding => ({
      pointer: `${pointer}/${key}`,
      args: { fault: name, name: wording(kpi.name, languages) },
    });
    return [
      ...(kpi.value === null ? [fault('target', 'value')] : []),
      ...(kpi.unit === 'count' && kpi.unitText === undefined ? [fault('unit', 'unit')] : []),
      ...(kpi.period === undefined ? [fault('period', 'name')] : []),
      ...(kpi.dataSource === undefined ? [fault('source', 'name')] : []),
    ];
  });
