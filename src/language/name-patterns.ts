/** How Russian names change: each pattern gives a name in a case. Endings keep the ё and the letters of the stem. */
import { declineAdjective } from './adjectives.js';
import type { RussianCase } from './nouns.js';

export type ObliqueCase = Exclude<RussianCase, 'nominative'>;

/** A way to decline. */
export type Pattern = (name: string, wanted: ObliqueCase) => string;

const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

/** The endings, in the order of the cases, take the place of as many letters of the name as `cut` says. */
function pattern(cut: number, written: string): Pattern {
  const all = written.split(' ');
  const of = Object.fromEntries(cases.map((one, at) => [one, all[at] ?? ''])) as Readonly<Record<ObliqueCase, string>>;
  return (name, wanted) => name.slice(0, name.length - cut) + of[wanted];
}

export const unchanged: Pattern = (name) => name;

/** Горячий, Рыжая, Толстой. */
export const adjective: Pattern = (name, wanted) => declineAdjective(name, wanted, true);

/** Волчий, Божья: with a soft sign before the ending. */
export const possessive: Pattern = (name, wanted) => (name.endsWith('я') ? possessiveOfWoman : possessiveOfMan)(name, wanted);
const possessiveOfMan = pattern(2, 'ьего ьему ьего ьим ьем');
const possessiveOfWoman = pattern(1, 'ей ей ю ей ей');

/** Иванов, Голицын. */
export const patronymicOfMan = pattern(0, 'а у а ым е');
/** Иванова, Голицына. */
export const patronymicOfWoman = pattern(1, 'ой ой у ой ой');

/** Рерих, Иван. */
export const hardNoun = pattern(0, 'а у а ом е');
/** Мицкевич, Ференц. */
export const hushedNoun = pattern(0, 'а у а ем е');
/** Гоголь, Игорь, Цой. */
export const softNoun = pattern(1, 'я ю я ем е');
/** Василий. */
export const nounInIy = pattern(2, 'ия ию ия ием ии');

const inA = pattern(1, 'ы е у ой е');
const inVelarA = pattern(1, 'и е у ой е');
const inHushedA = pattern(1, 'и е у ей е');
const inTsA = pattern(1, 'ы е у ей е');
const inTsStressedA = pattern(1, 'ы е у ой е');

/** Дубинка, Воевода; behind ж, ч, ш, щ and ц the stress tells the instrumental, so there are two. */
export function nounsInA(lower: string): readonly Pattern[] {
  if (/[гкх]а$/u.test(lower)) return [inVelarA];
  if (/[жчшщ]а$/u.test(lower)) return [inHushedA, inVelarA];
  if (/ица$/u.test(lower)) return [inTsA];
  return lower.endsWith('ца') ? [inTsA, inTsStressedA] : [inA];
}

/** Зозуля, Наталья. */
export const nounInYa = pattern(1, 'и е ю ей е');
/** Илья, Заря: the ending is stressed. */
export const nounInStressedYa = pattern(1, 'и е ю ёй е');
/** Мария, Данелия. */
export const nounInIya = pattern(1, 'и и ю ей и');

/** Любовь, Нинель. */
export const feminineInSoftSign = pattern(1, 'и и ь ью и');
/** Павел, Лев: as if the name were its stem, Павл or Льв. */
export const declinedAs =
  (stem: string): Pattern =>
  (name, wanted) =>
    name.slice(0, 1) + hardNoun(stem.slice(1), wanted);

/** Ильинична, Юрьевна. */
export const patronymicInNa = pattern(1, 'ы е у ой е');

/** Коломиец: Коломийца. */
export const nounInYets = pattern(2, 'йца йцу йца йцем йце');
/** Михайло: Михайлы. */
export const nounInO = pattern(1, 'ы е у ой е');
