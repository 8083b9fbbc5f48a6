/**
 * British words in American English, by a frozen list of whole words: no rule of letters tells “organise” from “advise”, and
 * cutting words at known parts makes “program me” of “programme”.
 */

/** The language of papers in English under American law, and the key of wordings for them. */
export const americanTag = 'en-US';

/** A text in American English. */
export type American = (text: string) => string;

/** The list: British words or rows of words in small letters, with the American ones. */
export interface AmericanWords {
  /** Words that only Britain spells so. */
  readonly spelling: Readonly<Record<string, string>>;
  /** Other words for the same thing. */
  readonly words: Readonly<Record<string, string>>;
}

/** What stays as it is: addresses, names of files and ids, questions in braces, names of statutes. */
const kept = [
  String.raw`\S{1,200}@\S+`,
  String.raw`(?:https?:\/\/|www\.)\S+`,
  String.raw`\{[^{}]{0,80}\}`,
  String.raw`[\p{L}\p{N}]+(?:[._\\][\p{L}\p{N}]+)+`,
  String.raw`(?:\p{Lu}[\p{L}’']*(?:\s+(?:and|at|for|in|of|the))*\s+){1,6}(?:Act|Code|Convention|Directive|Order|Regulations?)(?!\p{L})`,
];

/** After these a capital begins a sentence or an entry; elsewhere it begins a name. */
const beginning = /(?:^|[.!?:;|–—•“‘"'(/\n])\s*$/u;

/** Words that names begin with, such as “Labour Party” and “Centre Parcs”: nouns; a verb that begins a duty is none. */
const inNames = /(?:our|tre|bre|nce|rey|ation|amme|ogue)s?$/u;
const namedOn = /^\s+(?:(?:&|and|of)\s+)?\p{Lu}\p{Ll}/u;

export function createAmerican({ spelling, words }: AmericanWords): American {
  const rows = Object.keys(words)
    .filter((word) => word.includes(' '))
    .sort((one, other) => other.length - one.length)
    .map((row) => `[${row.charAt(0)}${row.charAt(0).toUpperCase()}]${row.slice(1).replaceAll(' ', String.raw`\s+`)}`);
  const parts = new RegExp(`${kept.join('|')}|(?<![\\p{L}\\p{N}])(?:${[...rows, String.raw`\p{L}+`].join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const known = new Map([...Object.entries(spelling), ...Object.entries(words)]);

  return (text) =>
    text.replace(parts, (word: string, at: number) => {
      const small = word.toLowerCase();
      const american = known.get(small.replace(/\s+/g, ' '));
      if (american === undefined || word === small) return american ?? word;
      if (word === word.toUpperCase()) return american.toUpperCase();
      const begins = beginning.test(text.slice(Math.max(0, at - 3), at));
      const isName = inNames.test(small) && namedOn.test(text.slice(at + word.length, at + word.length + 12));
      return begins && !isName ? american.charAt(0).toUpperCase() + american.slice(1) : word;
    });
}
