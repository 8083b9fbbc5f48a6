/** What a mentor takes on: the steps of the onboarding that fall to the mentor, what is recorded, and from when. */
import type { Statement } from './entries.js';
import type { OnboardingView, StepView } from './onboarding.js';

const asStatement = ({ id, text }: StepView): Statement => ({ id, text, items: [] });

/** Whether a plan says anything of the mentor: who may be one, until somebody is, and on which terms. */
export const isMentorTold = (onboarding: OnboardingView | null, named: boolean, note: string | null): boolean =>
  onboarding?.mentor != null && (!named || note !== null || onboarding.mentor.allowance !== null);

/** `from` is the first day of work in words; null where it is not known. */
export function mentoringView(onboarding: OnboardingView | null, from: string | null) {
  const steps = (onboarding?.stages ?? []).flatMap((stage) => stage.steps.filter(({ actor }) => actor === 'mentor'));
  const { records = [], allowance = null } = onboarding?.mentor ?? {};
  return { steps: steps.map(asStatement), records, allowance, from };
}
