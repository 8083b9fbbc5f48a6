/**
 * One part of a Russian title between its signs: what stands before the head, the head, and what follows it. The adjectives
 * before the head and the head change, and so does what agrees with it behind it; all else («отдела продаж», «по работе с
 * клиентами») is governed by the head and stays as it is (Розенталь, «Справочник по правописанию», §§ 148–151, 192).
 */
import { agreementOf, declineAdjective, declineOrdinal, isAdjective, isOrdinal } from './adjectives.js';
import {
  governing,
  hasCertainForms,
  isAbbreviated,
  isInanimate,
  isJoinedAbbreviation,
  isOblique,
  namesPerson,
  prepositions,
} from './endings.js';
import type { Likelihood } from './endings.js';
import { declineNoun, genderOf, isAnimate, isDeclinable } from './nouns.js';
import type { RussianCase, RussianGender } from './nouns.js';
import { isIndeclinable, listed, titleWords } from './title-words.js';

/** What is written, or what changes with the case. */
export type Piece = string | ((wanted: RussianCase) => string);

/** The word on which the others of a part hang. */
export interface Head {
  readonly word: string;
  readonly isAdjective: boolean;
  readonly isPerson: boolean;
  /** What adjectives agree with: that of each half of a compound. */
  readonly genders: readonly RussianGender[];
  readonly isAnimate: boolean;
  readonly isLast: boolean;
}

export interface Segment {
  readonly pieces: readonly Piece[];
  /** Null where nothing changes. */
  readonly head: Head | null;
  /** Whether the forms follow from rules and known words alone. */
  readonly isCertain: boolean;
}

/** Reads a part; `animate` is that of the noun which follows a conjunction, where the part has adjectives only. */
export function readSegment(text: string, animate?: boolean): Segment {
  const tokens = text.match(/«[^»]*»\S*|"[^"]*"\S*|\s+|\S+/gu) ?? [];
  const words = tokens.filter((token) => !/^\s/u.test(token));
  const before = beforeHead(words);
  const word = words[before.at];
  if (before.frozen || word === undefined) return { pieces: [text], head: null, isCertain: before.isCertain };
  const head = headOf(word, before.at === words.length - 1, animate);
  const own = compound(word);
  const behind = behindHead(words.slice(before.at + 1), head);
  const changed = words.map((one, at): Piece => {
    if (at < before.at) return before.adjectives.has(at) ? adjectival(one, head.isAnimate) : one;
    return at === before.at ? own.piece : (behind.pieces[at - before.at - 1] ?? one);
  });
  let next = 0;
  const pieces = tokens.map((token): Piece => (/^\s/u.test(token) ? token : (changed[next++] ?? token)));
  return { pieces, head, isCertain: before.isCertain && own.isCertain && behind.isCertain };
}

interface Before {
  /** The place of the head. */
  readonly at: number;
  readonly adjectives: ReadonlySet<number>;
  /** Whether the whole part keeps its form. */
  readonly frozen: boolean;
  readonly isCertain: boolean;
}

/** Adverbs, foreign words and abbreviations before the head keep their form; adjectives of the head change. */
function beforeHead(words: readonly string[]): Before {
  const adjectives = new Set<number>();
  let isCertain = true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (isAbbreviation(word)) {
      const degree = degreeAt(words, at);
      if (degree > 0 && beginsNominative(words[at + degree] ?? '') === 'yes') {
        at += degree - 1;
        continue;
      }
      const way = behindAbbreviation(words, at);
      if (way.freezes) return { at, adjectives, frozen: true, isCertain: isCertain && way.isCertain };
      isCertain &&= way.isCertain;
      continue;
    }
    if (next === undefined) return { at, adjectives, frozen: false, isCertain };
    if (isOrdinal(word) && beginsNominative(next) !== 'no') {
      adjectives.add(at);
      continue;
    }
    const frozen = keepsForm(word, words.slice(at + 1));
    if (frozen !== 'no') {
      isCertain &&= frozen === 'yes';
      continue;
    }
    const agrees = leads(word, words.slice(at + 1));
    isCertain &&= agrees !== 'perhaps';
    if (agrees === 'no' || (agrees === 'perhaps' && mayRule(word, coreOf(next)))) return { at, adjectives, frozen: false, isCertain };
    adjectives.add(at);
  }
  return { at: words.length, adjectives, frozen: true, isCertain };
}

