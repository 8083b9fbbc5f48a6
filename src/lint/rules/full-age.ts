/** Full age as a requirement where the law keeps the work from the young. */
import { isFullAge } from '../harmful-work.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => context.phrases().filter(isFullAge(context));
