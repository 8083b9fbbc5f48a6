/** Who leads a stage, and by what it is over. */
import type { LintCheck, LintFinding } from '../rule.js';
import { wording } from '../wording.js';

export const rule: LintCheck = ({ role, languages }) =>
  (role?.onboarding?.stages ?? []).flatMap((stage, at): LintFinding[] => {
    const fault = (name: string): LintFinding => ({
      pointer: `/onboarding/stages/${at}/id`,
      args: { fault: name, stage: wording(stage.title, languages) },
    });
    return [...(stage.actors?.length ? [] : [fault('owner')]), ...(stage.exit === undefined ? [fault('exit')] : [])];
  });