/** «И.о.», «зам.», «к.т.н.»; figures and endings of sentences are none. */
export const isAbbreviation = (word: string): boolean => /^\(?\p{L}[\p{L}.-]*\.$/u.test(word);

/** How many words an abbreviated degree takes: «к.т.н.», «д. э. н.»; beside it a title changes: «к.т.н. доцента». */
function degreeAt(words: readonly string[], at: number): number {
  for (let count = 1; count <= 4; count++)
    if (/^[кд]\.(?:[а-яё]+\.?-?){1,3}н\.$/iu.test(words.slice(at, at + count).join(''))) return count;
  return 0;
}

/**
 * Behind «зам.», «и.о.» a genitive stands, and nothing changes; behind an abbreviated adjective the noun does («ст.
 * преподавателя»). A noun in the nominative behind another abbreviation may be either.
 */
function behindAbbreviation(words: readonly string[], at: number): { freezes: boolean; isCertain: boolean } {
  const next = words[at + 1];
  const nominative = next === undefined || isAbbreviation(next) ? 'no' : beginsNominative(next);
  if (!titleWords().abbreviatedAdjectives.has(listed((words[at] ?? '').replace(/\.$/u, ''))))
    return { freezes: true, isCertain: nominative === 'no' };
  if (next !== undefined && isAbbreviation(next)) return { freezes: false, isCertain: true };
  return { freezes: nominative === 'no', isCertain: nominative !== 'perhaps' };
}

/** Whether a word may only be in the nominative: an adjective in -ый or -ая, a word for a person. */
function beginsNominative(word: string): Likelihood {
  const core = coreOf(word);
  if (isAdjective(core)) return /(?:[ыи]й|[ая]я)(?:ся)?$/u.test(core.toLowerCase()) ? 'yes' : 'no';
  return namesPerson(firstPart(core)) === 'yes' ? 'yes' : namesPerson(lastPart(core));
}

/** Whether a word before the head never changes: «HR директор», «шеф повар», «временно исполняющий». */
function keepsForm(word: string, behind: readonly string[]): Likelihood {
  const { adverbs, modifiers } = titleWords();
  const [next = ''] = behind;
  if (prepositions.has(next)) return 'no';
  if (adverbs.has(listed(word))) return isAdjective(coreOf(next)) ? 'yes' : 'no';
  // «Senior Java разработчик»: several of them may stand before the noun.
  const following = coreOf(isForeign(word) ? (behind.find((one) => !isForeign(one)) ?? next) : next);
  const isNoun = !isAdjective(following) && isDeclinable(lastPart(following)) && looksNominative(following, 'masculine') !== 'no';
  if (!isNoun) return 'no';
  if (isForeign(word) || modifiers.has(listed(word)) || /инг$/u.test(word)) return 'yes';
  // «Бьюти консультант»: a word that names nobody does not stand beside one that does, unless it says of which kind it is.
  return !isAdjective(word) && namesPerson(coreOf(word)) === 'no' && namesPerson(following) === 'yes' && /^[а-яё]+$/u.test(word)
    ? 'perhaps'
    : 'no';
}

const isForeign = (word: string): boolean => /[A-Za-z\d]|[А-ЯЁ]{2}/u.test(word) && !/[а-яё]{2}/u.test(word);

/** Whether an adjective belongs to a noun further on; otherwise it is the head itself, as in «заведующий складом». */
function leads(word: string, behind: readonly string[]): Likelihood {
  const [next, afterwards = ''] = behind;
  if (next === undefined || !isAdjective(word)) return 'no';
  const following = coreOf(next);
  if (governing.test(word.toLowerCase()) && /(?:[оеёы]м|им|[оеё]й|ью|[ая]ми)$/u.test(following.toLowerCase())) return 'no';
  // «Заведующий бюро пропусков», «заведующий АХО»: what has no cases is governed too.
  if (governing.test(word.toLowerCase()) && (titleWords().indeclinable.has(listed(following)) || /^[А-ЯЁ]{2,}$/u.test(following)))
    return 'no';
  const gender = agreementOf(word);
  if (isAdjective(following)) {
    // «Горновой доменной печи», «рабочий столовой»: a genitive follows.
    if (following.endsWith('ой') && (!isStressedInOy(following) || /[ыи]$/u.test(coreOf(afterwards)))) return 'no';
    return agreementOf(following) === gender ? 'yes' : 'no';
  }
  const nominative = looksNominative(following, gender);
  if (gender !== 'masculine' || nominative === 'no' || !titleWords().headsLikeAdjectives.has(listed(word))) return nominative;
  const noun = lastPart(following);
  const isKnown = namesPerson(noun) === 'yes' || isInanimate(noun) || !isDeclinable(noun);
  return isKnown ? 'yes' : 'perhaps';
}

/** «Ведущий радиопрограмм»: behind the name of a post a word that names nobody is rather a genitive of the plural. */
const mayRule = (word: string, following: string): boolean =>
  titleWords().headsLikeAdjectives.has(listed(word)) && namesPerson(lastPart(following)) === 'no';

const isStressedInOy = (word: string): boolean => titleWords().adjectivesInOy.has(listed(lastPart(word)));

/** Whether a word may be a noun in the nominative that an adjective of this gender agrees with. */
function looksNominative(word: string, gender: RussianGender): Likelihood {
  const noun = lastPart(word);
  const lower = noun.toLowerCase();
  if (prepositions.has(lower)) return 'no';
  if (isIndeclinable(noun) || /[A-Za-z]|^[А-ЯЁ]{2,}$/u.test(noun)) return 'yes';
  if ([firstPart(word), noun].some((part) => genderOf(part) === gender && namesPerson(part) === 'yes')) return 'yes';
  if (gender === 'masculine') {
    if (titleWords().masculineInA.has(listed(noun))) return 'yes';
    if (!/[^аеёиоуыэюя]$/u.test(lower) || (isOblique(noun) && namesPerson(noun) !== 'yes')) return 'no';
    return namesPerson(noun) === 'perhaps' ? 'perhaps' : 'yes';
  }
  if (gender === 'plural') return /[ыиа]$/u.test(lower) ? 'yes' : 'no';
  return genderOf(noun) === gender || (gender === 'feminine' && lower.endsWith('ь')) ? 'yes' : 'no';
}

function headOf(word: string, isLast: boolean, animate?: boolean): Head {
  const core = coreOf(word);
  const last = lastPart(core);
  const parts = core
    .split(/[-–/:]/u)
    .filter((part, at, all) => part !== '' && (at === all.length - 1 || changesInCompound(part) === 'yes'));
  const ofAdjective = isAdjective(last);
  return {
    word: core,
    isAdjective: ofAdjective,
    isPerson: ofAdjective || parts.some((part) => namesPerson(part) !== 'no'),
    genders: parts.map((part) => (isAdjective(part) ? agreementOf(part) : genderOf(part))),
    isAnimate: ofAdjective ? (animate ?? agreementOf(last) === 'masculine') : isAnimate(last),
    isLast: isLast && core === word,
  };
}

interface Changed {
  readonly piece: Piece;
  readonly isCertain: boolean;
}

/** «Менеджер-консультант», «продавец/кассир»: the last part changes, and each part before it that names a person. */
function compound(word: string): Changed {
  const core = coreOf(word);
  const parts = core.split(/([-–/:])/u);
  const changed = parts.map((part, at): Changed => {
    if (at % 2 === 1 || part === '') return { piece: part, isCertain: true };
    if (at === parts.length - 1) return single(part);
    const changes = changesInCompound(part);
    // «Промо-», «тренинг-»: only a name of a person would change there.
    if (changes === 'no') return { piece: part, isCertain: /(?:инг|[оиуэюе])$/iu.test(part) || keepsItsForm(part) };
    return { ...single(part), isCertain: changes === 'yes' && single(part).isCertain };
  });
  const rest = word.slice(core.length);
  return {
    piece: (wanted) => changed.map(({ piece }) => formOf(piece, wanted)).join('') + rest,
    isCertain: changed.every(({ isCertain }) => isCertain),
  };
}

function single(part: string): Changed {
  if (isAdjective(part)) return { piece: adjectival(part, agreementOf(part) === 'masculine'), isCertain: true };
  if (!isDeclinable(part)) return { piece: part, isCertain: keepsItsForm(part) };
  return { piece: (wanted) => declineNoun(part, wanted), isCertain: hasCertainForms(part) };
}

/** Whether it is known of a word that it keeps its form: it is not Russian, an abbreviation, or one of the lists. */
const keepsItsForm = (part: string): boolean =>
  !/^[а-яё]{2,}$/iu.test(part) ||
  isAbbreviated(part) ||
  isIndeclinable(part) ||
  titleWords().modifiers.has(listed(part)) ||
  isJoinedAbbreviation(part);

const changesInCompound = (part: string): Likelihood => {
  const { modifiers, women } = titleWords();
  if (modifiers.has(listed(part)) || !isDeclinable(part)) return isAdjective(part) ? 'yes' : 'no';
  if (isAdjective(part) || women.has(listed(part))) return 'yes';
  const person = namesPerson(part);
  return person === 'no' && /[ая]$/u.test(part.toLowerCase()) ? 'perhaps' : person;
};

/** An adjective; of «врач-челюстно-лицевой хирург» the name of the person before it changes too. */
function adjectival(word: string, animate: boolean): Piece {
  if (isOrdinal(word)) return (wanted) => declineOrdinal(word, wanted, animate);
  const parts = word.split(/(-)/u);
  return (wanted) =>
    parts
      .map((part, at) => {
        if (at === parts.length - 1) return declineAdjective(part, wanted, animate);
        return namesPerson(part) === 'yes' ? declineNoun(part, wanted) : part;
      })
      .join('');
}

/**
 * What follows the head is frozen, but for adjectives that agree with it («врач-стоматолог детский», «инспектор отдела
 * кадров старший») and for a second name of the person («слесарь сантехник»).
 */
function behindHead(words: readonly string[], head: Head): { pieces: Piece[]; isCertain: boolean } {
  let isCertain = true;
  let isNext = true;
  const pieces = words.map((word, at): Piece => {
    const core = coreOf(word);
    const isEnd = at === words.length - 1 || /[),.;:]$/u.test(word);
    if (!/^[а-яё-]+$/iu.test(core) || isAbbreviation(word)) {
      isNext &&= false;
      return word;
    }
    const agrees = isAdjective(core) ? agreesBehind(core, words.slice(at + 1), head, isNext) : 'no';
    if (agrees === 'yes' && (isNext || isEnd)) return restored(adjectival(core, head.isAnimate), word.slice(core.length));
    if (agrees === 'perhaps') isCertain = false;
    const apposed = isNext && !isAdjective(core) && head.isPerson ? isApposed(core) : 'no';
    if (apposed === 'yes') {
      const second = compound(word);
      isCertain &&= second.isCertain;
      return second.piece;
    }
    if (apposed === 'perhaps') isCertain = false;
    isNext = false;
    return word;
  });
  return { pieces, isCertain };
}

