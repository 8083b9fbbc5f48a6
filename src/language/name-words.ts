/** What no ending tells about Russian names: the lists of `locales/names.ru.json`, read when the first name is declined. */
import { ownText } from '../packages/installed.js';

type List = ReadonlySet<string>;

/** Names in small letters and without ё. */
export interface NameWords {
  readonly surnames: {
    /** In a stressed -а or -я that never changes: Дюма, Золя. */
    readonly unchanged: List;
    /** Georgian ones that look like adjectives for women: Шенгелая. */
    readonly georgian: List;
    /** Nouns in a stressed -я, whose instrumental has ё: Заря. */
    readonly inStressedYa: List;
    /** Nouns that look like surnames of women; men have them too: Голова, Калина. */
    readonly nounsInOva: List;
    readonly nounsInIna: List;
    /** Not in -ов and -ин by descent, so that the instrumental may be that of a noun: Дарвином. */
    readonly withForeignEnding: List;
    /** From animals and people, with a soft sign in the cases, which families keep or not: Волчьего or Волчего. */
    readonly possessive: List;
    /** Nouns among many adjectives in -ой, and adjectives where most are nouns: Козодой, Седой. */
    readonly nounsInOy: List;
    readonly adjectivesInOy: List;
    /** Adjectives where the ending leaves a choice, and nouns where it does not: Синий, Георгий. */
    readonly adjectivesInIy: List;
    readonly nounsInIy: List;
    /** First parts of double surnames that never change, and particles: Бонч-Бруевич. */
    readonly frozenFirstParts: List;
    /** First parts that are surnames of their own, though they do not look so. */
    readonly changingFirstParts: List;
  };
  readonly male: {
    readonly known: List;
    readonly unchanged: List;
    /** Patronymics with a stressed ending: Ильичом. */
    readonly stressedPatronymics: List;
    /** Old and Ukrainian names, which change like those in -а or not at all: Михайло. */
    readonly inO: List;
  };
  readonly female: {
    readonly known: List;
    /** Names of women that change, unlike other foreign ones in -ь: Рахиль. */
    readonly inSoftSign: List;
    /** With the ending stressed, which is then -ие in the dative: Алия (§ 71 of «Правила русской орфографии», 2006). */
    readonly inStressedIya: List;
  };
  /** Names that men and women have. */
  readonly shared: List;
}

let loaded: NameWords | undefined;

export function nameWords(): NameWords {
  loaded ??= JSON.parse(ownText('locales/names.ru.json'), (_, value: unknown) =>
    Array.isArray(value) ? new Set(value as string[]) : value,
  ) as NameWords;
  return loaded;
}

/** A name as the lists have it. */
export const listed = (name: string): string => name.toLowerCase().replaceAll('ё', 'е');
