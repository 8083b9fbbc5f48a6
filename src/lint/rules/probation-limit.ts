/** The probation of a role or an organisation against the limits of each country in force. */
import { tooLong } from '../../law/probation.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role, organisation, jurisdictions, law }) => {
  const [months, pointer] = role
    ? [role.onboarding?.probation?.months, '/onboarding/probation/months']
    : [organisation?.probation?.months, '/probation/months'];
  return jurisdictions
    .flatMap((country) => {
      const found = tooLong(months ?? null, role, { person: null, organisation }, law(country));
      return found ? [{ pointer, args: { ...found, country } }] : [];
    })
    .slice(0, 1);
};