const restored =
  (piece: Piece, rest: string): Piece =>
  (wanted) =>
    formOf(piece, wanted) + rest;

/** Adjectives in -ый, -ий and -ая have no other case; those in -ой may be genitives. */
function agreesBehind(adjective: string, behind: readonly string[], head: Head, isNext: boolean): Likelihood {
  const lower = adjective.toLowerCase();
  const gender = agreementOf(adjective);
  if (gender === 'plural' || gender === 'neuter') return head.genders.includes(gender) && isNext ? 'yes' : 'no';
  if (lower.endsWith('ой')) {
    const agrees = isNext && behind.length === 0 && isStressedInOy(adjective) && head.genders.includes('masculine');
    return agrees ? 'yes' : 'no';
  }
  if (head.genders.includes(gender)) return 'yes';
  return behind.length === 0 ? 'perhaps' : 'no';
}

/** A noun in the nominative beside the head; it may be the genitive of a plural («оператор камер»). */
function isApposed(noun: string): Likelihood {
  if (!isDeclinable(lastPart(noun)) || prepositions.has(noun.toLowerCase())) return 'no';
  const person = namesPerson(firstPart(noun)) === 'yes' ? 'yes' : namesPerson(lastPart(noun));
  if (person === 'no' || (isOblique(noun) && person !== 'yes')) return 'no';
  return person;
}

export const formOf = (piece: Piece, wanted: RussianCase): string => (typeof piece === 'string' ? piece : piece(wanted));

const firstPart = (word: string): string => word.split(/[-–/:]/u)[0] ?? word;
export const lastPart = (word: string): string => word.split(/[-–/:]/u).at(-1) ?? word;

/** A word without the punctuation behind it. */
export const coreOf = (word: string): string => word.replace(/[),.;:»"]+$/u, '');
