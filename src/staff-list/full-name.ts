/** A name written in one cell, taken apart: «Иванова Анна Петровна», “Jan de Vries”, “Smith, Mary Ann”, «Иванова А. П.». */
import type { Locale } from '../document/document.js';
import { genderOfTitle, partedName } from '../language/name-titles.js';
import { genderOfFirstName } from '../language/given-names.js';
import { gendersOf } from '../language/names.js';
import { genderOfSurname } from '../language/surname-rules.js';
import type { PersonName } from '../person/person.generated.js';
import { isOfNames, withHyphens, withJoined, withoutBesides } from './beside-name.js';
import {
  beginsSurname,
  isAlsoName,
  isCapitalParticle,
  isDutchParticle,
  isParticle,
  isSmallParticle,
  isSmallWhenShouted,
  isVietnamese,
  mayBeFirstName,
  particles,
} from '../language/name-particles.js';

const patronymic = /(?:вич|[иы]ч|вна|[иы]чна|инична)$/iu;
const eastern = /^(?:оглы|оглу|кызы|гызы|кизи|улы|уулу)$/iu;
const initials = /^(?:\p{Lu}\p{M}?\.[-\s]?){1,5}$|^\p{Lu}{1,2}$/u;
/** What stands for a first name that somebody does not have: “FNU Suharto” (first name unknown), a dash in its column. */
export const noFirstName = /^(?:FNU|NFN|[-–—.]{1,3})$/u;

/**
 * The parts of a name, or null when it cannot be told which word is what. A comma makes “Last, First”, unless a title stands
 * behind it: “John Smith, PhD”.
 */
export function nameParts(written: string, locale: Locale): PersonName | null {
  const alone = withoutBesides(written);
  if (alone === null) return null;
  const { name, title, suffix } = partedName(alone);
  const [before = '', after, ...more] = withHyphens(inLowerCase(name, locale))
    .split(',')
    .map((one) => one.trim());
  if (more.length > 0) return null;
  const found = after === undefined ? inOrder(before, locale) : before === '' || after === '' ? null : lastFirst(before, after, locale);
  return found && { ...found, ...(title !== null && { title }), ...(suffix !== null && { suffix }) };
}

