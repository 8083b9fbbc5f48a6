/** Each list of phrases is marked with the country whose law it names. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) =>
  context
    .phrases()
    .filter(({ passage, mark }) => !passage.jurisdictions.includes(mark))
    .map(({ args, mark, ...found }) => ({ ...found, args: { ...args, country: mark } }));
