/** Whether two are one: people are told apart by who they are in the register, and by how their names are written. */

/** Somebody who did something. */
export interface Somebody {
  /** The id in the register; undefined where nobody is known. */
  readonly actor: string | undefined;
  /** Undefined where it is not known, or no more. */
  readonly name: string | undefined;
}

/** Names are the same where they read the same: «Анна  Иванова» and «анна иванова». */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** A name without what is not said: case, kinds and number of spaces. */
export const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/**
 * Whether the second pair of eyes is the first one. Who acts under two ids but one name is one person, and so is who has one id and
 * two spellings.
 */
export const samePerson = (one: Somebody, other: Somebody): boolean =>
  (one.actor !== undefined && one.actor === other.actor) ||
  (one.name !== undefined && other.name !== undefined && sameName(one.name, other.name));
