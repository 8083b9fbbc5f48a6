/** Names of people in the language of a paper. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { fullName, genderDecides, initialsFirst, nameInCase } from '../language/names.js';
import type { Names, Person, PersonName } from '../person/person.generated.js';
import type { Wording } from './wording.js';

/** First names, particles and surname in the order of the language. */
export const wholeName = (names: Names, wording: Wording): string => fullName(inLanguage(names, wording), wording.locale);

/** The name as it stands beside a signature: initials first in Russian and Dutch, in full in English. */
export function signedName(names: Names, wording: Wording): string {
  const name = inLanguage(names, wording);
  return wording.locale === 'en' ? fullName(name, 'en') : initialsFirst(name, wording.locale);
}

/** The whole name after a noun: «менеджера по продажам Ивановой Анны Петровны»; only Russian declines it. */
export const nameOf = (person: Person, wording: Wording): string => nameIn('genitive', person, wording);

/** The whole name of whom a letter goes to: «Ивановой Анне Петровне». */
export const nameTo = (person: Person, wording: Wording): string => nameIn('dative', person, wording);

function nameIn(wanted: 'genitive' | 'dative', person: Person, wording: Wording): string {
  const name = inLanguage(person.name, wording);
  if (wording.locale !== 'ru') return fullName(name, wording.locale);
  const declined = nameInCase(name, wanted, 'full', person.gender, person.nameForms);
  if ('form' in declined) return declined.form;
  const isOpen = person.gender === undefined || person.gender === 'unspecified';
  const byGender = isOpen && genderDecides(name, wanted, 'full') ? 'yes' : 'no';
  throw new Refusal([diagnostic('name-forms-ambiguous', { ...declined.ambiguous, byGender })]);
}

/** The spelling for this language, or the one that there is. */
function inLanguage(names: Names, wording: Wording): PersonName {
  if ('last' in names) return names;
  return names[wording.locale] ?? names.en ?? names.nl ?? names.ru ?? { last: '' };
}
