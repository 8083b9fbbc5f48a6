/** A name written in one cell, taken apart: «Иванова Анна Петровна», “Jan de Vries”, “Smith, Mary Ann”, «Иванова А. П.». */
import type { Locale } from '../document/document.js';
import type { PersonName } from '../person/person.generated.js';

const patronymic = /(?:вич|[иы]ч|вна|[иы]чна|инична)$/iu;
const eastern = /^(?:оглы|кызы|улы|уулу|гызы)$/iu;
const initials = /^(?:\p{Lu}\p{M}?\.[-\s]?){1,5}$|^\p{Lu}{1,2}$/u;
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

/** The parts of a name, or null when it cannot be told which word is what. */
export function nameParts(written: string, locale: Locale): PersonName | null {
  const [before = '', after, ...more] = inLowerCase(written)
    .split(',')
    .map((one) => one.trim());
  if (more.length > 0) return null;
  if (after !== undefined) return before === '' || after === '' ? null : lastFirst(before, after, locale);
  // Initials belong together however they are spaced: «А. П.» is «А.П.».
  const words = before
    .replace(/(\p{Lu}\.)\s+(?=\p{Lu}\.)/gu, '$1')
    .split(' ')
    .filter(Boolean);
  if (words.length < 2 || words.length > 6) return null;
  return /\p{Script=Cyrillic}/u.test(written) || locale === 'ru' ? slavic(words) : western(words, locale);
}

/** Staff lists in capitals only are common; «ИВАНОВА АННА» is printed as «Иванова Анна». */
function inLowerCase(written: string): string {
  const shouted = written === written.toUpperCase() && /\p{Lu}{3}/u.test(written);
  return shouted
    ? written.toLowerCase().replace(/(^|[\s\-,.’'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : written;
}

function slavic(words: readonly string[]): PersonName | null {
  const [a = '', b = '', c, ...rest] = words;
  if (words.length === 2) {
    if (initials.test(b)) return { last: a, initials: b };
    if (initials.test(a) && a.includes('.')) return { last: b, initials: a };
    return { last: a, first: b };
  }
  if (c === undefined || rest.length > 1) return null;
  if (rest[0] !== undefined) return eastern.test(rest[0]) ? { last: a, first: b, middle: `${c} ${rest[0]}` } : null;
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

/** What a Russian patronymic tells; null when there is none. */
export function genderOf({ middle }: PersonName): 'male' | 'female' | null {
  if (middle === undefined) return null;
  if (/(?:вна|чна)$/iu.test(middle) || /\s(?:кызы|гызы)$/iu.test(middle)) return 'female';
  return /(?:вич|[иы]ч)$/iu.test(middle) || /\s(?:оглы|улы|уулу)$/iu.test(middle) ? 'male' : null;
}
