/** “2.1.”, “3)”, “b)”, “II.” or a bullet at the beginning of a text. */
import type { LintCheck } from '../rule.js';

const number = /^\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,3}[.)]|[IVXLC]{1,7}[.)]|[IVX]{1,7}\.\d{1,3}\.?|[a-zа-я]\)|[•·*–—-])(?=\s)/u;

export const rule: LintCheck = ({ passages }) =>
  passages.flatMap(({ pointer, text }) => {
    const match = number.exec(text);
    return match ? [{ pointer, range: { start: match[0].length - match[0].trimStart().length, end: match[0].length } }] : [];
  });
