/** `# lint-ignore <rule-id>: <why>` before a clause or value: the author knows better there, and says why. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import type { LintSource, Span } from './source.js';

export interface Suppression {
  rule: string;
  about: Span;
  comment: Span;
  used: boolean;
}

const directive = /^\s*lint-ignore\b\s*(?:lint\/)?([^\s:]*)\s*:?\s*(.*)$/;

/** The suppressions of a file; what is wrong with the others goes to `problems`. */
export function suppressionsOf(source: LintSource, known: readonly string[], problems: Diagnostic[]): Suppression[] {
  if (!source.text.includes('lint-ignore')) return [];
  return source.comments.flatMap(({ start, end, text, about }) => {
    const parts = directive.exec(text.trimEnd());
    if (!parts) return [];
    const [, rule = '', why = ''] = parts;
    const place = source.placeAt({ start, end });
    if (!known.includes(rule)) {
      problems.push(diagnostic('lint-ignore-unknown-rule', { rule, nearest: nearest(rule, known) }, place, 'warning'));
      return [];
    }
    if (why.trim() === '') problems.push(diagnostic('lint-ignore-without-reason', { rule }, place, 'warning'));
    return [{ rule, about: about ?? { start: end, end }, comment: { start, end }, used: false }];
  });
}

/** A suppression that suppresses nothing is out of date, or stands in the wrong place. */
export const unused = (source: LintSource, suppressions: readonly Suppression[]): Diagnostic[] =>
  suppressions
    .filter((one) => !one.used)
    .map(({ rule, comment }) => diagnostic('lint-ignore-unused', { rule }, source.placeAt(comment), 'warning'));
