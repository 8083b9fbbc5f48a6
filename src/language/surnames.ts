/**
 * Single Russian names in the cases, by two libraries that go by different rules. Where they differ nobody but the
 * bearer knows the form, and both are handed on.
 */
import { lvovich, petrovich } from '../packages/installed.js';
import { declineNoun } from './nouns.js';
import type { RussianCase } from './nouns.js';

export type NamePart = 'last' | 'first' | 'middle';
export type KnownGender = 'male' | 'female';

/** First parts of double surnames that never change, and particles. */
const frozenFirstParts = new Set([
  'бонч',
  'книппер',
  'мелик',
  'тер',
  'тэр',
  'ван',
  'фон',
  'де',
  'ди',
  'да',
  'ла',
  'ле',
  'сан',
  'сен',
  'сент',
  'аль',
  'эль',
  'абу',
  'ибн',
  'бен',
  'шах',
  'мак',
  'нор',
]);

/** Here grammar leaves no choice, and lvovich is the one that knows it. */
const lvovichKnows = new Set(['ильич', 'кузьмич', 'лукич', 'фомич', 'фокич', 'саша', 'нинель', 'берия']);

/** Words in the name of a son or daughter that take the place of the ending and never change. */
const patronymicParticles = /^(?:оглы|кызы|гызы|улы|уулу|кизи)$/iu;

/**
 * The possible forms of one name, the likelier first; a single form is certain. Double names change part by part, of
 * a name in several words only the last word changes («фон Берг»).
 */
export function formsOfName(name: string, part: NamePart, wanted: RussianCase, gender: KnownGender): string[] {
  if (wanted === 'nominative') return [name];
  if (name.length > 1 && name === name.toUpperCase()) {
    const capitalised = name.toLowerCase().replace(/(?<=^|[-\s])\p{L}/gu, (letter) => letter.toUpperCase());
    return formsOfName(capitalised, part, wanted, gender).map((form) => form.toUpperCase());
  }
  const words = name.split(' ');
  const last = words.pop() ?? '';
  if (part === 'middle' && patronymicParticles.test(last)) return [name];
  const before = words.map((word) => `${word} `).join('');
  const parts = last
    .split('-')
    .map((one, at, all) =>
      at < all.length - 1 && frozenFirstParts.has(one.toLowerCase()) ? [one] : formsOfWord(one, part, wanted, gender),
    );
  const together = (pick: (forms: string[]) => string | undefined): string => before + parts.map(pick).join('-');
  return [...new Set([together((forms) => forms[0]), together((forms) => forms.at(-1))])];
}

function formsOfWord(name: string, part: NamePart, wanted: RussianCase, gender: KnownGender): string[] {
  if (!/^[а-яё]+$/iu.test(name)) return [name];
  const lower = name.toLowerCase();
  if (part === 'last' && gender === 'male' && /^[^аеёиоуыэюя]+ой$/u.test(lower)) return [declineNoun(name, wanted)];
  // Together they take 12 ms to load, which documents without a person do not pay.
  const { inclineLastname, inclineFirstname, inclineMiddlename } = lvovich();
  const inclined = { last: inclineLastname, first: inclineFirstname, middle: inclineMiddlename };
  const first = inclined[part](name, wanted, gender);
  if (lvovichKnows.has(lower)) return [first];
  // petrovich knows no ё in endings (Ковалёва): the names are compared as they are mostly written, without it.
  const second = petrovich()[gender][part][wanted](withoutYo(name));
  if (withoutYo(first) !== withoutYo(second)) return [first, second];
  const third = part === 'last' && gender === 'male' && mayBeNoun(lower) ? declineNoun(name, wanted) : first;
  return withoutYo(first) === withoutYo(third) ? [first] : [first, third];
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

/** The gender that a Russian first name tells; null for names that men and women share, and for others. */
export function genderOfFirstName(name: string): KnownGender | null {
  if (!/^[а-яё-]+$/iu.test(name)) return null;
  const gender = lvovich().getFirstnameGender(name);
  // Of other endings lvovich takes most for a man’s: Сири.
  if (gender === 'female') return /[ая]$/iu.test(name) ? gender : null;
  return gender === 'male' && /[аябвгджзйклмнпрстфхцчшщ]$/iu.test(name) ? gender : null;
}
