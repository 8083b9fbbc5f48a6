/** British words in American spelling, by a frozen list of whole words: no rule of letters tells “organise” from “advise”. */

/** The language of papers in English under American law, and the key of wordings for them. */
export const americanTag = 'en-US';

/** A text in American spelling. */
export type American = (text: string) => string;

/** What stays as it is: addresses, names of files and ids, questions in braces, names of statutes. */
const kept = [
  String.raw`\S{1,200}@\S+`,
  String.raw`(?:https?:\/\/|www\.)\S+`,
  String.raw`\{[^{}]{0,80}\}`,
  String.raw`[\p{L}\p{N}]+(?:[._\\][\p{L}\p{N}]+)+`,
  String.raw`(?:\p{Lu}[\p{L}’']*(?:\s+(?:and|at|for|in|of|the))*\s+){1,6}(?:Act|Code|Convention|Directive|Order|Regulations?)(?!\p{L})`,
];

const parts = new RegExp(`${kept.join('|')}|(?<![\\p{L}\\p{N}])[\\p{L}]+(?![\\p{L}\\p{N}])`, 'gu');

/** After these a capital begins a sentence or an entry; elsewhere it begins a name. */
const beginning = /(?:^|[.!?:;|–—•“‘"'(/\n])\s*$/u;

/** `words` are British words in small letters with the American ones. */
export function createAmerican(words: Readonly<Record<string, string>>): American {
  return (text) =>
    text.replace(parts, (word: string, at: number) => {
      const small = word.toLowerCase();
      const american = Object.hasOwn(words, small) ? words[small] : undefined;
      if (american === undefined || word === small) return american ?? word;
      if (word === word.toUpperCase()) return american.toUpperCase();
      return beginning.test(text.slice(Math.max(0, at - 3), at)) ? american.charAt(0).toUpperCase() + american.slice(1) : word;
    });
}
