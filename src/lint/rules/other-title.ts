/** A sentence about a post that the role does not know: three titles for one role confuse whoever has to sign. */
import type { Locale } from '../../document/document.js';
import { findAll } from '../place.js';
import { sectionOf } from '../section.js';
import type { LintCheck, Passage } from '../rule.js';

/** Where whole sentences speak of the holder. */
const sentences = [
  'purpose',
  'context',
  'conditions',
  'physicalDemands',
  'responsibility',
  'pay/components',
  'onboarding/goal',
  'onboarding/stages/goal',
  'onboarding/stages/exit',
  'onboarding/mentor/allowance',
  'procedures/note',
  'tables/note',
];

/** A title at the beginning of a sentence, a few words long. */
const subjects: Record<Locale, (heads: string) => RegExp> = {
  ru: (heads) => new RegExp(`(?<=^|[.!?] )(?:\\p{L}+ )?(?:${heads})(?: по \\p{L}+| отдела \\p{L}+)?(?!\\p{L})`, 'giu'),
  en: (heads) => new RegExp(`(?<=^|[.!?;] )(?:The |A |An )?((?:\\p{L}[\\p{L}’-]* ){1,3}(?:${heads}))(?!\\p{L})`, 'giu'),
  nl: (heads) => new RegExp(`(?<=^|[.!?;] )(?:De |Een )((?:\\p{L}[\\p{L}’-]* ){0,2}\\p{L}*(?:${heads}))(?!\\p{L})`, 'giu'),
};

export const rule: LintCheck = (context) => {
  const { role } = context;
  if (!role) return [];
  const heads = context.list('heads').map(literally).join('|');
  const general = new Set(context.list('general'));
  const titles = new Map(context.languages.map((language) => [language, titlesOf(context.passages, language)]));
  const patterns = Object.fromEntries(context.languages.map((language) => [language, subjects[language](heads)]));
  return findAll(sectionOf(context, sentences), patterns, (match, { language }) => {
    const name = (match[1] ?? match[0]).toLowerCase();
    const known = titles.get(language) ?? [];
    const isKnown =
      general.has(name) ||
      general.has(`the ${name}`) ||
      name.startsWith('the ') ||
      known.some((title) => title.includes(name) || name.includes(title));
    const start = match.index + match[0].length - (match[1] ?? match[0]).length;
    return isKnown ? null : { range: { start, end: match.index + match[0].length }, args: { title: known[0] ?? '' } };
  });
};

/** The words of a project stand for themselves, whatever signs are in them. */
const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The title of the role first; then its synonyms, and everybody else whom the role names. */
const titlesOf = (passages: readonly Passage[], language: Locale): string[] =>
  ['title', 'synonyms', 'posts', 'relations/party', 'onboarding/mentor/sources']
    .flatMap((section) =>
      passages.filter((one) => one.language === language && (one.section === section || one.section.startsWith(`${section}/`))),
    )
    .map((one) => one.text.toLowerCase());
