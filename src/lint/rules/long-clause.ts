/** Sentences of more words than a reader takes in at once. Russian packs more into a word than the others. */
import type { Locale } from '../../document/document.js';
import type { LintCheck, LintFinding } from '../rule.js';

const limits: Record<Locale, number> = { ru: 28, en: 34, nl: 34 };

export const rule: LintCheck = (context) =>
  context.passages.flatMap((passage): LintFinding[] => {
    const { pointer, language } = passage;
    const limit = limits[language];
    const sentences = new Map<number, { start: number; end: number; count: number }>();
    for (const { start, end, sentence } of context.cut(passage).list) {
      const own = sentences.get(sentence);
      sentences.set(sentence, { start: own?.start ?? start, end, count: (own?.count ?? 0) + 1 });
    }
    return [...sentences.values()]
      .filter((one) => one.count > limit)
      .map(({ start, end, count }) => ({ pointer, range: { start, end }, args: { count, limit } }));
  });
