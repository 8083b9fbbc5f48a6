/** “Homelessness Prevention Officer” as a role has it: titles that are set with a capital on every word lose them, but for names. */
import type { Rules } from './rules.js';

const bracketed = /\([^()]*\)/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’.+#]*/gu;

/**
 * The ordinary words of a title in small letters, where each word of it that counts begins with a capital. Names, abbreviations and
 * what stands in brackets keep their letters; where one word that counts has a small letter, all stays as it is.
 */
export function inSmallLetters(title: string, { language, words }: Rules): string {
  if (language === 'ru') return title;
  const open = title.replace(bracketed, '').match(word) ?? [];
  const telling = open.filter((one) => !words.little.includes(one.toLowerCase()) && !words.joints.includes(one.toLowerCase()));
  if (telling.length < 2 || telling.some((one) => /^\p{Ll}/u.test(one))) return title;
  const isName = (one: string): boolean => words.proper.includes(one) && !words.homonyms.includes(one);
  const lowered = (text: string): string =>
    text.replace(word, (one) => (/^\p{Lu}[\p{Ll}'’]+\.?$/u.test(one) && !isName(one) ? one.toLowerCase() : one));
  let out = '';
  let from = 0;
  for (const { 0: kept, index } of title.matchAll(bracketed)) {
    out += lowered(title.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return out + lowered(title.slice(from));
}
