/** Medians, spreads and the table of ratios. */
export function quantile(sorted, part) {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

/** Median and the span from the tenth to the ninetieth percentile, in ms. */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), spread: [quantile(sorted, 0.1), quantile(sorted, 0.9)] };
}

const round = (ms) => Number(ms.toFixed(2));

/** One row of results: our time as a part of theirs, which must not be above the bar. */
export const row = (ours, theirs, { bar = null, aim = null } = {}) => ({
  work: ours.format.toUpperCase(),
  against: theirs.title,
  ours_ms: round(ours.median),
  theirs_ms: round(theirs.median),
  ratio: Number((ours.median / theirs.median).toPrecision(3)),
  bar,
  aim,
  spread: { ours: ours.spread.map(round), theirs: theirs.spread.map(round) },
  bytes: { ours: ours.bytes, theirs: theirs.bytes },
});

const span = ([from, to]) => `${from.toFixed(1)}–${to.toFixed(1)}`;
const reached = ({ ratio, bar, aim }) => (bar === null ? '' : ratio > bar ? ' missed' : aim !== null && ratio > aim ? '' : ' ✓');

/** The rows as a Markdown table. */
export const table = (rows) =>
  [
    '| work | against | ours, ms | p10–p90 | theirs, ms | p10–p90 | ours ÷ theirs | bar (aim) | size, ours : theirs, kB |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((one) => {
      const { work, against, ours_ms, theirs_ms, ratio, bar, aim, spread, bytes } = one;
      const wanted = bar === null ? '–' : `${bar}${aim === null ? '' : ` (${aim})`}${reached(one)}`;
      return `| ${work} | ${against} | ${ours_ms.toFixed(1)} | ${span(spread.ours)} | ${theirs_ms.toFixed(1)} | ${span(spread.theirs)} | ${ratio} | ${wanted} | ${Math.round(bytes.ours / 1000)} : ${Math.round(bytes.theirs / 1000)} |`;
    }),
  ].join('\n');
