/**
 * Two duties in one clause: a semicolon, or words that open a second matter. Two verbs joined by “and” are left alone,
 * because most of them are steps of one matter.
 */
import { sectionOf } from '../section.js';
import { findAll } from '../place.js';
import type { LintCheck, LintContext } from '../rule.js';

const duties = (context: LintContext): LintContext => sectionOf(context, ['duties/duties/text']);

export const rule: LintCheck = (context) => {
  const nouns = new Set(context.list('nouns'));
  return [
    ...findAll(duties(context), /;\s+\p{L}+/gu, () => ({})),
    ...findAll(duties(context), { ru: /а также (?:не )?(\p{L}+(?:ет|ёт|ит)(?:ся)?)(?!\p{L})/giu }, (match) =>
      nouns.has(match[1]?.toLowerCase() ?? '') ? null : {},
    ),
    ...context.phrases(),
  ];
};
