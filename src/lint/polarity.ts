/**
 * Polarity: whether what a text names is said or denied. “Not fined”, «не взыскивается» and “houden wij niet in” deny; «не
 * только» and “no more than” do not.
 */
import type { Locale } from '../document/document.js';
import type { Place } from './concepts.js';
import type { Words } from './phrase.js';

type Places = ReadonlyMap<string, readonly Place[]>;

/** How many words may stand between a word that denies and what it denies. */
const before: Record<Locale, number> = { ru: 1, en: 2, nl: 4 };

/** Dutch denies behind the verb: “kennen we niet”. */
const behind: Record<Locale, number> = { ru: 0, en: 0, nl: 3 };

const isBreak = /[,;:.!?()«»“”"–—]/u;

/** Whether a word that denies stands right before a place, or in Dutch behind it, in the same clause. */
export function isDenied({ start, end }: Place, words: Words, language: Locale, places: Places): boolean {
  const apart = places.get('no-denial') ?? [];
  return (places.get('denial') ?? []).some((one) => {
    if (apart.some((other) => other.start <= one.start && one.end <= other.end)) return false;
    const isBefore = one.end <= start && start - one.end <= before[language];
    const isBehind = one.start >= end && one.start - end <= behind[language];
    return (isBefore && !isBreak.test(between(words, one.end, start))) || (isBehind && !isBreak.test(between(words, end, one.start)));
  });
}

/** The text from one word to another, the words themselves left out at its ends. */
const between = ({ text, list }: Words, from: number, to: number): string =>
  text.slice(list[from - 1]?.end ?? 0, list[to]?.start ?? text.length);

/** A title or a saying in quotes: longer ones are texts of their own. */
const quotation = /«[^«»]{1,80}»|“[^“”]{1,80}”|‘[^‘’]{1,80}’(?!\p{L})|„[^„“”]{1,80}[“”]|"[^"]{1,80}"/gu;

/** The parts of a text that stand in quotes, which name or cite something. */
export const quotationsIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(quotation)].map(({ index, 0: all }) => ({ start: index, end: index + all.length }));
