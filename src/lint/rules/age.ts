/** Age as a requirement, but for full age where the law keeps the work from the young. */
import { isFullAge } from '../harmful-work.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const fullAge = isFullAge(context);
  return context.phrases().filter((found) => !fullAge(found));
};
