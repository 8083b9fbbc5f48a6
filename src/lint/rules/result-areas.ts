/** The number of result areas of a Dutch job description: of the areas that it prints. */
import type { LintCheck } from '../rule.js';

const fewest = 4;
const most = 6;

export const rule: LintCheck = ({ role, languages }) => {
  // Areas that hang on an answer may be left out, and areas of other countries are.
  const areas = (role?.duties ?? []).filter(({ jurisdictions }) => jurisdictions?.includes('nl') ?? true);
  const count = areas.length;
  const always = areas.filter(({ when }) => !when).length;
  return role && languages.includes('nl') && (count < fewest || always > most)
    ? [{ pointer: '/duties', side: 'key', args: { count } }]
    : [];
};
