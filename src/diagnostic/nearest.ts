/** “Did you mean …?” */
import { distance } from 'fastest-levenshtein';

/** The known name that `name` most likely stands for, or an empty string when none is near; at most `most` letters may be wrong. */
export function nearest(name: string, known: readonly string[], most = Infinity): string {
  // Among names of two letters everything is near everything.
  if (name.length < 3 || name.length > 100) return '';
  let best = '';
  let least = Infinity;
  for (const candidate of known) {
    const away = distance(name.toLowerCase(), candidate.toLowerCase());
    // A third of the letters may be wrong; beyond that a guess misleads more than it helps.
    const bound = Math.min(most, Math.ceil(Math.max(name.length, candidate.length) / 3));
    if (away <= bound && away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** A hostile file names ten thousand things: to compare each with all of these would take minutes. */
const mostCompared = 500;

/** The same among as many as a file may have; an empty string where there are too many to be compared. */
export const nearestOfMany = (name: string, known: readonly string[], most?: number): string =>
  known.length > mostCompared ? '' : nearest(name, known, most);
