/** Words that no dictionary knows. */
import type { Locale } from '../../document/document.js';
import { findAll } from '../place.js';
import type { LintCheck, Passage } from '../rule.js';
import { variantOf } from '../spelling.js';
import type { Spelling, Variant } from '../spelling.js';

/** Suggestions take their time, so a file that is wrong throughout gets them for its first words only. */
const mostSuggested = 10;

/** So many different words that are wrong in one language are another language, and take their time as well. */
const mostUnknown = 250;

const letters: Record<Locale, RegExp> = {
  ru: /^[\p{Script=Cyrillic}’'-]+$/u,
  en: /^[\p{Script=Latin}’'-]+$/u,
  nl: /^[\p{Script=Latin}’'-]+$/u,
};

/** Addresses first, and the questions that a text names in braces, so that their parts are not taken for words. */
const words =
  /\{[a-z0-9-]{1,60}\}|\S{1,200}@\S+|(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.\-/&+][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

export const rule: LintCheck = (context) => {
  const { spelling } = context;
  if (!spelling) return [];
  const suggested = new Map<string, string>();
  const unknown = new Map<Locale, Set<string>>(context.languages.map((language) => [language, new Set()]));
  return findAll(context, words, (match, passage) => {
    const [word] = match;
    const strangers = unknown.get(passage.language);
    const isGivenUp = !strangers || strangers.size >= mostUnknown;
    if (isGivenUp || !isChecked(word, match.index, passage) || isKnown(word, match.index + word.length, passage, spelling)) return null;
    strangers.add(word.toLowerCase());
    const key = `${passage.language} ${word.toLowerCase()}`;
    if (!suggested.has(key) && suggested.size < mostSuggested)
      suggested.set(key, spelling.suggest(word, variantsOf(passage)[0]).join(', '));
    return { args: { nearest: suggested.get(key) ?? '' } };
  });
};

/** English words are right when either spelling has them; which of the two it should be is for another rule. */
const variantsOf = ({ language, jurisdictions }: Passage): [Variant, ...Variant[]] => {
  const own = variantOf(language, jurisdictions[0] ?? 'gb');
  return language === 'en' ? [own, own === 'en-US' ? 'en-GB' : 'en-US'] : [own];
};

/** Names, abbreviations, numbers and words in another script are not looked up. */
function isChecked(word: string, at: number, { text, language }: Passage): boolean {
  if (!letters[language].test(word) || /\p{L}\p{Ll}*\p{Lu}/u.test(word.replace(/-\p{Lu}/gu, ''))) return false;
  // «т. п.», «enz.»: what is shortened is not in the dictionary, and other rules look at it.
  if (word.length < 5 && text[at + word.length] === '.' && /^\p{Ll}/u.test(word)) return false;
  const isName = /^\p{Lu}/u.test(word) && at > 0 && !/[.!?:«“‘(]\s*$/u.test(text.slice(Math.max(0, at - 3), at));
  return !isName;
}

function isKnown(word: string, end: number, passage: Passage, spelling: Spelling): boolean {
  const variants = variantsOf(passage);
  const knows = (one: string): boolean =>
    variants.some((variant) => spelling.knows(one, variant)) ||
    (/^\p{Lu}/u.test(one) && variants.some((variant) => spelling.knows(one.toLowerCase(), variant)));
  if (knows(word)) return true;
  // «arbeids-, contracten- en privacyrecht»: the first part of a compound, perhaps with the s that links it.
  if (passage.text[end] === '-' && word.endsWith('s') && knows(word.slice(0, -1))) return true;
  // A part alone may be an abbreviation, as in «CRM-система».
  const parts = word.split('-');
  if (parts.length > 1 && parts.every((part) => part === part.toUpperCase() || knows(part) || isDutchCompound(part, passage, knows)))
    return true;
  return isDutchCompound(word, passage, knows);
}

const shortestPart = 4;

/** Dutch makes compounds freely, and the dictionary knows the usual ones only. */
function isDutchCompound(word: string, { language }: Passage, knows: (part: string) => boolean): boolean {
  if (language !== 'nl') return false;
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (knows(second) && (knows(first) || (first.endsWith('s') && first.length > shortestPart && knows(first.slice(0, -1))))) return true;
  }
  return false;
}
