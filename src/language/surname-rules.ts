/**
 * Which patterns a Russian surname may follow, by its ending, its gender and what is known of the word. The rules are those
 * of Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке» (1984), and of the Письмовник of gramota.ru.
 */
import {
  adjective,
  hardNoun,
  nounInIya,
  nounInStressedYa,
  nounInYa,
  nounInYets,
  nounsInA,
  patronymicOfMan,
  patronymicOfWoman,
  possessive,
  softNoun,
  unchanged,
} from './name-patterns.js';
import type { Pattern } from './name-patterns.js';
import { listed, nameWords } from './name-words.js';

export type KnownGender = 'male' | 'female';

const vowels = 'аеёиоуыэюяіїєәөүұ';
const manyVowels = new RegExp(`[${vowels}][^${vowels}]+[${vowels}]`, 'u');

/**
 * The patterns that a surname may follow: one where its form is certain, several where nobody but the bearer knows, and none
 * where the ending of a man’s name leaves it to dictionaries, as with Заяц and Ткач.
 */
export function surnamePatterns(surname: string, gender: KnownGender): readonly Pattern[] {
  const lower = listed(surname);
  // Шевченко, Живаго, Гёте, Верди, Камю.
  if (/[оеиуыэюіїєәөүұ]$/u.test(lower)) return [unchanged];
  if (/[ая]$/u.test(lower)) return patternsInA(lower, gender);
  if (gender === 'female') return [unchanged];
  if (/[ыи]х$/u.test(lower)) return patternsInKh(lower);
  if (/[ыио]й$/u.test(lower)) return patternsInY(lower);
  if (/(?:[ое]в|[иы]н)$/u.test(lower) && manyVowels.test(lower))
    return nameWords().surnames.withForeignEnding.has(lower) ? [patronymicOfMan, hardNoun] : [patronymicOfMan];
  return /[аеиоу]ец$/u.test(lower) ? [nounInYets, hardNoun] : [];
}

function patternsInA(lower: string, gender: KnownGender): readonly Pattern[] {
  const { surnames } = nameWords();
  // Гулиа, Делакруа; Дюма, Золя.
  if (/[аеиоуыэюя]а$/u.test(lower) || surnames.unchanged.has(lower)) return [unchanged];
  if (/(?:ая|яя)$/u.test(lower)) {
    const isGeorgian = gender === 'male' || /[аеиоуыэю][ая]я$/u.test(lower) || surnames.georgian.has(lower);
    return isGeorgian ? [adjective, nounInYa] : [adjective];
  }
  if (lower.endsWith('ья') && surnames.possessive.has(`${lower.slice(0, -2)}ий`)) return [possessive];
  if (lower.endsWith('ия')) return [nounInIya];
  if (lower.endsWith('я')) return [surnames.inStressedYa.has(lower) ? nounInStressedYa : nounInYa];
  if (gender === 'male' || !endsLikeWoman(lower)) return nounsInA(lower);
  return isNounLikeWoman(lower) ? [patronymicOfWoman, ...nounsInA(lower)] : [patronymicOfWoman];
}

/** «Черных» is the genitive of a plural; names from German, such as Рерих, are not. */
function patternsInKh(lower: string): readonly Pattern[] {
  if (!manyVowels.test(lower)) return [unchanged, hardNoun];
  if (/(?:ых|[гкхжшчщ]их|[^аеиоуыэюялр]них)$/u.test(lower)) return [unchanged];
  return lower.endsWith('них') ? [unchanged, hardNoun] : [hardNoun];
}

function patternsInY(lower: string): readonly Pattern[] {
  const { surnames } = nameWords();
  if (lower.endsWith('ой')) {
    // Цой, Бой.
    if (!manyVowels.test(lower) || surnames.nounsInOy.has(lower)) return [softNoun];
    if (surnames.adjectivesInOy.has(lower) || !/[бдпраеиоуыэюя]ой$/u.test(lower)) return [adjective];
    return [adjective, softNoun];
  }
  if (lower.endsWith('ый')) return [adjective];
  if (surnames.possessive.has(lower)) return lower === 'третий' ? [adjective] : [possessive, adjective];
  if (surnames.nounsInIy.has(lower) || !manyVowels.test(lower)) return [];
  if (surnames.adjectivesInIy.has(lower) || /(?:[гкхжшчщ]|[^аеиоуыэюя]н)ий$/u.test(lower)) return [adjective];
  return /[цнр]ий$/u.test(lower) ? [adjective, softNoun] : [];
}

/** Иванова, Птицына. */
const endsLikeWoman = (lower: string): boolean => /(?:[ое]ва|[иы]на)$/u.test(lower) && manyVowels.test(lower.slice(0, -1));

const isNounLikeWoman = (lower: string): boolean => {
  const { nounsInIna, nounsInOva } = nameWords().surnames;
  return nounsInOva.has(lower) || nounsInIna.has(lower);
};

/**
 * The gender that the ending of a surname tells: only Russian endings that have a form for either gender do. Of a double
 * surname any part may tell it: Склодовская-Кюри.
 */
export function genderOfSurname(surname: string): KnownGender | null {
  const told = new Set(
    surname
      .split('-')
      .map((part) => genderOfPart(listed(part)))
      .filter((one) => one !== null),
  );
  const [only = null] = told;
  return told.size === 1 ? only : null;
}

function genderOfPart(lower: string): KnownGender | null {
  const { georgian } = nameWords().surnames;
  if (/(?:ая|яя)$/u.test(lower)) return georgian.has(lower) || /[аеиоуыэю][ая]я$/u.test(lower) ? null : 'female';
  if (endsLikeWoman(lower)) return isNounLikeWoman(lower) ? null : 'female';
  if (/(?:[ое]в|[иы]н)$/u.test(lower)) return manyVowels.test(lower) ? 'male' : null;
  if (!/[ыио]й$/u.test(lower) || !manyVowels.test(lower)) return null;
  const [only, ...more] = patternsInY(lower);
  return only === adjective && more.length === 0 ? 'male' : null;
}

/** Whether a name may be foreign though it ends like a Russian one, so that a woman may have it too: Дарвин. */
export const mayBeForeign = (surname: string): boolean => nameWords().surnames.withForeignEnding.has(listed(surname));
