/** The probation of a plan or an organisation against the limits of each country in force. */
import type { JurisdictionId } from '../../jurisdiction.js';
import type { Organisation } from '../../organisation.generated.js';
import type { LintCheck, LintContext } from '../rule.js';

export const rule: LintCheck = (context) => {
  const [months, pointer] = context.role
    ? [context.role.onboarding?.probation?.months, '/onboarding/probation/months']
    : [context.organisation?.probation?.months, '/probation/months'];
  if (months === undefined) return [];
  return context.jurisdictions
    .flatMap((country) => {
      const limit = limitOf(country, context);
      return limit !== null && months > limit
        ? [{ pointer, args: { months, limit, country, contract: context.organisation?.contract?.kind ?? '' } }]
        : [];
    })
    .slice(0, 1);
};

function limitOf(country: JurisdictionId, { law, role, organisation }: LintContext): number | null {
  const { general, topManagement } = law(country).limits.probationMonths;
  if (role?.tier === 'top') return topManagement;
  return country === 'nl' ? dutchLimit(organisation?.contract, general) : general;
}

/** Art. 7:652 BW: none up to six months, one month below two years, two beyond; the general limit where the contract is not known. */
function dutchLimit(contract: Organisation['contract'], general: number | null): number | null {
  if (contract?.kind !== 'fixed-term' || contract.months === undefined) return general;
  if (contract.months <= 6) return 0;
  return contract.months < 24 ? 1 : 2;
}
