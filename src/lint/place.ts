/** Findings at words of a text that a pattern finds; for rules whose subject is signs, not phrases. */
import type { Locale } from '../document/document.js';
import type { LintContext, LintFinding, Passage } from './rule.js';

/** What a rule says of one match; null when it is right after all. */
type Judgement = (match: RegExpExecArray, passage: Passage) => Partial<LintFinding> | null;

/**
 * Every match of a pattern, or of that of the language, in the passages. The patterns are global and take time in
 * proportion to the text.
 */
export function findAll(context: LintContext, patterns: RegExp | Partial<Record<Locale, RegExp>>, judge: Judgement): LintFinding[] {
  return context.passages.flatMap((passage) => {
    const pattern = patterns instanceof RegExp ? patterns : patterns[passage.language];
    if (!pattern) return [];
    const found: LintFinding[] = [];
    // The very pattern, not a copy of it for each text, which costs more than the search.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(passage.text); match; match = pattern.exec(passage.text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      const judged = judge(match, passage);
      if (judged) found.push({ pointer: passage.pointer, range: rangeOf(match), ...judged });
    }
    return found;
  });
}

export const rangeOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});

/** A finding at a match that other text mends. */
export const mendedBy = (match: RegExpExecArray, text: string): Partial<LintFinding> => ({ fix: { ...rangeOf(match), text } });
