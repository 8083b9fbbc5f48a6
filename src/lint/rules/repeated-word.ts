/** The same word twice in a row. */
import { findAll } from '../place.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) => {
  const allowed = new Set(context.list('allowed'));
  return findAll(context, /(?<![\p{L}\d’'-])(\p{L}+)( +\1)(?![\p{L}\d’'-])/giu, (match) => {
    const [, word = '', again = ''] = match;
    if (allowed.has(word.toLowerCase()) || word === word.toUpperCase()) return null;
    const start = match.index + word.length;
    return { fix: { start, end: start + again.length, text: '' } };
  });
};
