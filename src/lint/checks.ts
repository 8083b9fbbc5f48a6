/**
 * The rules that have code, by id. To add a rule: `lint/<id>.yaml`; `src/lint/rules/<id>.ts` and a line here if phrases
 * are not enough; `npm run reference` for its page. `test/lint-rules.test.ts` runs its examples.
 */
import type { LintCheck } from './rule.js';

export const checks: Record<string, LintCheck> = {
};
