/** Duties and groups that no measure counts and no onboarding step prepares for. */
import type { Duty } from '../../role/role.generated.js';
import type { LintCheck, LintFinding } from '../rule.js';
import { wording } from '../wording.js';

export const rule: LintCheck = ({ role, languages }) => {
  if (!role?.kpis?.some((kpi) => kpi.measures) && !role?.onboarding) return [];
  const touched = new Set([
    ...(role.kpis ?? []).flatMap((kpi) => kpi.measures ?? []),
    ...(role.onboarding?.stages ?? []).flatMap((stage) => stage.steps.flatMap((step) => step.prepares ?? [])),
  ]);
  const reached = (duty: Duty): boolean => duty.marginal === true || touched.has(duty.id) || (duty.items ?? []).some(reached);
  return role.duties.flatMap((group, at) =>
    touched.has(group.id) || group.marginal === true
      ? []
      : group.duties.length === 0
        ? // What one country alone prints, such as general standards, is seldom measured.
          group.jurisdictions
          ? []
          : [{ pointer: `/duties/${at}/id`, args: { duty: wording(group.heading, languages) } }]
        : group.duties.flatMap((duty, number): LintFinding[] =>
            reached(duty) ? [] : [{ pointer: `/duties/${at}/duties/${number}/id`, args: { duty: wording(duty.text, languages) } }],
          ),
  );
};
