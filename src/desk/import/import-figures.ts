/** How much of a file has found a place. */
import type { ImportReport } from '../../import/report.js';

export interface ImportFigures {
  /** Percent of the characters that belong into a role and are in it, guessed or not; rounded down, so that 100 is all. */
  readonly placed: number;
  /** Texts, not characters. */
  readonly guessed: number;
  readonly unplaced: number;
}

// What is no part of a role, such as page numbers and places to sign, does not count.
export function figuresOf({ characters, entries }: ImportReport): ImportFigures {
  const { mapped, guessed, unplaced } = characters;
  const sum = mapped + guessed + unplaced;
  const texts = (certainty: 'guessed' | 'unplaced'): number =>
    entries.reduce((count, { parts }) => count + parts.filter((one) => one.certainty === certainty).length, 0);
  return { placed: sum === 0 ? 0 : Math.floor((100 * (mapped + guessed)) / sum), guessed: texts('guessed'), unplaced: texts('unplaced') };
}
