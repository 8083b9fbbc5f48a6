/** Columns of the sheet that cells stand in. */

/** Lengths in points. */
export interface Track {
  left: number;
  width: number;
}

/**
 * Tracks side by side by their shares of `width`. None is narrower than `least`, as far as there is room: wider ones
 * give way.
 */
export function tracksOf(shares: readonly number[], left: number, width: number, least: number): Track[] {
  const equal = width / Math.max(1, shares.length);
  const floor = Math.min(least, equal);
  const total = shares.reduce((sum, share) => sum + Math.max(0, share), 0);
  const wanted = shares.map((share) => (total > 0 ? Math.max(floor, (width * Math.max(0, share)) / total) : equal));
  const spare = wanted.reduce((sum, one) => sum + one - floor, 0);
  const over = wanted.reduce((sum, one) => sum + one, 0) - width;
  let at = left;
  return wanted.map((one) => {
    const track = { left: at, width: spare > 0 ? one - (over * (one - floor)) / spare : one };
    at += track.width;
    return track;
  });
}
