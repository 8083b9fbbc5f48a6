/**
 * The small words of surnames, by what a capital on them tells. Written small they always begin a surname, or go on with one:
 * “van den Berg”. With a capital some are never a name of their own (“El Amrani”, “De Niro”), others are (“Van Nguyen”, “Ben Smith”).
 */

import { ownText } from '../packages/installed.js';

type List = ReadonlySet<string>;

/** `locales/name-particles.json`. */
interface Particles {
  /** Dutch and German ones, which a surname without a first name before it has with a capital: “De Vries, Jan”. */
  readonly dutch: List;
  readonly foreign: List;
  /** With a capital these begin a surname behind a first name; the other Dutch ones, such as Op and In, are written so nowhere. */
  readonly capital: List;
  /** Of those, what people are called: Ben, Al, Di, and in Asia Van, Le, La, Da, Du and Do. Only the place in the name tells them apart. */
  readonly alsoNames: List;
  /** First names that are common before any surname, also before one with a particle: “Ben de Vries”. */
  readonly firstNames: List;
  /** Those that have a capital in names written in capitals too, as they mostly have one. */
  readonly capitalWhenShouted: List;
  /** The commonest surnames of Vietnam, where Van is a first or middle name. */
  readonly vietnamese: List;
  /** In Russian letters, where they are written small: «ван дер Берг», «де Голль»; by what a capital tells. */
  readonly cyrillic: { readonly small: List; readonly capital: List; readonly alsoNames: List };
  /** What stands before a surname of birth, with a full stop and without. */
  readonly born: { readonly short: List; readonly words: List };
}

let loaded: Particles | undefined;

export function particles(): Particles {
  loaded ??= JSON.parse(ownText('locales/name-particles.json'), (_, value: unknown) =>
    Array.isArray(value) ? new Set(value as string[]) : value,
  ) as Particles;
  return loaded;
}

const plain = (word: string): string => word.replace(/[‘’ʼ`´]/gu, "'");

const isKnown = (word: string): boolean => particles().dutch.has(word) || particles().foreign.has(word);

export const isSmallParticle = (word: string): boolean => word === word.toLowerCase() && isKnown(plain(word));
export const isDutchParticle = (word: string): boolean => particles().dutch.has(plain(word).toLowerCase());
export const isCapitalParticle = (word: string): boolean => particles().capital.has(plain(word));
export const isParticle = (word: string): boolean => isSmallParticle(word) || isCapitalParticle(word);
export const isAlsoName = (word: string): boolean => particles().alsoNames.has(word);
export const isVietnamese = (word: string): boolean => particles().vietnamese.has(word.toLowerCase());

/** “Jan Op de Beeck”, “J. In ’t Veld”: what has no capital elsewhere begins a surname where another particle stands behind it. */
export const beginsSurname = (word: string, next = ''): boolean => isParticle(word) || (isDutchParticle(word) && isParticle(next));

/**
 * Whether the first word of a name may be a first name. “De Vries” lacks one and “de Vries Jan” has it behind, but “Van Nguyen”,
 * “Ben Smith” and “Di Smith” begin with it. “Van Dijk” in a Dutch list is a surname alone.
 */
export function mayBeFirstName([first = '', second = '', ...more]: readonly string[], locale: string): boolean {
  if (!isParticle(first) || particles().firstNames.has(first)) return true;
  if (!isAlsoName(first) || isParticle(second)) return false;
  if (isVietnamese(more.at(-1) ?? second)) return true;
  return more.length === 0 && !(first === 'Van' && locale === 'nl');
}

/** In lists in capitals only these are written small between names. */
export function isSmallWhenShouted(word: string): boolean {
  const small = plain(word).toLowerCase();
  return isKnown(small) && !particles().capitalWhenShouted.has(small);
}
