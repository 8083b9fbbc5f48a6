/**
 * The words of a text, whatever they look like. Fingerprints are made from them: another rule here is another
 * algorithm there.
 */

/** Quotation marks and apostrophes, hyphens and dashes, and what is not seen at all. */
const looks: [RegExp, string][] = [
  [/[«»„“”‟"‹›‘’‚‛'`´]/gu, '"'],
  [/[‐‑‒–—―−-]/gu, '-'],
  [/…/gu, '...'],
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, ''],
  [/\s+/gu, ' '],
  // Where a space stands beside a sign is custom: “10 %” and “10%”, “5 – 7” and “5–7”.
  [/(?<=[\p{P}\p{S}]) | (?=[\p{P}\p{S}])/gu, ''],
];

/** Whether two texts say the same in the same words, however they are set. */
export const sameWords = (before: string, after: string): boolean => plain(before) === plain(after);

/** The words of a text, set as plainly as can be: on one line, with composed letters. */
export const plain = (text: string): string =>
  looks.reduce((words, [look, sign]) => words.replace(look, sign), text.normalize('NFC')).trim();
