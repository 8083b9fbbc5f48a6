/** The languages of the organisation file that the role is not written in. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role, organisation }) =>
  (role ? (organisation?.languages ?? []) : [])
    .filter((language) => !role?.languages.includes(language))
    .map((language) => ({ pointer: '/languages', args: { language, known: role?.languages.join(', ') ?? '' } }));
