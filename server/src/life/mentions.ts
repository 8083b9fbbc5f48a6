/**
 * Whether a text names somebody: to find what people wrote or decided when their data are to go. A name is found in whatever order and
 * with whatever initials it stands; the surname alone counts only where nobody else has it.
 */
import { folded } from './people.js';

/** A name as one language spells it. */
export interface Spelling {
  readonly last: string;
  readonly first?: string | undefined;
}

export interface Named {
  readonly spellings: readonly Spelling[];
  /** Names under which somebody acted, as they are typed: `asmith`. */
  readonly also: readonly string[];
  /** Whether nobody else has this surname. */
  readonly isOnly: (last: string) => boolean;
}

/** How far from a surname its first name may stand, in words: a patronymic lies in between, or a title. */
const reach = 3;

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{M}\p{N}’'-]+/u)
    .filter((word) => word !== '');

export function mentioning({ spellings, also, isOnly }: Named): (text: string) => boolean {
  const surnames = spellings.map(({ last, first }) => ({
    last: wordsOf(last),
    first: first === undefined ? [] : wordsOf(first),
    only: isOnly(last),
  }));
  const others = also.map(wordsOf).filter((words) => words.length > 0);
  return (text) => {
    const words = wordsOf(text);
    return (
      others.some((other) => words.some((_, at) => stands(other, words, at, same))) ||
      surnames.some(({ last, first, only }) =>
        words.some((_, at) => {
          if (!stands(last, words, at, declined)) return false;
          if (only) return true;
          const around = [...words.slice(Math.max(0, at - reach), at), ...words.slice(at + last.length, at + last.length + reach)];
          return around.some((word) => first.some((one) => declined(one, word) || one.charAt(0) === word));
        }),
      )
    );
  };
}

const stands = (name: readonly string[], words: readonly string[], at: number, is: typeof same): boolean =>
  name.length > 0 && name.every((part, place) => is(part, words[at + place] ?? ''));

const same = (one: string, word: string): boolean => one === word;

/** Russian declines names: what stands before the last vowel stays. A name of one or two letters is not cut. */
function declined(name: string, word: string): boolean {
  if (name === word) return true;
  if (!/^[\p{Script=Cyrillic}-]{3,}$/u.test(name)) return word === `${name}s` || word === `${name}'s` || word === `${name}’s`;
  const stem = name.replace(/(ий|ый|ой|ая|яя|[аяьй])$/u, '');
  return word.startsWith(stem) && word.length <= name.length + 2;
}
