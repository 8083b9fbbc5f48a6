/** Shares of time and weights, which must add up to 100. */
import { inOne } from './draft-values.js';
import type { RoleDraft } from './draft.js';

/** Figures that do not add up to 100 cannot stand as figures: they go along in words. */
export function settleSums(draft: RoleDraft): void {
  const shares = draft.duties.reduce((sum, { share = 0 }) => sum + share, 0);
  if (shares > 0 && Math.abs(shares - 100) > 0.01)
    for (const group of draft.duties)
      if (group.share !== undefined) {
        group.heading = `${inOne(group.heading)} (${group.share}%)`;
        delete group.share;
      }
  const weights = draft.kpis.reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (weights > 0 && Math.abs(weights - 100) > 0.01)
    for (const kpi of draft.kpis)
      if (kpi.weight !== undefined) {
        kpi.name = `${inOne(kpi.name)} (${kpi.weight}%)`;
        delete kpi.weight;
      }
}
