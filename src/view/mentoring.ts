/** What a mentor takes on: the steps of the onboarding that fall to the mentor, what is recorded, and from when. */
import type { Statement } from './entries.js';
import type { OnboardingView, StepView } from './onboarding.js';

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
