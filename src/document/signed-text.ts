/** How much of the text before a signature stays on its page, for all writers: the PDF measures it, Word files guess. */

/** So much of what is signed stands above the first signature at least: people should see what they sign, not only where. */
export const leastSigned = { pieces: 2, lines: 3 } as const;

/** The last section comes along from its heading on while it takes no more than this part of a page, or this where boxes are ticked in it. */
export const signedReach = { words: 0.4, boxes: 0.6 } as const;
