/**
 * The rules that have code, by id. To add a rule: `lint/<id>.yaml`; `src/lint/rules/<id>.ts` and a line here if phrases
 * are not enough; `npm run reference` for its page. `test/lint-rules.test.ts` runs its examples.
 */
import type { LintCheck } from './rule.js';
import { rule as age } from './rules/age.js';
import { rule as agreementStamp } from './rules/agreement-stamp.js';
import { rule as capitalStart } from './rules/capital-start.js';
import { rule as dash } from './rules/dash.js';
import { rule as duplicateClause } from './rules/duplicate-clause.js';
import { rule as dutyForm } from './rules/duty-form.js';
import { rule as dutyUntouched } from './rules/duty-untouched.js';
import { rule as englishVariant } from './rules/english-variant.js';
import { rule as experienceContradiction } from './rules/experience-contradiction.js';
import { rule as experienceLength } from './rules/experience-length.js';
import { rule as finalStop } from './rules/final-stop.js';
import { rule as foreignLaw } from './rules/foreign-law.js';
import { rule as foreignQuotes } from './rules/foreign-quotes.js';
import { rule as fullAge } from './rules/full-age.js';
import { rule as guidedByForm } from './rules/guided-by-form.js';
import { rule as indefiniteArticle } from './rules/indefinite-article.js';
import { rule as kpiIncomplete } from './rules/kpi-incomplete.js';
import { rule as kpiWeightsPartial } from './rules/kpi-weights-partial.js';
import { rule as listMissing } from './rules/list-missing.js';
import { rule as longClause } from './rules/long-clause.js';
import { rule as missingProjectLanguage } from './rules/missing-project-language.js';
import { rule as missingSection } from './rules/missing-section.js';
import { rule as mixedAlphabet } from './rules/mixed-alphabet.js';
import { rule as nearDuplicateClause } from './rules/near-duplicate-clause.js';
import { rule as openChoice } from './rules/open-choice.js';
import { rule as otherTitle } from './rules/other-title.js';
import { rule as percentSpace } from './rules/percent-space.js';
import { rule as preferredTerm } from './rules/preferred-term.js';
import { rule as probationLimit } from './rules/probation-limit.js';
import { rule as repeatedWord } from './rules/repeated-word.js';
import { rule as responsibilityForm } from './rules/responsibility-form.js';
import { rule as resultAreas } from './rules/result-areas.js';
import { rule as rightForm } from './rules/right-form.js';
import { rule as safetyBriefingInk } from './rules/safety-briefing-ink.js';
import { rule as spacing } from './rules/spacing.js';
import { rule as spelling } from './rules/spelling.js';
import { rule as stageIncomplete } from './rules/stage-incomplete.js';
import { rule as stampForm } from './rules/stamp-form.js';
import { rule as straightQuotes } from './rules/straight-quotes.js';
import { rule as superiorLoop } from './rules/superior-loop.js';
import { rule as termDrift } from './rules/term-drift.js';
import { rule as titleDrift } from './rules/title-drift.js';
import { rule as twoDuties } from './rules/two-duties.js';
import { rule as typedNumber } from './rules/typed-number.js';
import { rule as vagueWords } from './rules/vague-words.js';
import { rule as yo } from './rules/yo.js';

export const checks: Record<string, LintCheck> = {
  age,
  'agreement-stamp': agreementStamp,
  'capital-start': capitalStart,
  dash,
  'duplicate-clause': duplicateClause,
  'duty-form': dutyForm,
  'duty-untouched': dutyUntouched,
  'english-variant': englishVariant,
  'experience-contradiction': experienceContradiction,
  'experience-length': experienceLength,
  'final-stop': finalStop,
  'foreign-law': foreignLaw,
  'foreign-quotes': foreignQuotes,
  'full-age': fullAge,
  'guided-by-form': guidedByForm,
  'indefinite-article': indefiniteArticle,
  'kpi-incomplete': kpiIncomplete,
  'kpi-weights-partial': kpiWeightsPartial,
  'list-missing': listMissing,
  'long-clause': longClause,
  'missing-project-language': missingProjectLanguage,
  'missing-section': missingSection,
  'mixed-alphabet': mixedAlphabet,
  'near-duplicate-clause': nearDuplicateClause,
  'open-choice': openChoice,
  'other-title': otherTitle,
  'percent-space': percentSpace,
  'preferred-term': preferredTerm,
  'probation-limit': probationLimit,
  'repeated-word': repeatedWord,
  'responsibility-form': responsibilityForm,
  'result-areas': resultAreas,
  'right-form': rightForm,
  'safety-briefing-ink': safetyBriefingInk,
  spacing,
  spelling,
  'stage-incomplete': stageIncomplete,
  'stamp-form': stampForm,
  'straight-quotes': straightQuotes,
  'superior-loop': superiorLoop,
  'term-drift': termDrift,
  'title-drift': titleDrift,
  'two-duties': twoDuties,
  'typed-number': typedNumber,
  'vague-words': vagueWords,
  yo,
};
