/** Words as they are compared: without capitals, signs and accents of stress, and by their stems. All of it in one pass over the text. */

/** In small letters, е for ё, plain quotes, one space between words, no signs at the ends. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.:;,!?«»"“”„‘()[\]–—-]+/u, '')
    .replace(/[\s.:;,!?«»"“”‘)\]*–—-]+$/u, '');

/** The words of a text, in small letters; figures are words too. */
export const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}%№/']+(?:-[\p{L}\p{N}]+)*/gu) ?? [];

/** Two words of one stem are taken for the same: «обязанности» and «обязанностей», “responsibility” and “responsibilities”. */
export const stemOf = (word: string): string =>
  /^\p{Script=Cyrillic}/u.test(word)
    ? word.slice(0, Math.max(4, Math.ceil(word.length * 0.65)))
    : word.replace(/(?:ies|y)$/u, 'i').replace(/(?<=.{3})(?:en|es|e|s|n)$/u, '');

/** Letters and figures alone: what is not blank, nor a sign, nor a line to write on. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Where a phrase stands in a text as whole words; -1 where it does not. A phrase that ends within a word («конфиденциальн»)
 * is found at the beginning of words when `within` is set.
 */
export function findPhrase(text: string, phrase: string, within = false): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = at === 0 || !isLetter(text[at - 1] ?? '') || !isLetter(phrase[0] ?? '');
    const after = text[at + phrase.length] ?? '';
    if (before && (within || !isLetter(after) || !isLetter(phrase.at(-1) ?? ''))) return at;
  }
  return -1;
}

/** Whether a word has letters alone, and maybe signs within it. */
export const isLetters = (word: string): boolean => !/\p{N}/u.test(word);

const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** The text with each letter as `plain` has it, yet as long as it was, so that places in one are places in the other. */
export function levelled(text: string): string {
  const small = text.toLowerCase();
  // Only a few capitals have small letters of another length, such as İ: then each letter is looked at by itself.
  const even = small.length === text.length ? small : Array.from(text, evenly).join('');
  return even.replace(/[ё’\u00A0\t\n]/g, (sign) => (sign === 'ё' ? 'е' : sign === '’' ? "'" : ' '));
}

const evenly = (sign: string): string => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign);

/** Which of the phrases stands first in a text, the longest where several begin together. The text is levelled. */
export function firstOf(text: string, phrases: readonly string[], within = false): { phrase: string; at: number } | null {
  if (/\s{2}/u.test(text)) return firstOfSpaced(text, phrases, within);
  let best: { phrase: string; at: number } | null = null;
  for (const phrase of phrases) {
    const at = findPhrase(text, phrase, within);
    if (at >= 0 && (!best || at < best.at || (at === best.at && phrase.length > best.phrase.length))) best = { phrase, at };
  }
  return best;
}

/** The same in a text with several spaces between words; the phrase comes back as the text has it. */
function firstOfSpaced(text: string, phrases: readonly string[], within: boolean): { phrase: string; at: number } | null {
  const places: number[] = [];
  let even = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === ' ' && even.endsWith(' ')) continue;
    even += sign;
    places.push(at);
  }
  const found = firstOf(even, phrases, within);
  if (!found) return null;
  const at = places[found.at] ?? 0;
  const end = (places[found.at + found.phrase.length - 1] ?? at) + 1;
  return { phrase: text.slice(at, end), at };
}
