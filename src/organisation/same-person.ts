/** Whether two names are one person’s. Within one organisation, that is what counts: posts change hands, people do not. */
import type { Names, PersonName } from '../person/person.generated.js';

/**
 * The same surname, with its particle, and given names that do not contradict each other: “Thomas” and “Thomas James”, «А.П.»
 * and «Анна Петровна». A surname alone is nobody in particular. Spellings are compared within a language.
 */
export function samePerson(one: Names | undefined, other: Names | undefined): boolean {
  if (!one || !other) return false;
  return spellings(one).some(([language, name]) =>
    spellings(other).some(([otherLanguage, otherName]) => {
      const comparable = language === null || otherLanguage === null || language === otherLanguage;
      return comparable && sameName(name, otherName);
    }),
  );
}

const spellings = (names: Names): (readonly [string | null, PersonName])[] =>
  'last' in names ? [[null, names]] : Object.entries(names).map(([language, name]) => [language, name] as const);

function sameName(one: PersonName, other: PersonName): boolean {
  if (folded([one.particle, one.last]) !== folded([other.particle, other.last])) return false;
  const [given, otherGiven] = [givenNames(one), givenNames(other)];
  if (given.length === 0 || otherGiven.length === 0) return given.length === otherGiven.length;
  return given.every((name, at) => {
    const second = otherGiven[at];
    return second === undefined || name === second || isInitial(name, second) || isInitial(second, name);
  });
}

/** Given names in full as far as they are known, otherwise initials: `а`, `п`. */
const givenNames = ({ first, middle, initials }: PersonName): string[] =>
  (first === undefined ? (initials ?? '').split(/[.\s]+/u) : [first, middle ?? ''].flatMap((words) => words.split(/\s+/u)))
    .map((name) => folded([name]).replace(/\.$/u, ''))
    .filter((name) => name !== '');

const isInitial = (short: string, name: string): boolean => short.length === 1 && name.startsWith(short);

/** Parts of a name as they are compared: letters that people write either way count as one. */
export const folded = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
