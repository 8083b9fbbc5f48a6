/** A word of Latin and Cyrillic letters: it looks right, and no search finds it. */
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

const latin = 'ABCEHKMOPTXaceopxy';
const cyrillic = 'АВСЕНКМОРТХасеорху';

/** Two letters of which one is Latin and one Cyrillic: few texts have any, and to look at each word takes a fiftieth of a run. */
const isMixed = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

export const rule: LintCheck = (context) =>
  findAll({ ...context, passages: context.passages.filter(({ text }) => isMixed.test(text)) }, /\p{L}{2,}/gu, (match) => {
    const [word] = match;
    const [inLatin, inCyrillic] = [word.match(/\p{Script=Latin}/gu)?.length ?? 0, word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0];
    if (inLatin === 0 || inCyrillic === 0) return null;
    const [from, to] = inLatin < inCyrillic ? [latin, cyrillic] : [cyrillic, latin];
    const mended = [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
    // Only where one alphabet is left is it plain which word was meant.
    const isPlain = !(/\p{Script=Latin}/u.test(mended) && /\p{Script=Cyrillic}/u.test(mended));
    return isPlain ? mendedBy(match, mended) : {};
  });