function inOrder(name: string, locale: Locale): PersonName | null {
  const words = withInitialsTogether(name).split(' ').filter(Boolean);
  const given = words.filter((word) => !noFirstName.test(word));
  const [only = '', ...others] = given;
  if (given.length < words.length && others.length === 0) return only === '' ? null : { last: only };
  if (given.length < 2 || given.length > 7 || !isOfNames(given)) return null;
  if (/\p{Script=Cyrillic}/u.test(name)) return given.some((word) => /['‘’]$/u.test(word)) ? null : slavic(given);
  // Latin names in a Russian list have the surname first, “Smith John”, unless a particle tells where it begins.
  return locale === 'ru' && !given.some((word) => isParticle(word)) && given.length < 5 ? slavic(given) : western(given, locale);
}

/** Initials belong together however they are spaced: «А. П.» is «А.П.», and «А.П.Иванова» has a space missing. */
const withInitialsTogether = (name: string): string =>
  name
    .replace(/(\p{Lu}\.)\s+(?=\p{Lu}(?:\.|$))/gu, '$1')
    .replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(\p{Lu}\.)(\p{Lu})$/u, '$1$2.');

/** Staff lists in capitals only are common; «ИВАНОВА АННА» is printed as «Иванова Анна», “JAN VAN DIJK” as “Jan van Dijk”. */
function inLowerCase(written: string, locale: Locale): string {
  const shouted = written === written.toUpperCase() && /\p{Lu}{3}/u.test(written);
  if (!shouted) return written;
  const small = written
    .toLowerCase()
    .replace(/(^|[\s\-,.‘’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  const own =
    locale === 'nl' ? small.replace(/(?<!\p{L})Ij/gu, 'IJ').replace(/(?<=\s)V[./]\s?D\.?(?=\s)/giu, (word) => word.toLowerCase()) : small;
  return own.replace(/(?<=[\s-])['‘’]?\p{L}+['‘’]?(?=\s)/gu, (word) => (isSmallWhenShouted(word) ? word.toLowerCase() : word));
}

function slavic(written: readonly string[]): PersonName | null {
  const isSmall = (word: string | undefined): boolean =>
    word !== undefined && word === word.toLowerCase() && particles().cyrillic.small.has(word);
  const words = withJoined(written, isSmall);
  if (words === null) return null;
  // «фон Берг Анна Петровна», «Анна фон Берг», but «Хан Саид ибн Али».
  const start = words.findIndex((word) => isSmall(word));
  const end = words.findIndex((word, at) => at > start && !isSmall(word));
  if (start >= 0 && end < 0) return null;
  if (start === 0) {
    const rest = slavic(words.slice(end));
    return rest && { ...rest, particle: words.slice(0, end).join(' ') };
  }
  if (start > 0 && !/^(?:ибн|бинт|бин|бен)$/u.test(words[start] ?? '')) {
    const [first = '', ...middle] = words.slice(0, start);
    const particle = words.slice(start, end).join(' ');
    const last = words.slice(end).join(' ');
    if (initials.test(first) && middle.length === 0) return { last, particle, initials: first };
    return { last, first, ...(middle.length > 0 && { middle: middle.join(' ') }), particle };
  }
  const [a = '', b = '', c, ...rest] = words;
  // Only a surname is joined to a particle: «Анна Иванова-де Голль».
  const double = words.findIndex((word) => word.includes(' '));
  if (double > 0) {
    if (double < words.length - 1 || words.length > 3) return null;
    const last = c ?? b;
    return initials.test(a) ? (c === undefined ? { last, initials: a } : null) : { last, first: a, ...(c !== undefined && { middle: b }) };
  }
  if (words.length === 2) {
    if (initials.test(b)) return { last: a, initials: b };
    if (initials.test(a) && a.includes('.')) return { last: b, initials: a };
    // «Анна Иванова» in a list of «Иванова Анна».
    const gender = genderOfFirstName(a);
    if (gender !== null && genderOfFirstName(b) === null && genderOfSurname(b) === gender) return { last: b, first: a };
    return { last: a, first: b };
  }
  if (c === undefined || rest.length > 1) return null;
  // «Эль Амрани Самира», «Самира Эль Амрани»; «Ван Дейк Ян» cannot be told from «Ван Ли Мин», but «Ван Дарья Сергеевна» is clear.
  if (rest.length === 0 && particles().cyrillic.capital.has(a)) return patronymic.test(c) ? null : { last: `${a} ${b}`, first: c };
  if (rest.length === 0 && particles().cyrillic.capital.has(b)) return { last: `${b} ${c}`, first: a };
  if (particles().cyrillic.alsoNames.has(a) && !patronymic.test(c) && !isVietnamese(a)) return null;
  if (particles().cyrillic.alsoNames.has(b) && !patronymic.test(c) && !isVietnamese(a)) return null;
  if (rest[0] !== undefined) return eastern.test(rest[0]) || start === 2 ? { last: a, first: b, middle: `${c} ${rest[0]}` } : null;
  // «Анна Петровна Иванова»: the second word is a patronymic, the third is none.
  if (patronymic.test(b) && !patronymic.test(c)) return { last: c, first: a, middle: b };
  return { last: a, first: b, middle: c };
}

function western(written: readonly string[], locale: Locale): PersonName | null {
  // “Ha-Van Nguyen” begins with a first name, “Ilse Jansen-De Boer” ends with a surname.
  const words = withJoined(written, (word, at) => isSmallParticle(word) || (at > 0 && isCapitalParticle(word)));
  if (words === null || words.length < 2 || words[0]?.includes(' ') || !mayBeFirstName(words, locale)) return null;
  const given = words[0] ?? '';
  const familyAt = words.findIndex(
    (word, at) => at > 0 && (beginsSurname(word, words[at + 1]) || word.includes(' ') || at === words.length - 1),
  );
  const family = familyName(words.slice(familyAt), locale);
  const names = words.slice(1, familyAt);
  if (!family || isOpen(words, familyAt)) return null;
  // “José Ortega y Gasset”, “Sinead O Neill”: a word between the names that is no name and no particle that is known.
  if (/\p{Lu}/u.test(given) && names.some((word) => word === word.toLowerCase() || word === 'O')) return null;
  // “JP de Vries” has two initials, “IJ” is one.
  if (locale === 'nl' && names.length === 0 && /^\p{Lu}{2}$/u.test(given) && given !== 'IJ') {
    return { ...family, initials: given.replace(/\p{Lu}/gu, '$&.') };
  }
  if (initials.test(given) && given.includes('.')) {
    if (names.length === 0) return { ...family, initials: given };
    // “J. Edgar Hoover” is usual in English alone; elsewhere two words behind initials are a surname of two words or none.
    if (locale !== 'en') return null;
  }
  return { ...family, first: given, ...(names.length > 0 && { middle: names.join(' ') }) };
}

/**
 * A capital leaves open whether “Minh Van Nguyen” has the surname Nguyen, and whether “Mary La Verne Smith” has a first name of
 * two words; a double surname before the last word may be one that stands before the first name.
 */
function isOpen(words: readonly string[], familyAt: number): boolean {
  const family = words.slice(familyAt);
  const [start = ''] = family;
  const rest = family.filter((word) => !isParticle(word));
  if (start.includes(' ') && family.length > 1) return true;
  return isAlsoName(start) && family.length > 1 && (rest.length > 1 || (start === 'Van' && words.some((word) => isVietnamese(word))));
}

/**
 * Dutch sorts “de Vries” under V, so the particle is a part of its own there. What has a capital behind a first name, as in Flanders
 * “Van Den Berg”, or comes from elsewhere, as “El Amrani”, stays as it is written.
 */
function familyName(words: readonly string[], locale: Locale): Pick<PersonName, 'last' | 'particle'> | null {
  const [only = ''] = words;
  if (words.length === 1) return isSmallParticle(only) ? null : { last: only };
  const count = words.findIndex((word) => !isParticle(word));
  if (count < 0) return null;
  const isApart = locale === 'nl' && words.slice(0, count).every(isSmallParticle);
  return isApart && count > 0
    ? { last: words.slice(count).join(' '), particle: words.slice(0, count).join(' ') }
    : { last: words.join(' ') };
}

/** “Vries, Jan de”, “de Vries, Jan”, “Smith, Mary Ann”. */
function lastFirst(before: string, after: string, locale: Locale): PersonName | null {
  const words = withInitialsTogether(after).split(' ');
  const surname = before.split(' ');
  if (!isOfNames(surname)) return null;
  // A surname that stands first has a capital on its Dutch particle: “De Vries, Jan”, “Van den Berg, Jan”.
  const [start = '', ...others] = surname;
  const isCapitalised = others.length > 0 && beginsSurname(start, others[0]) && isDutchParticle(start) && !others.some(isCapitalParticle);
  const plain = isCapitalised && locale === 'nl' ? [start.toLowerCase(), ...others] : surname;
  if (noFirstName.test(after)) return familyName(plain, locale);
  const cut = words.findIndex((word, at) => at > 0 && isSmallParticle(word));
  const given = cut > 0 ? words.slice(0, cut) : words;
  const family = familyName([...(cut > 0 ? words.slice(cut) : []), ...plain], locale);
  const [first = '', ...middle] = given;
  // “Amrani, Samira El”, “Nguyen, Minh Van”: a particle or a name.
  if (!family || !isOfNames(words) || isSmallParticle(first) || middle.some(isCapitalParticle)) return null;
  // Whatever stands behind particles and is none would be lost between first name and surname.
  if (cut > 0 && !words.slice(cut).every(isSmallParticle)) return null;
  if (given.length === 1 && initials.test(first)) return { ...family, initials: first };
  return { ...family, first, ...(middle.length > 0 && { middle: middle.join(' ') }) };
}

/** What a Russian name or a form of address tells for certain; null where it does not. */
export function genderOf(name: PersonName): 'male' | 'female' | null {
  const [only, ...more] = gendersOf(name);
  const told = more.length === 0 ? (only ?? null) : null;
  return told ?? (name.title === undefined ? null : genderOfTitle(name.title));
}
