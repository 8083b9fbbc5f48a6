/** Names of people as documents print them: in full, with initials, and in the Russian cases. */
import type { Locale } from '../document/document.js';
import type { Gender, NameForms, PersonName } from '../person/person.generated.js';
import { declensionOf } from './cases.js';
import type { RussianCase } from './nouns.js';
import { upperFirst } from './sentences.js';
import { genderOfFirstName, genderOfPatronymic } from './given-names.js';
import { genderOfSurname, mayBeForeign } from './surname-rules.js';
import type { KnownGender } from './surname-rules.js';
import { formsOfName } from './surnames.js';

const NBSP = '\u00A0';

/**
 * The whole name: «Иванова Анна Петровна», «де Йонг Санне», “Jane Smith”, “Sanne de Jong”. Where only the initials are known
 * they stand for the first name.
 */
export function fullName(name: PersonName, locale: Locale): string {
  if (!name.first) return locale === 'ru' ? titled(name, surnameFirst(name, locale), locale) : initialsFirst(name, locale);
  const parts = locale === 'ru' ? [name.particle, name.last, name.first, name.middle] : [name.first, name.middle, name.particle, name.last];
  return titled(name, parts.filter(Boolean).join(' '), locale);
}

/** “dr. Sanne de Jong MSc”, «к.э.н. Иванова Анна Петровна»: the whole name between what stands before and behind it. */
function titled({ title, suffix }: PersonName, whole: string, locale: Locale): string {
  const before = title === undefined ? '' : `${title}${NBSP}`;
  return suffix === undefined ? before + whole : `${before}${whole}${locale === 'ru' ? ', ' : NBSP}${suffix}`;
}

/**
 * For stamps and signatures: «А.П. Иванова», “dr. J.P. de Vries”; no space between initials, none that breaks after them. Russian
 * signatures have the initials and the surname alone (ГОСТ Р 7.0.97-2016, 5.22).
 */
export function initialsFirst(name: PersonName, locale: Locale): string {
  const initials = initialsOf(name, locale);
  const whole = initials ? [initials, ...surnameParts(name)].join(NBSP) : surname(name, locale);
  return locale === 'ru' ? whole : titled(name, whole, locale);
}

/** For running text and lists: «Иванова А.П.», “Smith, J.”, “Vries, J.P. de”. */
export function surnameFirst(name: PersonName, locale: Locale): string {
  const initials = initialsOf(name, locale);
  if (!initials) return surname(name, locale);
  if (locale === 'ru') return [...surnameParts(name), initials].join(NBSP);
  return [`${name.last},`, initials, ...(name.particle?.split(' ') ?? [])].join(NBSP);
}

/** For charts and tables, where the whole name is too long in Russian alone: «Иванова А.П.», “Jane Smith”, “Sanne de Jong”. */
export const listedName = (name: PersonName, locale: Locale): string =>
  locale === 'ru' ? surnameFirst(name, locale) : fullName(name, locale);

/** The surname on its own; a Dutch particle then has a capital: “De Vries”, “Van den Berg”. */
export function surname(name: PersonName, locale: Locale): string {
  return upperFirst(surnameParts(name).join(' '), locale);
}

/** A name in a case, or the two forms between which the data must decide. */
export type NameInCase = { form: string } | { ambiguous: { name: string; case: RussianCase; first: string; second: string } };

/**
 * A Russian name in a case: `full` is «Ивановой Анны Петровны», `short` is «Ивановой А.П.». Forms that the data give
 * win. Without a gender the patronymic tells it; if there is none the name is certain only where men and women
 * decline it alike. Of an uncertain name the caller makes the diagnostic `name-forms-ambiguous`.
 */
export function nameInCase(
  name: PersonName,
  wanted: RussianCase,
  shape: 'full' | 'short',
  gender: Gender = 'unspecified',
  forms: NameForms = {},
): NameInCase {
  const nominative = shape === 'full' ? fullName(name, 'ru') : surnameFirst(name, 'ru');
  if (wanted === 'nominative') return { form: nominative };
  const given = forms[shape]?.[wanted];
  if (given !== undefined) return { form: given };
  const genders: KnownGender[] = gender === 'unspecified' ? gendersOf(name) : [gender];
  const candidates = new Set(genders.flatMap((one) => formsOfWhole(name, wanted, shape, one)));
  const [first = nominative, second] = candidates;
  return second === undefined ? { form: first } : { ambiguous: { name: nominative, case: wanted, first, second } };
}

