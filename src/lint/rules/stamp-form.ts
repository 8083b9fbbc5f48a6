/** A typed stamp of approval, or a name put before the post it belongs to. */
import type { LintCheck, LintFinding } from '../rule.js';

/** «И.И. Иванов, генеральный директор»; each part has a bounded length. */
const nameThenPost =
  /\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}{1,40},?\s(?:(?:генеральный|исполнительный|коммерческий|финансовый)\s)?(?:директор|начальник|руководитель|президент|председатель)/u;

export const rule: LintCheck = (context) => {
  const typed = context.phrases().flatMap(({ passage, range, pointer }): LintFinding[] => {
    const word = passage.text.slice(range.start, range.end);
    if (word !== word.toUpperCase()) return [];
    const spoilt =
      /^\s*[:»"”]/.test(passage.text.slice(range.end, range.end + 10)) ||
      /[«"“]\s*$/.test(passage.text.slice(Math.max(0, range.start - 3), range.start));
    return [{ pointer, range, args: { fault: spoilt ? 'colon' : 'typed' } }];
  });
  const named = context.passages.flatMap(({ pointer, text }): LintFinding[] => {
    const match = nameThenPost.exec(text);
    return match ? [{ pointer, range: { start: match.index, end: match.index + match[0].length }, args: { fault: 'name' } }] : [];
  });
  return [...typed, ...named];
};
