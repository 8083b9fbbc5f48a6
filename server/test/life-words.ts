/** The words of the register, for tests. */
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { parse } from 'yaml';
import type { Denial } from '../src/life/may.js';
import { inWords } from '../src/life/words.js';
import type { LifeWords } from '../src/life/words.js';

export const languages = ['en', 'ru', 'nl'] as const;
export type Language = (typeof languages)[number];

/** What the pages on states say besides. */
interface PageWords {
  readonly title: string;
  readonly written: string;
  readonly other: string;
  readonly intro: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly against: string;
  readonly final: string;
  readonly begin: string;
  readonly standings: string;
  readonly standing: string;
  readonly meaning: string;
  readonly meanings: LifeWords['standings'];
  readonly overdue: string;
  readonly codes: string;
  readonly code: string;
  readonly wrong: string;
  readonly remedy: string;
}

const kept = new Map<Language, LifeWords & { readonly page: PageWords }>();

export function wordsIn(language: Language): LifeWords & { readonly page: PageWords } {
  const path = new URL(`../locales/register.${language}.yaml`, import.meta.url);
  const words = kept.get(language) ?? (parse(readFileSync(path, 'utf8')) as LifeWords & { readonly page: PageWords });
  kept.set(language, words);
  return words;
}

/** What people read of a refusal. Throws where a phrase asks for a fact that it does not get. */
export function told(denial: Denial, language: Language): { readonly message: string; readonly hint: string } {
  const { code, facts } = inWords(denial, wordsIn(language), language);
  const { message, hint } = wordsIn(language).codes[code] ?? { message: `no words for ${code}`, hint: '' };
  const filled = (phrase: string): string => String(new IntlMessageFormat(phrase, language).format(facts));
  return { message: filled(message), hint: filled(hint) };
}
