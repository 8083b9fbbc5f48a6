/**
 * Which patterns Russian first names and patronymics follow, and the gender that they tell. The rules are those of
 * Суперанская, «Словарь русских личных имён» (1998).
 */
import {
  declinedAs,
  feminineInSoftSign,
  hardNoun,
  hushedNoun,
  nounInIy,
  nounInIya,
  nounInO,
  nounInStressedYa,
  nounInYa,
  nounsInA,
  patronymicInNa,
  softNoun,
  unchanged,
} from './name-patterns.js';
import type { Pattern } from './name-patterns.js';
import { listed, nameWords } from './name-words.js';
import type { KnownGender } from './surname-rules.js';

/** Words in the name of a son or daughter that take the place of the ending and never change: «Гасан оглы», «Гасанкызы». */
const easternPatronymic = /(?:оглы|оглу|[кг]ызы|кизи|улы|уулу)$/iu;
export const isEasternPatronymic = (word: string): boolean => easternPatronymic.test(word);

export function patronymicPatterns(patronymic: string, gender: KnownGender): readonly Pattern[] {
  const lower = listed(patronymic);
  if (easternPatronymic.test(lower)) return [unchanged];
  if (gender === 'male' && /[иы]ч$/u.test(lower)) return [nameWords().male.stressedPatronymics.has(lower) ? hardNoun : hushedNoun];
  if (gender === 'female' && /[вч]на$/u.test(lower)) return [patronymicInNa];
  return firstNamePatterns(patronymic, gender);
}

const irregular = new Map([
  ['петр', declinedAs('Петр')],
  ['павел', declinedAs('Павл')],
  ['лев', declinedAs('Льв')],
  ['илья', nounInStressedYa],
]);

export function firstNamePatterns(name: string, gender: KnownGender): readonly Pattern[] {
  const lower = listed(name);
  if (/[ая]$/u.test(lower)) return patternsInA(lower, gender);
  const { male, female } = nameWords();
  if (gender === 'female') {
    if (!lower.endsWith('ь')) return [unchanged];
    // «Айгуль»: dictionaries differ.
    return female.inSoftSign.has(lower) ? [feminineInSoftSign] : [unchanged, feminineInSoftSign];
  }
  if (male.inO.has(lower)) return [unchanged, nounInO];
  if (/[еиоуыэюіїєәөүұ]$/u.test(lower)) return [unchanged];
  const known = irregular.get(lower);
  if (known) return [known];
  if (lower.endsWith('ий')) return [nounInIy];
  if (/[йь]$/u.test(lower)) return [softNoun];
  return [/[жчшщц]$/u.test(lower) ? hushedNoun : hardNoun];
}

function patternsInA(lower: string, gender: KnownGender): readonly Pattern[] {
  const { male, female } = nameWords();
  if (gender === 'male' && male.unchanged.has(lower)) return [unchanged];
  const known = irregular.get(lower);
  if (known) return [known];
  if (lower.endsWith('ия')) {
    // § 71 of «Правила русской орфографии»: -ие where the ending is stressed or the stem has one syllable.
    const certain = female.known.has(lower) && !female.inStressedIya.has(lower) && /[аеёиоуыэюя].*ия$/u.test(lower);
    return certain ? [nounInIya] : [nounInIya, nounInYa, nounInStressedYa];
  }
  if (lower.endsWith('я')) return [nounInYa];
  const [usual, ...others] = nounsInA(lower);
  // «Маша»: what is not known may have its ending stressed.
  const certain = female.known.has(lower) || male.known.has(lower) || nameWords().shared.has(lower);
  return usual ? (certain ? [usual] : [usual, ...others]) : [];
}

/** The gender that a first name tells; null for names that men and women share, and for those that are not known. */
export function genderOfFirstName(name: string): KnownGender | null {
  const { male, female, shared } = nameWords();
  const told = new Set(
    name.split(/[\s-]/u).map((one): KnownGender | null => {
      const lower = listed(one);
      if (shared.has(lower)) return null;
      if (female.known.has(lower)) return 'female';
      return male.known.has(lower) ? 'male' : null;
    }),
  );
  const [only = null] = told;
  return told.size === 1 ? only : null;
}

/** The gender that a patronymic tells; null where there is none. */
export function genderOfPatronymic(patronymic: string): KnownGender | null {
  if (/(?:ич|ыч|[\p{L} -](?:оглы|оглу|улы|уулу))$/iu.test(patronymic)) return 'male';
  return /(?:вна|чна|[\p{L} -](?:[кг]ызы|кизи))$/iu.test(patronymic) ? 'female' : null;
}
