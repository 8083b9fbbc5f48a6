/** A name written in one cell, taken apart: «Иванова Анна Петровна», “Jan de Vries”, “Smith, Mary Ann”, «Иванова А. П.». */
import type { Locale } from '../document/document.js';
import { genderOfTitle, partedName } from '../language/name-titles.js';
import { gendersOf } from '../language/names.js';
import type { PersonName } from '../person/person.generated.js';

const patronymic = /(?:вич|[иы]ч|вна|[иы]чна|инична)$/iu;
const eastern = /^(?:оглы|оглу|кызы|гызы|кизи|улы|уулу)$/iu;
const initials = /^(?:\p{Lu}\p{M}?\.[-\s]?){1,5}$|^\p{Lu}{1,2}$/u;
/** Particles in Russian letters, which are written small: «ван дер Берг», «де Голль». */
const slavicParticles = new Set(
  'ван дер ден де ди да дю ду дель делла дос ла ле лос фон фом цу цур тер тен аль эль ас аш ибн бинт бин бен'.split(' '),
);
const particles = new Set([
  'van',
  'de',
  'den',
  'der',
  'het',
  "'t",
  '’t',
  'ter',
  'ten',
  'te',
  'in',
  'op',
  'aan',
  'bij',
  'voor',
  'von',
  'zu',
  'la',
  'le',
  'du',
  'el',
  'al',
  'di',
  'da',
  'dos',
  'onder',
  'over',
  'uit',
  'vander',
]);

/** What stands for a first name that somebody does not have: “FNU Suharto” (first name unknown), a dash in its column. */
export const noFirstName = /^(?:FNU|NFN|[-–—.]{1,3})$/u;

/**
 * The parts of a name, or null when it cannot be told which word is what. A comma makes “Last, First”, unless a title stands
 * behind it: “John Smith, PhD”.
 */
export function nameParts(written: string, locale: Locale): PersonName | null {
  const { name, title, suffix } = partedName(written);
  const [before = '', after, ...more] = inLowerCase(name)
    .split(',')
    .map((one) => one.trim());
  if (more.length > 0) return null;
  const found =
    after === undefined ? inOrder(before, written, locale) : before === '' || after === '' ? null : lastFirst(before, after, locale);
  return found && { ...found, ...(title !== null && { title }), ...(suffix !== null && { suffix }) };
}

function inOrder(name: string, written: string, locale: Locale): PersonName | null {
  // Initials belong together however they are spaced: «А. П.» is «А.П.», and «А.П.Иванова» has a space missing.
  const words = name
    .replace(/(\p{Lu}\.)\s+(?=\p{Lu}(?:\.|$))/gu, '$1')
    .replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(\p{Lu}\.)(\p{Lu})$/u, '$1$2.')
    .split(' ')
    .filter(Boolean);
  const given = words.filter((word) => !noFirstName.test(word));
  const [only = '', ...others] = given;
  if (given.length < words.length && others.length === 0) return only === '' ? null : { last: only };
  if (given.length < 2 || given.length > 6) return null;
  return /\p{Script=Cyrillic}/u.test(written) || locale === 'ru' ? slavic(given) : western(given, locale);
}

/** Staff lists in capitals only are common; «ИВАНОВА АННА» is printed as «Иванова Анна», “JAN VAN DIJK” as “Jan van Dijk”. */
function inLowerCase(written: string): string {
  const shouted = written === written.toUpperCase() && /\p{Lu}{3}/u.test(written);
  return shouted
    ? written
        .toLowerCase()
        .replace(/(^|[\s\-,.’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
        .replace(/(?<=\s)(?:\p{L}+)(?=\s)/gu, (word) => (particles.has(word.toLowerCase()) ? word.toLowerCase() : word))
    : written;
}

function slavic(words: readonly string[]): PersonName | null {
  const isSmall = (word: string | undefined): boolean => word !== undefined && word === word.toLowerCase() && slavicParticles.has(word);
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
  if (words.length === 2) {
    if (initials.test(b)) return { last: a, initials: b };
    if (initials.test(a) && a.includes('.')) return { last: b, initials: a };
    return { last: a, first: b };
  }
  if (c === undefined || rest.length > 1) return null;
  if (rest[0] !== undefined) return eastern.test(rest[0]) || start === 2 ? { last: a, first: b, middle: `${c} ${rest[0]}` } : null;
  // «Анна Петровна Иванова»: the second word is a patronymic, the third is none.
  if (patronymic.test(b) && !patronymic.test(c)) return { last: c, first: a, middle: b };
  return { last: a, first: b, middle: c };
}

function western(words: readonly string[], locale: Locale): PersonName | null {
  const given = words[0] ?? '';
  const start = words.findIndex((word, at) => at > 0 && particles.has(word.toLowerCase()) && word === word.toLowerCase());
  const familyAt = start > 0 ? start : words.length - 1;
  const family = familyName(words.slice(familyAt), locale);
  if (!family) return null;
  if (familyAt === 1 && initials.test(given) && given.includes('.')) return { ...family, initials: given };
  return { ...family, first: given, ...(familyAt > 1 && { middle: words.slice(1, familyAt).join(' ') }) };
}

/** Dutch sorts “de Vries” under V, so the particle is a part of its own there. */
function familyName(words: readonly string[], locale: Locale): Pick<PersonName, 'last' | 'particle'> | null {
  const count = words.findIndex((word) => !particles.has(word.toLowerCase()));
  if (count < 0) return null;
  const last = words.slice(locale === 'nl' ? count : 0).join(' ');
  return locale === 'nl' && count > 0 ? { last, particle: words.slice(0, count).join(' ').toLowerCase() } : { last };
}

/** “Vries, Jan de”, “de Vries, Jan”, “Smith, Mary Ann”. */
function lastFirst(before: string, after: string, locale: Locale): PersonName | null {
  const words = after.split(' ');
  const cut = words.findIndex((word, at) => at > 0 && particles.has(word));
  const given = cut > 0 ? words.slice(0, cut) : words;
  const family = familyName([...(cut > 0 ? words.slice(cut) : []), ...before.split(' ')], locale);
  const [first = '', ...middle] = given;
  if (!family) return null;
  if (given.length === 1 && initials.test(first)) return { ...family, initials: first };
  return { ...family, first, ...(middle.length > 0 && { middle: middle.join(' ') }) };
}

/** What a Russian name or a form of address tells for certain; null where it does not. */
export function genderOf(name: PersonName): 'male' | 'female' | null {
  const [only, ...more] = gendersOf(name);
  const told = more.length === 0 ? (only ?? null) : null;
  return told ?? (name.title === undefined ? null : genderOfTitle(name.title));
}
