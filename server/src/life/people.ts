/** Whether two are one: people are told apart by who they are in the register, and by how their names are written. */

/** Somebody who did something. */
export interface Somebody {
  /** The id in the register; undefined where nobody is known. */
  readonly actor: string | undefined;
  /** Undefined where it is not known, or no more. */
  readonly name: string | undefined;
}

/** Names are the same where they read the same, in whatever order: «Анна  Иванова» and «иванова анна», «Пётр» and «Петр». */
export const sameName = (one: string, other: string): boolean => wordsOf(one).join(' ') === wordsOf(other).join(' ');

/**
 * Whether two names may be those of one person: all that the shorter one says is in the longer one, with initials or in full, and one word
 * of it in full. Names of a single word say too little, and are only compared as they stand.
 */
export function maybeSameName(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (shorter.length < 2) return sameName(one, other);
  const left = [...longer];
  let inFull = 0;
  // Words in full find theirs before initials take a word that is another’s.
  for (const word of [...shorter].sort((a, b) => b.length - a.length)) {
    const same = left.indexOf(word);
    const at = same >= 0 ? same : left.findIndex((known) => isInitial(word, known) || isInitial(known, word));
    if (at < 0) return false;
    if (same >= 0 && word.length > 1) inFull += 1;
    left.splice(at, 1);
  }
  return inFull > 0;
}

const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter);

/** A name with no accents on Latin letters and «е» for «ё», which many leave out. */
export const unaccented = (name: string): string =>
  folded(name)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/ё/gu, 'е');

/** The words of a name by the alphabet. */
const wordsOf = (name: string): readonly string[] =>
  unaccented(name)
    .split(/[\s,.]+/u)
    .filter((word) => word !== '')
    .sort();

/** A name without what is not said: case, kinds and number of spaces. */
export const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/**
 * Whether the second pair of eyes is the first one. Who acts under two ids but one name is one person, with initials too, and so is who
 * has one id and two spellings.
 */
export const samePerson = (one: Somebody, other: Somebody): boolean =>
  (one.actor !== undefined && one.actor === other.actor) ||
  (one.name !== undefined && other.name !== undefined && maybeSameName(one.name, other.name));
