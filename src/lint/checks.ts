/**
 * The rules that have code, by id. To add a rule: `lint/<id>.yaml`; `src/lint/rules/<id>.ts` and a line here if phrases
 * are not enough; `npm run reference` for its page. `test/lint-rules.test.ts` runs its examples.
 */
import type { LintCheck } from './rule.js';
import { rule as agreementStamp } from './rules/agreement-stamp.js';
import { rule as foreignLaw } from './rules/foreign-law.js';
import { rule as probationLimit } from './rules/probation-limit.js';
import { rule as safetyBriefingInk } from './rules/safety-briefing-ink.js';
import { rule as stampForm } from './rules/stamp-form.js';

export const checks: Record<string, LintCheck> = {
  'agreement-stamp': agreementStamp,
  'foreign-law': foreignLaw,
  'probation-limit': probationLimit,
  'safety-briefing-ink': safetyBriefingInk,
  'stamp-form': stampForm,
};
