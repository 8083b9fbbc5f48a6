/** Words that personnel papers have a better one for, which is the mark of their list. */
import type { LintCheck } from '../rule.js';

/** In another language, papers under Russian law call Russian things by their names: the internal work rules. */
export const rule: LintCheck = (context) =>
  context
    .phrases()
    .filter(({ passage: { language, jurisdictions } }) => language === 'ru' || jurisdictions.some((one) => one !== 'ru'))
    .map(({ pointer, range, args, mark }) => ({ pointer, range, args: { ...args, usual: mark } }));
