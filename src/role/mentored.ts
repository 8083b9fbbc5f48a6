/** Whether a role gives a mentor a part in its onboarding. */
import type { Role } from './role.generated.js';

/** Who may be one, or anything that a mentor does: a stage, a step, a check. */
export function asksForMentor({ onboarding }: Pick<Role, 'onboarding'>): boolean {
  if (!onboarding) return false;
  return (
    onboarding.mentor !== undefined ||
    onboarding.stages.some(
      ({ actors = [], steps, checks = [] }) =>
        actors.includes('mentor') || steps.some(({ owner }) => owner === 'mentor') || checks.some(({ by }) => by === 'mentor'),
    )
  );
}
