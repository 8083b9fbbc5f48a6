/** Titles of those who stand in: «и.о. начальника отдела» is the post of the head, held for a while by somebody else. */
import { declinePhrase } from '../language/cases.js';
import type { Table } from './table.js';
import { beginsWith, isOneOf, wordsOf } from './words.js';

type Facts = Pick<Table, 'words' | 'language'>;

/** Whether a title says that its holder stands in: before it, in brackets or behind a comma, or “a.i.” at its end. */
export const isActing = (title: string, { words }: Facts): boolean =>
  beginsWith(title, words.values.acting) || partsOf(title).some((part) => isOneOf(part.trim(), words.values.acting));

const partsOf = (title: string): string[] => title.split(/[(),]|\s(?=a\.?\s?i\.?$)/iu);

/** The title of the post itself, in the nominative; null where nobody can tell it. */
export function postHeld(title: string, { words, language }: Facts): string | null {
  const { acting } = words.values;
  const plain = partsOf(title)
    .filter((part) => !isOneOf(part.trim(), acting))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const before = acting.filter((word) => beginsWith(plain, [word])).map((word) => wordsOf(word).length);
  const rest = before.length === 0 ? plain : behindWords(plain, Math.max(...before));
  if (rest === '') return null;
  return language === 'ru' && before.length > 0 ? inNominative(rest, words.heads) : rest;
}

/** What follows so many words. */
function behindWords(text: string, count: number): string {
  let rest = text;
  for (let at = 0; at < count; at++) rest = rest.replace(/^[^\p{L}\p{N}]*[\p{L}\p{N}&]+/u, '');
  return rest.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** «начальника отдела продаж» is «начальник отдела продаж»: what leads stands in the genitive, and what it leads stays. */
function inNominative(written: string, { leads, perhaps, top }: Table['words']['heads']): string | null {
  const lower = written.toLowerCase();
  const phrases = [...top, ...perhaps, ...leads].filter((one) => /\p{Script=Cyrillic}/u.test(one)).sort((a, b) => b.length - a.length);
  for (const phrase of phrases)
    for (const form of [declinePhrase(phrase, 'genitive').toLowerCase(), phrase])
      if (lower === form || lower.startsWith(`${form} `)) return phrase + written.slice(form.length);
  return null;
}
