/** In which language a file is written, and for which country, told by its words. */
import type { Locale } from '../document/document.js';
import type { ImportWords } from './import-words.js';
import { findPhrase, levelled, wordsOf } from './words.js';

/** The language of most of its common words; null where there are next to none. */
export function languageOf(text: string, words: Readonly<Record<Locale, ImportWords>>): { language: Locale; share: number } | null {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, 40_000))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isCyrillic = (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
  const own = (Object.keys(words) as Locale[]).filter((one) => /^\p{Script=Cyrillic}/u.test(words[one].common[0] ?? '') === isCyrillic);
  if (isCyrillic && own[0] && own.length === 1) return { language: own[0], share: 1 };
  const scored = (Object.keys(words) as Locale[])
    .map((language) => ({ language, count: words[language].common.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) }))
    .sort((a, b) => b.count - a.count);
  const all = scored.reduce((sum, { count }) => sum + count, 0);
  const [best] = scored;
  return best && best.count > 2 ? { language: best.language, share: best.count / all } : null;
}

/** Of several countries of a language the one whose words the text has more of; the first where none has. */
export function countryOf(text: string, language: Locale, { country }: ImportWords): string {
  const level = levelled(text.slice(0, 40_000));
  const count = (words: readonly (string | number)[]): number =>
    words.filter((word) => findPhrase(level, levelled(String(word))) >= 0).length;
  const [first] = Object.entries(country)
    .map(([id, words]) => ({ id, count: count(words) }))
    .sort((a, b) => b.count - a.count || (a.id === 'gb' ? -1 : 1));
  return first?.id ?? language;
}
