/** The words of the service in each language, read once. */
import { createPhrases, locales, ownData } from 'rolewright';
import type { Locale, Phrases, Workspace } from 'rolewright';
import type { LifeWords } from '../life/words.js';
import { tellingIn } from '../register/told.js';
import type { Telling } from '../register/told.js';

export interface Words {
  readonly say: Phrases;
  readonly life: LifeWords;
  readonly telling: Telling;
}

export type Texts = (language: Locale) => Words;

/** `own` is the folder of this package. */
export function openTexts(own: Workspace): Texts {
  const read = new Map<Locale, Words>();
  return (language) => {
    const known = read.get(language);
    if (known) return known;
    const life = ownData(own, `locales/register.${language}.yaml`) as LifeWords;
    const words: Words = {
      say: createPhrases(ownData(own, `locales/http.${language}.yaml`), language),
      life,
      telling: tellingIn(language, life, own),
    };
    read.set(language, words);
    return words;
  };
}

/** The language that a browser asks for, of those that there are: RFC 9110, 12.5.4. */
export function languageAsked(header: string | null, otherwise: Locale): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part, at) => {
      const [range = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(rest.join(';'))?.[1];
      return { tag: range.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), at };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at);
  for (const { tag } of wanted) {
    const found = locales.find((one) => one === tag);
    if (found) return found;
  }
  return otherwise;
}

/** What a language is called by those who speak it. */
export const ownName = (locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};