/** Whether a name that is not certain would be, if only the gender were known. */
export const genderDecides = (name: PersonName, wanted: RussianCase, shape: 'full' | 'short'): boolean =>
  either.every((gender) => 'form' in nameInCase(name, wanted, shape, gender));

/**
 * The genders that a Russian name allows: by its patronymic, otherwise by the ending of the surname and by the first name, as
 * long as these agree: Эмма Дарвин is a woman with a surname like a man’s.
 */
export function gendersOf({ first = '', middle = '', last }: PersonName): KnownGender[] {
  const byPatronymic = genderOfPatronymic(middle);
  if (byPatronymic) return [byPatronymic];
  const initialOnly = first === '' || first.endsWith('.');
  const byFirst = initialOnly ? null : genderOfFirstName(first);
  const bySurname = genderOfSurname(last);
  if (byFirst && bySurname && byFirst !== bySurname) return either;
  // A first name that is not known may be a woman’s beside any surname like a man’s, and so may initials beside a foreign one.
  if (!byFirst && bySurname === 'male' && (!initialOnly || mayBeForeign(last))) return either;
  const told = byFirst ?? bySurname;
  return told ? [told] : either;
}

const either: KnownGender[] = ['male', 'female'];

function formsOfWhole(name: PersonName, wanted: RussianCase, shape: 'full' | 'short', gender: KnownGender): string[] {
  const last = formsOfName(name.last, 'last', wanted, gender);
  if (shape === 'short') return last.map((form) => surnameFirst({ ...name, last: form }, 'ru'));
  const whole = (form: string): string[] => titlesInCase(name, wanted).map((title) => titled({ ...name, ...title }, form, 'ru'));
  if (!name.first) return last.flatMap((form) => whole(surnameFirst({ ...name, last: form }, 'ru')));
  const first = formsOfName(name.first, 'first', wanted, gender);
  const middle = name.middle === undefined ? [] : formsOfName(name.middle, 'middle', wanted, gender);
  const together = (pick: (forms: string[]) => string | undefined): string[] =>
    whole([name.particle, pick(last), pick(first), pick(middle)].filter(Boolean).join(' '));
  return [...new Set([...together((forms) => forms[0]), ...together((forms) => forms.at(-1))])];
}

/** «Профессора Иванова», but «к.э.н. Иванова»: a word has cases, an abbreviation none; of one that is not known both may be. */
function titlesInCase({ title }: PersonName, wanted: RussianCase): readonly { readonly title?: string }[] {
  if (title === undefined) return [{}];
  const { inCase, isCertain } = declensionOf(title);
  return [{ title: inCase(wanted) }, ...(isCertain ? [] : [{ title }])];
}

const surnameParts = (name: PersonName): string[] => [...(name.particle?.split(' ') ?? []), name.last];

function initialsOf(name: PersonName, locale: Locale): string {
  if (name.initials) return name.initials;
  const words = [...(name.first?.split(' ') ?? []), ...(name.middle?.split(' ') ?? [])];
  // «Мамед оглы» and «ибн Али» have one initial, of the name and not of the word for son.
  const names = words.filter((word, at) => at === 0 || !isParticle(word));
  return names
    .map((one) =>
      one
        .split('-')
        // «Гасан-оглы» is Г.
        .filter((part, at) => at === 0 || !isParticle(part))
        .map((part) => initialOf(part, locale))
        .join('-'),
    )
    .join('');
}

/** Words between names that are no name themselves, as long as they are written small: “Van” alone is a name in Vietnam. */
const isParticle = (word: string): boolean =>
  /^(?:оглы|[кг]ызы|улы|уулу|кизи|ибн|бин|бинт|бен|аль|эль|де|ди|да|дель|ван|фон|ibn|bin|bint|ben|al|el|de|di|da|del|van|von|der|den)$/u.test(
    word,
  );

function initialOf(name: string, locale: Locale): string {
  if (name.endsWith('.')) return name;
  const letter = locale === 'nl' && /^ij/iu.test(name) ? name.slice(0, 2) : name.slice(0, 1);
  return `${letter.toUpperCase()}.`;
}
