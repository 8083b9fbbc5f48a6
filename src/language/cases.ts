/**
 * Names of posts and departments in the Russian cases. The adjectives at the start and the noun they belong to change;
 * what follows («отдела продаж», «по работе с клиентами») stays as it is.
 */
import { agreementOf, declineAdjective, isAdjective } from './adjectives.js';
import { declineNoun, genderOf, isAnimate, isDeclinable } from './nouns.js';
import type { RussianCase, RussianGender } from './nouns.js';
import {
  adverbs,
  frozenParts,
  governing,
  indeclinable,
  masculineInA,
  namesWoman,
  prepositions,
  stressedAdjectives,
  wordsForPeople,
} from './russian-words.js';

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
  const [first = '', ...more] = segmentsOf(title);
  let before = first;
  const declined = more.map(({ text, sign }) => {
    // «маркетинг и продажи»: what a conjunction joins to the head itself is in its case, whatever it is.
    const another = joins(sign)
      ? endsWithHead(before) || (isAnotherHead(text, first) && !takesAccusative(before))
      : isAnotherHead(text, first);
    before = another ? text : `${before}${sign}${text}`;
    return sign + (another ? declineSegment(text, wanted) : text);
  });
  return declineSegment(first, wanted) + declined.join('');
}

interface Segment {
  /** What parts it from the one before. */
  sign: string;
  text: string;
}

/**
 * A title at its brackets, dashes, commas and conjunctions: «врач общей практики (семейный врач)», «директор, член
 * правления», «заместитель директора – главный инженер». What stands in quotes is a name and is not parted.
 */
function segmentsOf(title: string): [string, ...Segment[]] {
  let first = '';
  const segments: Segment[] = [];
  for (const [piece] of title.matchAll(/«[^»]*»|"[^"]*"|\s+[–—-]\s+|\s*\(|\)\s*|[,;]\s+|\s+и\s+|\s+\/\s+|./gsu)) {
    const last = segments.at(-1);
    if (/^(?:\s+[–—-]\s+|\s*\(|\)\s*|[,;]\s+|\s+и\s+|\s+\/\s+)$/u.test(piece)) segments.push({ sign: piece, text: '' });
    else if (last) last.text += piece;
    else first += piece;
  }
  return [first, ...segments];
}

/** A comma or a conjunction, which may also part what a preposition governs: «ответственный за учёт и монитор». */
const joins = (sign: string): boolean => /[,;и]/u.test(sign);
const takesAccusative = (text: string): boolean => /\s(?:за|на|в|во|про|через)\s/u.test(text);

/** Whether nothing stands behind the head. */
function endsWithHead(text: string): boolean {
  const words = text.split(/(\s+)/u);
  return headOf(words) === words.length - 1;
}

/** Whether another name of the post begins, or an adjective of it: «(шеф-повар)», «(ведущий)», but not «(участка, цеха)». */
function isAnotherHead(text: string, head: string): boolean {
  const words = text.split(/\s+/u);
  const noun = words.findIndex((word) => !isAdjective(word));
  const [first = ''] = words;
  if (noun === -1) return agreementOf(first) === agreementOfHead(head) && (!first.endsWith('ой') || stressedAdjectives.test(first));
  const word = words[noun] ?? '';
  const isMan = namesPerson(word);
  if (noun === 0) return isMan || namesWoman.test(word);
  return agreementOf(first) === (isMan ? 'masculine' : 'feminine') && (isMan || namesWoman.test(word));
}

const namesPerson = (word: string): boolean => {
  const part = lastPart(word).toLowerCase();
  return wordsForPeople.test(part) && isAnimate(part) && isDeclinable(lastPart(word));
};

/** What an adjective behind the head would agree with. */
function agreementOfHead(text: string): RussianGender {
  const words = text.split(/(\s+)/u);
  const noun = lastPart(coreOf(words[headOf(words) ?? 0] ?? ''));
  return isAdjective(noun) ? agreementOf(noun) : genderOf(noun);
}

function declineSegment(text: string, wanted: RussianCase): string {
  // The odd elements are the spaces between the words.
  const words = text.split(/(\s+)/u);
  const head = headOf(words);
  if (head === null) return text;
  const noun = coreOf(words[head] ?? '');
  const animate = isAdjective(noun) ? agreementOf(noun) === 'masculine' : isAnimate(lastPart(noun));
  const declined = words.slice(0, head + 1).map((word, at) => {
    if (at === head) return declineHead(word, wanted);
    return at < head && isAdjective(word) ? declineAdjective(word, wanted, animate) : word;
  });
  return declined.join('') + declineTail(words.slice(head + 1), wanted, agreementOfHead(text), animate);
}

/** What follows the head is frozen, but for adjectives that agree with it: «врач-стоматолог детский», «сестра палатная». */
function declineTail(tail: readonly string[], wanted: RussianCase, agreement: RussianGender, animate: boolean): string {
  const [space = '', next = '', ...rest] = tail;
  if (!isAdjective(next) || agreementOf(next) !== agreement) return tail.join('');
  // «оператор котельной» has a genitive behind it, «врач городской» an adjective.
  if (next.endsWith('ой') && !(rest.length === 0 && stressedAdjectives.test(next.toLowerCase()))) return tail.join('');
  return space + declineAdjective(next, wanted, animate) + declineTail(rest, wanted, agreement, animate);
}

/** The place of the head among the words, or null where the phrase cannot change. */
function headOf(words: readonly string[]): number | null {
  let at = 0;
  for (; at < words.length; at += 2) {
    const word = words[at] ?? '';
    const next = words[at + 2];
    if (word.endsWith('.')) return null;
    if (!isFrozenBefore(word, next) && !leads(word, next, words[at + 4])) break;
  }
  const noun = lastPart(coreOf(words[at] ?? ''));
  const changes = isAdjective(noun) || isDeclinable(noun);
  // A frozen head still has adjectives that change: «главное бюро»; a plural that is not known has none that may.
  const frozen = indeclinable.has(noun.toLowerCase()) || /[A-Za-z]|[А-ЯЁ]{2}/u.test(noun);
  return changes || frozen ? at : null;
}

/** Whether an adjective belongs to a noun further on; otherwise it is the head itself, as in «заведующий складом». */
function leads(word: string, next: string | undefined, afterwards: string | undefined): boolean {
  if (next === undefined || !isAdjective(word)) return false;
  const following = coreOf(next);
  if (governing.test(word.toLowerCase()) && /(?:[оеёы]м|им|[оеё]й|ью|[ая]ми)$/u.test(following)) return false;
  // «горновой доменной печи»: a genitive follows.
  if (following.endsWith('ой') && /[ыи]$/u.test(afterwards ?? '')) return false;
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
