/** The documents put full stops and semicolons themselves, as the place of a clause wants them. */
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const abbreviations = new Set(context.list('abbreviations'));
  return findAll(context, /(?<![.…])[.;]$/g, (match, { text }) => {
    const word = /[\p{L}.]+$/u.exec(text.slice(0, match.index).slice(-30))?.[0].toLowerCase() ?? '';
    const isAbbreviation = match[0] === '.' && (/^\p{L}$|\.\p{L}$/u.test(word) || abbreviations.has(word));
    return isAbbreviation ? null : mendedBy(match, '');
  });
};
