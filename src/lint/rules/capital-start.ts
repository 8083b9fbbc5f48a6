/** Sentences begin with a capital; entries of lists with a small letter, because the documents join them to a lead. */
import { upperFirst } from '../../language/sentences.js';
import { within } from '../phrase-book.js';
import { rangeOf } from '../place.js';
import type { LintCheck, LintFinding } from '../rule.js';

export const rule: LintCheck = (context) => {
  const [sentences, entries] = [context.list('sentences'), context.list('entries')];
  return context.passages.flatMap(({ pointer, section, text, language }): LintFinding[] => {
    if (sentences.some((one) => within(section, one))) {
      const first = /^\p{Ll}[\p{L}-]*/u.exec(text);
      const raised = upperFirst(text, language);
      if (!first || raised === text) return [];
      const end = raised[1] === text[1] ? 1 : 2;
      return [{ pointer, range: rangeOf(first), args: { place: 'sentence' }, fix: { start: 0, end, text: raised.slice(0, end) } }];
    }
    if (!entries.some((one) => within(section, one))) return [];
    const first = /^\p{Lu}\p{Ll}+(?![\p{L}-])/u.exec(text);
    if (!first) return [];
    const [word] = first;
    const end = language === 'nl' && word.startsWith('IJ') ? 2 : 1;
    return [{ pointer, range: rangeOf(first), args: { place: 'entry' }, fix: { start: 0, end, text: word.slice(0, end).toLowerCase() } }];
  });
};
