/** Texts of a role as one wording per language, however the file has them. */
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';

export type Wordings = Partial<Record<Locale, string>>;

export interface Texts {
  languages: readonly Locale[];
  wordings: Wordings;
}

/** A plain string is in the first of the languages of its role. */
export function textIn(value: unknown, languages: readonly Locale[]): Texts {
  const [first = 'en'] = languages;
  const wordings: Wordings = {};
  if (typeof value === 'string') wordings[first] = value;
  else if (isRecord(value)) for (const language of languages) if (typeof value[language] === 'string') wordings[language] = value[language];
  return { languages, wordings };
}

/** Between the members of a list that is shown as one text. */
const separator = '; ';

/** A list of texts as one. */
export function textsIn(value: unknown, languages: readonly Locale[]): Texts {
  const all = (Array.isArray(value) ? value : []).map((one) => textIn(one, languages).wordings);
  return joined(languages, (language) => all.flatMap((one) => one[language] ?? []));
}

/** One list of words per language as one text each. */
export function wordListsIn(value: unknown, languages: readonly Locale[]): Texts {
  const [first] = languages;
  return joined(languages, (language) => {
    const words: unknown = Array.isArray(value) ? (language === first ? value : []) : isRecord(value) ? value[language] : [];
    return Array.isArray(words) ? words.map(String) : [];
  });
}

function joined(languages: readonly Locale[], wordsIn: (language: Locale) => string[]): Texts {
  const wordings: Wordings = {};
  for (const language of languages) {
    const words = wordsIn(language);
    if (words.length > 0) wordings[language] = words.join(separator);
  }
  return { languages, wordings };
}
