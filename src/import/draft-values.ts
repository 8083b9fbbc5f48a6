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

/** A short name, or `otherwise`, which is not taken; with a number behind it where it would be. */
export function freeName(text: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const base = shortName(text) || otherwise;
  let id = base;
  for (let count = 2; isTaken(id); count++) id = `${base}-${count}`;
  return id;
}
