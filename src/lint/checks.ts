/**
 * The rules that have code, by id. To add a rule: `lint/<id>.yaml`; `src/lint/rules/<id>.ts` and a line here if phrases
 * are not enough; `npm run reference` for its page. `test/lint-rules.test.ts` runs its examples.
 */
import type { LintCheck } from './rule.js';
import { rule as agreementStamp } from './rules/agreement-stamp.js';
import { rule as dutyUntouched } from './rules/duty-untouched.js';
import { rule as experienceContradiction } from './rules/experience-contradiction.js';
import { rule as experienceLength } from './rules/experience-length.js';
import { rule as foreignLaw } from './rules/foreign-law.js';
import { rule as kpiIncomplete } from './rules/kpi-incomplete.js';
import { rule as kpiWeightsPartial } from './rules/kpi-weights-partial.js';
import { rule as listMissing } from './rules/list-missing.js';
import { rule as missingProjectLanguage } from './rules/missing-project-language.js';
import { rule as missingSection } from './rules/missing-section.js';
import { rule as probationLimit } from './rules/probation-limit.js';
import { rule as safetyBriefingInk } from './rules/safety-briefing-ink.js';
import { rule as stageIncomplete } from './rules/stage-incomplete.js';
import { rule as stampForm } from './rules/stamp-form.js';
import { rule as superiorLoop } from './rules/superior-loop.js';
import { rule as titleDrift } from './rules/title-drift.js';
import { rule as typedNumber } from './rules/typed-number.js';

export const checks: Record<string, LintCheck> = {
  'agreement-stamp': agreementStamp,
  'duty-untouched': dutyUntouched,
  'experience-contradiction': experienceContradiction,
  'experience-length': experienceLength,
  'foreign-law': foreignLaw,
  'kpi-incomplete': kpiIncomplete,
  'kpi-weights-partial': kpiWeightsPartial,
  'list-missing': listMissing,
  'missing-project-language': missingProjectLanguage,
  'missing-section': missingSection,
  'probation-limit': probationLimit,
  'safety-briefing-ink': safetyBriefingInk,
  'stage-incomplete': stageIncomplete,
  'stamp-form': stampForm,
  'superior-loop': superiorLoop,
  'title-drift': titleDrift,
  'typed-number': typedNumber,
};
