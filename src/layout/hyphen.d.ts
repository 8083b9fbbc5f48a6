/** The package has no types of its own. */
declare module 'hyphen/hyphen.js' {
  export type Patterns = readonly unknown[];
  export type Hyphenate = (text: string, options?: { hyphenChar?: string; minWordLength?: number }) => string;
  const createHyphenator: (patterns: Patterns) => Hyphenate;
  export default createHyphenator;
}
