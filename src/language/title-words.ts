/** What no ending tells about Russian words in names of posts: the lists of `locales/titles.ru.json`, read when the first is declined. */
import { ownText } from '../packages/installed.js';

type List = ReadonlySet<string>;

/** Words in small letters and without ё. */
export interface TitleWords {
  /** Nouns that never change, for things and for people: бюро, портье. */
  readonly indeclinable: List;
  readonly indeclinablePeople: List;
  /** Masculine although they end in -а: глава. */
  readonly masculineInA: List;
  /** Nouns in -ь that the endings of `endings.ts` leave open. */
  readonly masculineInSoftSign: List;
  readonly feminineInSoftSign: List;
  /** Nouns in -о that change, among foreign ones that do not: лицо. */
  readonly neuters: List;
  /** Men and women by their work; others are known by their endings. */
  readonly people: List;
  readonly women: List;
  /** Masculine units and things, whose accusative is their nominative; every other masculine noun is taken for a person. */
  readonly things: List;
  /** First parts of compounds, and loose words before a noun, that keep their form: «бренд-менеджер», «шеф повар». */
  readonly modifiers: List;
  /** Adverbs before a participle: «временно исполняющий». */
  readonly adverbs: List;
  /** Adjectives and participles that are names of posts by themselves, so that a genitive may follow: «дежурный смены». */
  readonly headsLikeAdjectives: List;
  /** Adjectives whose nominative ends in a stressed -ой; all others in -ой are the genitive of a feminine: «оператор котельной». */
  readonly adjectivesInOy: List;
  /** Abbreviated adjectives, behind which a noun changes: «ст. преподавателя»; behind other abbreviations a genitive stands. */
  readonly abbreviatedAdjectives: List;
  /** What makes one word with зам-, пом- and нач- that never changes: замдиректора. */
  readonly deputyOf: List;
  /** Names of departments in the plural, with the singular from which their cases come. */
  readonly plurals: ReadonlyMap<string, string>;
  /** Words whose instrumental ends in a stressed ё, which russian-nouns-js writes with е. */
  readonly stressedInstrumental: ReadonlyMap<string, string>;
}

export const isIndeclinable = (noun: string): boolean =>
  titleWords().indeclinable.has(listed(noun)) || titleWords().indeclinablePeople.has(listed(noun));

let loaded: TitleWords | undefined;

export function titleWords(): TitleWords {
  loaded ??= JSON.parse(ownText('locales/titles.ru.json'), (key, value: unknown) => {
    if (Array.isArray(value)) return new Set(value as string[]);
    return key !== '' && typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : value;
  }) as TitleWords;
  return loaded;
}

/** A word as the lists have it. */
export const listed = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
