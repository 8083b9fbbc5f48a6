/** That the weights add up to 100 is checked when a role is read. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role }) => {
  const kpis = role?.kpis ?? [];
  const without = kpis.filter((kpi) => kpi.weight === undefined).length;
  return without > 0 && without < kpis.length ? [{ pointer: '/kpis', args: { count: without }, side: 'key' }] : [];
};
