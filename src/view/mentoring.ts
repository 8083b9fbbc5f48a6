/** What a mentor takes on: the steps of the onboarding that fall to the mentor, what is recorded, and from when. */
import type { Statement } from './entries.js';
import { asksForMentor } from '../role/mentored.js';
import type { Role } from '../role/role.generated.js';
import type { OnboardingView, StepView } from './onboarding.js';
import type { Parties } from './parties.js';

/** Whether plans have room for a mentor: where somebody is one, or the onboarding has work for one that is still to be named. */
export const isMentored = (role: Role, { person }: Pick<Parties, 'person'>): boolean => person?.mentor !== undefined || asksForMentor(role);

/** Whether what looks back names the mentor: of a known person only one that there is. */
export const hadMentor = (role: Role, { person }: Pick<Parties, 'person'>): boolean =>
  person === null ? asksForMentor(role) : person.mentor !== undefined;

const asStatement = ({ id, text }: StepView): Statement => ({ id, text, items: [] });

/** Whether a plan says anything of the mentor: who may be one, until somebody is, and on which terms. */
export function isMentorTold(onboarding: OnboardingView | null, named: boolean, note: string | null): boolean {
  const mentor = onboarding?.mentor;
  if (!mentor) return false;
  return note !== null || mentor.allowance !== null || (!named && mentor.sources.length + mentor.criteria.length > 0);
}

/** `from` is the first day of work in words; null where it is not known. */
export function mentoringView(onboarding: OnboardingView | null, from: string | null) {
  const steps = (onboarding?.stages ?? []).flatMap((stage) => stage.steps.filter(({ actor }) => actor === 'mentor'));
  const { records = [], allowance = null } = onboarding?.mentor ?? {};
  return { steps: steps.map(asStatement), records, allowance, from };
}
