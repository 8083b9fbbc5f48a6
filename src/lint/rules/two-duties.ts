/**
 * Two duties in one clause: a semicolon, words that open a second matter, or two verbs with a comma alone between them.
 * Two verbs joined by “and” are left alone, because most of them are steps of one matter.
 */
import type { Locale } from '../../document/document.js';
import { sectionOf } from '../section.js';
import { findAll } from '../place.js';
import type { LintCheck, LintContext } from '../rule.js';

const duties = (context: LintContext): LintContext => sectionOf(context, ['duties/duties/text']);

/** The form of a verb that a duty begins with, and in English what shows that no plural noun is meant. */
const verbForm: Record<Locale, RegExp> = {
  ru: /^\p{L}+(?:ет|ёт|ит)(?:ся)?$/u,
  en: /^\p{L}+s$/u,
  nl: /^\p{L}+t$/u,
};
const article: Record<Locale, RegExp> = {
  ru: /^\p{L}/u,
  en: /^(?:the|a|an|all|every|each|their|its|new|any)$/u,
  nl: /^\p{L}/u,
};
const conjunction: Record<Locale, ReadonlySet<string>> = {
  ru: new Set(['и', 'или', 'либо', 'а', 'но']),
  en: new Set(['and', 'or', 'but']),
  nl: new Set(['en', 'of', 'maar']),
};

/** The verb of a second duty: its form is that of the first, and nothing but a comma joins the two. */
function secondVerb(text: string, language: Locale): { start: number; verb: string } | null {
  const [first, second, ...others] = text.split(', ');
  if (first === undefined || second === undefined || others.length > 0 || /[;:.]/u.test(text)) return null;
  const [own, next] = [first.toLowerCase().split(' '), second.toLowerCase().split(' ')];
  const [opening = '', verb = '', object = ''] = [own[0], next[0], next[1]];
  const isVerb = (word: string): boolean => verbForm[language].test(word);
  if (own.length < 2 || next.length < 3 || !isVerb(opening) || !isVerb(verb) || !article[language].test(object)) return null;
  return [...own, ...next].some((word) => conjunction[language].has(word)) ? null : { start: first.length + 2, verb };
}

export const rule: LintCheck = (context) => {
  const nouns = new Set(context.list('nouns'));
  const about = duties(context);
  return [
    ...findAll(about, /;\s+\p{L}+/gu, () => ({})),
    ...findAll(about, { ru: /а также (?:не )?(\p{L}+(?:ет|ёт|ит)(?:ся)?)(?!\p{L})/giu }, (match) =>
      nouns.has(match[1]?.toLowerCase() ?? '') ? null : {},
    ),
    ...about.passages.flatMap(({ pointer, text, language }) => {
      const second = secondVerb(text.replace(/\.$/u, ''), language);
      return second && !nouns.has(second.verb) ? [{ pointer, range: { start: second.start, end: second.start + second.verb.length } }] : [];
    }),
    ...context.phrases(),
  ];
};
