/**
 * Names of posts and departments in the Russian cases. The adjectives at the start and the noun they belong to change;
 * what follows («отдела продаж», «по работе с клиентами») stays as it is.
 */
import { agreementOf, declineAdjective, isAdjective } from './adjectives.js';
import { declineNoun, genderOf, isAnimate, isDeclinable } from './nouns.js';
import type { RussianCase, RussianGender } from './nouns.js';
import { adverbs, frozenParts, governing, indeclinable, masculineInA, prepositions, wordsForPeople } from './russian-words.js';

export type { RussianCase } from './nouns.js';

/** Forms that data give for a phrase; the nominative is the phrase itself. */
export type GivenForms = { readonly [wanted in Exclude<RussianCase, 'nominative'>]?: string | undefined };

/** A phrase in a case: the form that the data give, otherwise the derived one. */
export const phraseIn = (title: string, wanted: RussianCase, forms: GivenForms = {}): string =>
  (wanted === 'nominative' ? undefined : forms[wanted]) ?? declinePhrase(title, wanted);

/**
 * Declines a name of a post or a department given in the nominative. Abbreviations («и.о. директора», «зам. директора»),
 * words in Latin letters and other words without cases stay as they are.
 */
export function declinePhrase(title: string, wanted: RussianCase): string {
  if (wanted === 'nominative') return title;
  if (isShouted(title)) return declinePhrase(title.toLowerCase(), wanted).toUpperCase();
  // The odd elements are the spaces between the words.
  const words = title.split(/(\s+)/u);
  const head = headOf(words);
  if (head === null) return title;
  const noun = coreOf(words[head] ?? '');
  const animate = isAdjective(noun) ? agreementOf(noun) === 'masculine' : isAnimate(lastPart(noun));
  return words
    .map((word, at) => {
      if (at === head) return declineHead(word, wanted);
      return at < head && isAdjective(word) ? declineAdjective(word, wanted, animate) : word;
    })
    .slice(0, head + 1)
    .concat(declineTail(words.slice(head), wanted, animate))
    .join('');
}

/**
 * What follows the head is frozen, but for what stands in its case: «администратор и кассир», «директор, член
 * правления», «врач-стоматолог детский».
 */
function declineTail([head = '', ...tail]: string[], wanted: RussianCase, animate: boolean): string {
  const after = (count: number): string => tail.slice(0, count).join('') + declinePhrase(tail.slice(count).join(''), wanted);
  if (head.endsWith(',')) return after(1);
  if (tail[1] === 'и') return after(3);
  const [space = '', next = '', ...rest] = tail;
  if (/[ыи]й$/u.test(next) && isAdjective(next)) return space + declineAdjective(next, wanted, animate) + rest.join('');
  return tail.join('');
}

/** The place of the head among the words, or null where the phrase cannot change. */
function headOf(words: readonly string[]): number | null {
  let at = 0;
  for (; at < words.length; at += 2) {
    const word = words[at] ?? '';
    const next = words[at + 2];
    if (word.endsWith('.')) return null;
    if (!isFrozenBefore(word, next) && !leads(word, next)) break;
  }
  const noun = lastPart(coreOf(words[at] ?? ''));
  const changes = isAdjective(noun) || isDeclinable(noun);
  // A frozen head still has adjectives that change: «главное бюро»; a plural that is not known has none that may.
  const frozen = indeclinable.has(noun.toLowerCase()) || /[A-Za-z]|[А-ЯЁ]{2}/u.test(noun);
  return changes || frozen ? at : null;
}

/** Whether an adjective belongs to a noun further on; otherwise it is the head itself, as in «заведующий складом». */
function leads(word: string, next: string | undefined): boolean {
  if (next === undefined || !isAdjective(word)) return false;
  const following = coreOf(next);
  if (governing.test(word.toLowerCase()) && /(?:[оеёы]м|им|[оеё]й|ью|[ая]ми)$/u.test(following)) return false;
  const gender = agreementOf(word);
  return isAdjective(following) ? agreementOf(following) === gender : looksNominative(following, gender);
}

/** Whether a word may be a noun in the nominative that an adjective of this gender agrees with. */
function looksNominative(word: string, gender: RussianGender): boolean {
  const noun = lastPart(word).toLowerCase();
  if (prepositions.has(noun)) return false;
  if (indeclinable.has(noun) || /[a-z]/u.test(noun)) return true;
  if (gender === 'masculine') return /[^аеёиоуыэюя]$/u.test(noun) || masculineInA.has(noun);
  if (gender === 'plural') return /[ыиа]$/u.test(noun);
  return genderOf(noun) === gender || (gender === 'feminine' && noun.endsWith('ь'));
}

/** Whether a word before the head never changes: «HR директор», «шеф повар», «временно исполняющий». */
function isFrozenBefore(word: string, next: string | undefined): boolean {
  if (next === undefined || prepositions.has(next)) return false;
  const lower = word.toLowerCase();
  if (adverbs.has(lower)) return isAdjective(next);
  const modifier = frozenParts.has(lower) || /[A-Za-z\d]|[А-ЯЁ]{2}/u.test(word);
  return modifier && !isAdjective(next) && isDeclinable(lastPart(next)) && looksNominative(next, 'masculine');
}

/** «Менеджер-консультант», «продавец/кассир»: the last part changes, and each part before it that names a person. */
function declineHead(word: string, wanted: RussianCase): string {
  const core = coreOf(word);
  const parts = core.split(/([-–/])/u);
  const declined = parts.map((part, at) => {
    if (at % 2 === 1) return part;
    if (at < parts.length - 1 && !changesInCompound(part)) return part;
    return isAdjective(part) ? declineAdjective(part, wanted, agreementOf(part) === 'masculine') : declineNoun(part, wanted);
  });
  return declined.join('') + word.slice(core.length);
}

const changesInCompound = (part: string): boolean => {
  const lower = part.toLowerCase();
  return !frozenParts.has(lower) && (isAdjective(part) || wordsForPeople.test(lower) || /[ая]$/u.test(lower));
};

const lastPart = (word: string): string => word.split(/[-–/]/u).at(-1) ?? word;

/** A word without the punctuation behind it. */
const coreOf = (word: string): string => word.replace(/[),.;:»"]+$/u, '');

/** Whether a title is set in capitals; a lone abbreviation (АХО, ОТК) is not. */
const isShouted = (title: string): boolean =>
  title === title.toUpperCase() && /[А-ЯЁ]{2}/u.test(title) && (/\s/u.test(title) || title.length > 5);
