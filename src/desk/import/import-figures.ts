/** How much of a file has found a place. */
import type { Decision } from './decisions.js';
import type { Certainty, ImportReport } from '../../import/report.js';

export interface ImportFigures {
  /** Percent of the characters that belong into a role and are in it, guessed or not; rounded down, so that 100 is all. */
  readonly placed: number;
  /** What is to decide of these sorts: a text of which words are missing is one, and so is a guessed heading with all below it. */
  readonly guessed: number;
  readonly unplaced: number;
}

type Decided = readonly Pick<Decision, 'sort'>[];

const countOf = (decisions: Decided, sort: Decision['sort']): number => decisions.filter((one) => one.sort === sort).length;

/** What is no part of a role, such as page numbers and places to sign, does not count. */
export function figuresOf({ characters }: ImportReport, decisions: Decided): ImportFigures {
  const { mapped, guessed, unplaced } = characters;
  const sum = mapped + guessed + unplaced;
  return {
    placed: sum === 0 ? 0 : Math.floor((100 * (mapped + guessed)) / sum),
    guessed: countOf(decisions, 'guessed'),
    unplaced: countOf(decisions, 'unplaced'),
  };
}

/** How a file stands among others: paragraphs and cells that have a place for certain, and how much is to decide. */
export interface ImportRow {
  readonly placed: number;
  readonly guessed: number;
  readonly unplaced: number;
  readonly decisions: number;
}

/** Guesses and texts without a place are counted as everywhere else: by what is to decide. */
export function rowOf(report: ImportReport, decisions: Decided): ImportRow {
  const { guessed, unplaced } = figuresOf(report, decisions);
  const certain = report.entries.filter(({ parts }) => {
    const has = (certainty: Certainty): boolean => parts.some((part) => part.certainty === certainty);
    return has('mapped') && !has('unplaced') && !has('guessed');
  });
  return { placed: certain.length, guessed, unplaced, decisions: decisions.length };
}

/** The worst first: what has most to decide, then what has least of its paragraphs in place. */
export function worstFirst<T extends { readonly row: ImportRow }>(files: readonly T[]): readonly T[] {
  const share = ({ placed, guessed, unplaced }: ImportRow): number => placed / Math.max(1, placed + guessed + unplaced);
  return [...files].sort(({ row: one }, { row: other }) => other.decisions - one.decisions || share(one) - share(other));
}
