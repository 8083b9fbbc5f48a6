/** The stamp is the word in capitals; in small letters it is an ordinary participle. */
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) =>
  context.phrases().filter(({ passage, range }) => {
    const word = passage.text.slice(range.start, range.end);
    return word === word.toUpperCase();
  });
