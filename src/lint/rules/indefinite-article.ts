/** English a and an, by the sound of the next word. */
import { isSureOfIndefinite, withIndefinite } from '../../language/articles.js';
import { findAll } from '../place.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const uncertain = new Set(context.list('uncertain'));
  return findAll(context, { en: /(?<![\p{L}\p{N}’'./-])(an?|An?) ([“‘(]?)((?=[\p{L}\d])[^\s,;:.!?”’)]{1,40})/gu }, (match, { text }) => {
    const [, article = '', , next = ''] = match;
    // “Class A customers”: a capital letter within a sentence is a name.
    if (article === 'A' && !/(?:^|[.!?] )$/.test(text.slice(Math.max(0, match.index - 2), match.index))) return null;
    if (uncertain.has(next.toLowerCase()) || /^\d/.test(next) || !isSureOfIndefinite(next)) return null;
    const right = withIndefinite(next).split(' ')[0]?.toLowerCase() ?? '';
    if (right === article.toLowerCase()) return null;
    const put = article.startsWith('A') ? `A${right.slice(1)}` : right;
    return { args: { right }, fix: { start: match.index, end: match.index + article.length, text: put } };
  });
};
