/** How much of a file has found a place. */
import type { Certainty, ImportReport } from '../../import/report.js';

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

/** How a file stands among others: paragraphs, cells and the like, by what is least certain in them, and how much is to decide. */
export interface ImportRow {
  readonly placed: number;
  readonly guessed: number;
  readonly unplaced: number;
  readonly decisions: number;
}

/** What is no part of a role does not count. */
export function rowOf({ entries }: ImportReport, decisions: readonly unknown[]): ImportRow {
  const row = { placed: 0, guessed: 0, unplaced: 0, decisions: decisions.length };
  for (const { parts } of entries) {
    const has = (certainty: Certainty): boolean => parts.some((part) => part.certainty === certainty);
    if (has('unplaced')) row.unplaced += 1;
    else if (has('guessed')) row.guessed += 1;
    else if (has('mapped')) row.placed += 1;
  }
  return row;
}

/** The worst first: what has most to decide, then what has least of its paragraphs in place. */
export function worstFirst<T extends { readonly row: ImportRow }>(files: readonly T[]): readonly T[] {
  const share = ({ placed, guessed, unplaced }: ImportRow): number => placed / Math.max(1, placed + guessed + unplaced);
  return [...files].sort(({ row: one }, { row: other }) => other.decisions - one.decisions || share(one) - share(other));
}
