/** The number of result areas of a Dutch job description. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = ({ role, languages }) => {
  const count = role?.duties.length ?? 0;
  return role && languages.includes('nl') && (count < 3 || count > 8) ? [{ pointer: '/duties', side: 'key', args: { count } }] : [];
};
