/**
 * Single Russian names in the cases. Our own rules come first; of the surnames of men that they leave to dictionaries, two
 * libraries that go by different rules are asked. Where the form is not certain, all that may be are handed on.
 */
import { lvovich, petrovich } from '../packages/installed.js';
import { firstNamePatterns, isEasternPatronymic, patronymicPatterns } from './given-names.js';
import type { ObliqueCase } from './name-patterns.js';
import { listed, nameWords } from './name-words.js';
import { declineNoun } from './nouns.js';
import type { RussianCase } from './nouns.js';
import { surnamePatterns } from './surname-rules.js';
import type { KnownGender } from './surname-rules.js';

export type NamePart = 'last' | 'first' | 'middle';

/**
 * The possible forms of one name, the likelier first; a single form is certain. Double names change part by part. Of a
 * surname in several words the last one changes, and what stands before it in capitals may («фон Берг», «Гарсия Маркес»).
 */
export function formsOfName(name: string, part: NamePart, wanted: RussianCase, gender: KnownGender): string[] {
  if (wanted === 'nominative') return [name];
  const capitalised = name.toLowerCase().replace(/(?<=^|[-\s'’])\p{L}/gu, (letter) => letter.toUpperCase());
  if (name === name.toUpperCase() && name !== capitalised)
    return formsOfName(capitalised, part, wanted, gender).map((form) => form.toUpperCase());
  const words = name.normalize('NFC').split(' ');
  if (part === 'middle' && words.length > 1 && isEasternPatronymic(words.at(-1) ?? '')) return [name];
  return together(
    words.map((word, at) => {
      const isLast = at === words.length - 1;
      if (part === 'last' && !isLast && isParticle(word)) return [word];
      const forms = formsOfParts(word, part, wanted, gender);
      return part === 'last' && !isLast ? [...new Set([...forms, word])] : forms;
    }),
    ' ',
  );
}

const isParticle = (word: string): boolean => word === word.toLowerCase() || nameWords().surnames.frozenFirstParts.has(listed(word));

function formsOfParts(word: string, part: NamePart, wanted: ObliqueCase, gender: KnownGender): string[] {
  if (part === 'middle' && isEasternPatronymic(word)) return [word];
  const parts = word.split('-');
  return together(
    parts.map((one, at) => {
      const forms = formsOfWord(one, part, wanted, gender);
      return part === 'last' && at < parts.length - 1 ? formsOfFirstPart(one, forms) : forms;
    }),
    '-',
  );
}

/**
 * The first part of a double surname changes where it is a surname of its own: Мамина-Сибиряка, but Грум-Гржимайло
 * (Розенталь, «Справочник по правописанию», § 149).
 */
function formsOfFirstPart(part: string, forms: string[]): string[] {
  const lower = listed(part);
  const { frozenFirstParts, changingFirstParts } = nameWords().surnames;
  if (frozenFirstParts.has(lower)) return [part];
  const isSurname = /(?:[ое]ва?|[иы]на?|[ыио]й|[ая]я|ич|ко|ук|юк|ян)$/u.test(lower) || changingFirstParts.has(lower);
  return isSurname ? forms : [...new Set([...forms, part])];
}

/** The likeliest forms of all parts, and the least likely ones. */
const together = (parts: readonly string[][], between: string): string[] => [
  ...new Set([parts.map((forms) => forms[0]).join(between), parts.map((forms) => forms.at(-1)).join(between)]),
];

const patternsOf = { last: surnamePatterns, first: firstNamePatterns, middle: patronymicPatterns };

function formsOfWord(name: string, part: NamePart, wanted: ObliqueCase, gender: KnownGender): string[] {
  // О’Коннор, Д’Артаньян.
  const [, prefix = '', rest = name] = /^(\p{L}{1,3}['’])(\p{L}{2,})$/u.exec(name) ?? [];
  if (!/^\p{Script=Cyrillic}+$/u.test(rest)) return [name];
  const patterns = patternsOf[part](rest, gender);
  const forms = patterns.length > 0 ? patterns.map((decline) => decline(rest, wanted)) : formsInDictionaries(rest, wanted);
  return [...new Set(forms)].map((form) => prefix + form);
}

/** Surnames of men that are nouns, or look like them. */
function formsInDictionaries(name: string, wanted: ObliqueCase): string[] {
  // Together they take 12 ms to load, which documents without such a person do not pay.
  const first = lvovich().inclineLastname(name, wanted, 'male');
  // petrovich knows no ё in endings (Ковалёва): the names are compared as they are mostly written, without it.
  const second = petrovich().male.last[wanted](withoutYo(name));
  if (withoutYo(first) !== withoutYo(second)) return [first, second];
  const third = mayBeNoun(name.toLowerCase()) ? declineNoun(name, wanted) : first;
  return withoutYo(first) === withoutYo(third) ? [third.includes('ё') ? third : first] : [first, third];
}

/**
 * Both libraries take every surname for a regular one. As a common noun it may lose a vowel (Заяц, Орёл), stress its
 * ending (Ткач) or belong to another pattern (Лев), and families differ about it.
 */
const mayBeNoun = (surname: string): boolean =>
  /[^аеёиоуыэюя]$/u.test(surname) &&
  !/[иы]х$/u.test(surname) &&
  (!/(?:[оеё]в|[иы]н|[ыио]й)$/u.test(surname) || /^[^аеёиоуыэюя]*[аеёиоуыэюя][^аеёиоуыэюя]*$/u.test(surname));

const withoutYo = (text: string): string => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
