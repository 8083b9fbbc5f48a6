/** Changes of a text at its very characters, everything else left as it is: comments, order, quotes and line ends. */

export interface Edit {
  readonly start: number;
  readonly end: number;
  /** What comes in the place of these characters. */
  readonly with: string;
}

/** The text with edits that do not overlap. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, with: words }) => done.slice(0, start) + words + done.slice(end), text);

/** How lines end in a text. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
