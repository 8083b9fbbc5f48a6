/** What entries of a draft have: texts in one language, and ids made of their words. */
import { slugOf } from '../language/slug.js';
import type { Text } from '../role/role.generated.js';

/** A text of a draft, which is in one language. */
export const inOne = (text: Text | undefined): string => (typeof text === 'string' ? text : '');

/** A short name from words, of at most six of them and 48 characters, cut between words; empty where the text has none. */
export function shortName(text: string): string {
  const words = slugOf(text).split('-').slice(0, 6);
  while (words.length > 1 && words.join('-').length > 48) words.pop();
  return words.join('-').slice(0, 48).replace(/-$/, '');
}

/**
 * A short name, or `otherwise`, which is not taken; with a number behind it where it would be. `counts` keeps how far numbers have got, so that
 * thousands of lines of one wording are not counted from the beginning each time.
 */
export function freeName(text: string, otherwise: string, isTaken: (id: string) => boolean, counts = new Map<string, number>()): string {
  const base = shortName(text) || otherwise;
  if (!isTaken(base)) return base;
  let count = counts.get(base) ?? 2;
  while (isTaken(`${base}-${count}`)) count += 1;
  counts.set(base, count + 1);
  return `${base}-${count}`;
}
