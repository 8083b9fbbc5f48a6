/** That the weights add up to 100 is checked when a role is read. Measures of one country stand with those of all. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role, jurisdictions }) => {
  const kpis = role?.kpis ?? [];
  const partly = jurisdictions
    .map((country) => kpis.filter((kpi) => kpi.jurisdictions?.includes(country) ?? true))
    .map((printed) => ({ without: printed.filter((kpi) => kpi.weight === undefined).length, all: printed.length }))
    .find(({ without, all }) => without > 0 && without < all);
  return partly ? [{ pointer: '/kpis', args: { count: partly.without }, side: 'key' }] : [];
};
