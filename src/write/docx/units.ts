/** Lengths as WordprocessingML counts them. */

/** Twentieths of a point, from millimetres. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Twentieths of a point, from points. */
export const pointTwips = (pt: number): number => Math.round(pt * 20);

/** Half points, in which Word gives font sizes. */
export const halfPoints = (pt: number): number => Math.round(pt * 2);

/** 240ths of a line, from a multiple of single spacing. */
export const lineHeight = (multiple: number): number => Math.round(multiple * 240);

/** Whole numbers in the proportion of `shares` that add up to `total` exactly. */
export function divide(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  let passed = 0;
  let used = 0;
  return shares.map((share) => {
    passed += share;
    const width = Math.round((total * passed) / sum) - used;
    used += width;
    return width;
  });
}
