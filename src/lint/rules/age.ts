/** Age as a requirement, but for full age where the law keeps the work from the young. */
import { isFullAge } from '../harmful-work.js';
import type { LintCheck, PhraseFinding } from '../rule.js';

/** Under American law only those over forty are kept from a bound of age (29 U.S.C. § 631). */
const mayAskFullAge = ({ mark, passage }: PhraseFinding): boolean =>
  mark === 'full-age' && passage.jurisdictions.every((country) => country === 'us');

export const rule: LintCheck = (context) => {
  const fullAge = isFullAge(context);
  return context.phrases().filter((found) => !fullAge(found) && !mayAskFullAge(found));
};
