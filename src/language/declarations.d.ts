// What we use of the packages that come without types.

declare module 'russian-nouns-js' {
  export interface Lemma {
    text: string;
    gender?: string;
    animate?: boolean;
  }
  export interface Engine {
    /** Every accepted form, the preferred one first; with a plural nominative the forms of the plural. */
    decline(lemma: Lemma, wanted: string, plural?: string): string[];
  }
  export interface RussianNouns {
    Engine: new () => Engine;
    Case: Record<'NOMINATIVE' | 'GENITIVE' | 'DATIVE' | 'ACCUSATIVE' | 'INSTRUMENTAL' | 'PREPOSITIONAL', string>;
    Gender: Record<'MASCULINE' | 'FEMININE' | 'NEUTER', string>;
  }
}

declare module 'petrovich' {
  type Inflect = (name: string) => string;
  type Cases = Record<'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional', Inflect>;
  export type Petrovich = Record<'male' | 'female', Record<'first' | 'middle' | 'last', Cases>>;
}

declare module 'indefinite' {
  export type Indefinite = (words: string, options?: { articleOnly?: boolean }) => string;
}

declare module 'hyphen/*' {
  export function hyphenateSync(text: string, options?: { hyphenChar?: string; minWordLength?: number }): string;
}
