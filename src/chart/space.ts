/** What the arrangement of a chart is made of. Lengths are in mm. */

/** A box with those that stand below it on the sheet. */
export interface Shown {
  readonly height: number;
  readonly below: readonly Shown[];
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  /** The width of all boxes. */
  readonly box: number;
}

/**
 * Between boxes of a row, between those of different superiors, from a row to the next, from a box of a column to the
 * next, and from the left edge of a box to those that hang from it.
 */
export const space = { beside: 3, apart: 5, rows: 6, between: 2, indent: 4 } as const;

/** Rounding must not turn a box away. */
export const slip = 1e-6;

/** How many boxes can stand side by side. */
export const besideOneAnother = ({ width }: Pick<Paper, 'width'>, box: number): number =>
  Math.floor((width + space.beside + slip) / (box + space.beside));
