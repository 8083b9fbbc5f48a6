/** Single Russian nouns in their cases: the one door to russian-nouns-js. */
import type { Engine, RussianNouns } from 'russian-nouns-js';
import { russianNouns } from '../packages/installed.js';
import { isAbbreviated, isFeminineInSoftSign, isInanimate, isJoinedAbbreviation } from './endings.js';
import { isIndeclinable, listed, titleWords } from './title-words.js';

export type RussianCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
export type RussianGender = 'masculine' | 'feminine' | 'neuter' | 'plural';

let loaded: { nouns: RussianNouns; engine: Engine } | undefined;

// Loaded by the first noun: the dictionary takes 8 ms that an English document need not spend.
function dictionary(): { nouns: RussianNouns; engine: Engine } {
  if (!loaded) {
    const nouns = russianNouns();
    loaded = { nouns, engine: new nouns.Engine() };
  }
  return loaded;
}

/** The gender of a noun in the nominative, by its ending and by what is known of the word. */
export function genderOf(noun: string): RussianGender {
  const word = noun.toLowerCase();
  if (titleWords().plurals.has(word)) return 'plural';
  if (/[ая]$/u.test(word)) return titleWords().masculineInA.has(listed(word)) ? 'masculine' : 'feminine';
  if (/[оеё]$/u.test(word)) return 'neuter';
  if (word.endsWith('ь')) return isFeminineInSoftSign(word) ? 'feminine' : 'masculine';
  return 'masculine';
}

/** Whether a masculine noun names a person, which decides its accusative; for other genders the question is idle. */
export const isAnimate = (noun: string): boolean =>
  titleWords().indeclinablePeople.has(listed(noun)) || (genderOf(noun) === 'masculine' && !isInanimate(noun));

/** Whether the cases of a noun can be formed: a Cyrillic word in the nominative that is not an abbreviation. */
export const isDeclinable = (noun: string): boolean =>
  /^[а-яё]+$/iu.test(noun) &&
  !isAbbreviated(noun) &&
  !isIndeclinable(noun) &&
  !isJoinedAbbreviation(noun) &&
  (!/[ыиуюэ]$/iu.test(noun) || titleWords().plurals.has(noun.toLowerCase()));

/** A noun of a post or a department in a case, its capitals kept; what has no cases comes back as it is. */
export function declineNoun(noun: string, wanted: RussianCase): string {
  if (wanted === 'nominative' || !isDeclinable(noun)) return noun;
  const word = noun.toLowerCase();
  const stressed = wanted === 'instrumental' ? titleWords().stressedInstrumental.get(word) : undefined;
  const form = stressed ?? decline(word, wanted);
  const stem = [...word].findIndex((letter, at) => form[at] !== letter);
  return stem === -1 ? noun + form.slice(word.length) : noun.slice(0, stem) + form.slice(stem);
}

function decline(word: string, wanted: RussianCase): string {
  const { nouns, engine } = dictionary();
  const inCase = nouns.Case[wanted.toUpperCase() as Uppercase<RussianCase>];
  const singular = titleWords().plurals.get(word);
  const lemma = {
    text: singular ?? word,
    gender: nouns.Gender[genderOf(singular ?? word).toUpperCase() as 'MASCULINE' | 'FEMININE' | 'NEUTER'],
    animate: singular === undefined && isAnimate(word),
  };
  const forms = singular === undefined ? engine.decline(lemma, inCase) : engine.decline(lemma, inCase, word);
  return forms[0] ?? word;
}
