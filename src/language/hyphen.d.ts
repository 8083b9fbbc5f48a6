/** The package has no types of its own; only its patterns are used. */
declare module 'hyphen/patterns/ru.js' {
  export type Node = number | Children | [Children, number];
  export interface Children {
    [letter: string]: Node;
  }
  /** Levels by number, the trie of patterns with those numbers, and words that go by no pattern with their breaks. */
  export type Patterns = [levels: readonly (readonly number[])[], trie: Children, exceptions: Readonly<Record<string, readonly number[]>>];
}

declare module 'hyphen/hyphen.js' {
  export default function createHyphenator(
    patterns: unknown,
  ): (word: string, options: { hyphenChar: string; minWordLength: number }) => string;
}
