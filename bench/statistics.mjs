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

/** One row of results: how many times as long as ours theirs takes. */
export const row = (ours, theirs) => ({
  work: ours.format,
  against: theirs.title,
  ours_ms: round(ours.median),
  theirs_ms: round(theirs.median),
  ratio: round(theirs.median / ours.median),
  spread: { ours: ours.spread.map(round), theirs: theirs.spread.map(round) },
  bytes: { ours: ours.bytes, theirs: theirs.bytes },
});

const span = ([from, to]) => `${from.toFixed(1)}–${to.toFixed(1)}`;

/** The rows as a Markdown table. */
export const table = (rows) => [
  '| work | against | ours, ms | p10–p90 | theirs, ms | p10–p90 | theirs ÷ ours | size, ours : theirs, kB |',
  '|---|---|--:|--:|--:|--:|--:|--:|',
  ...rows.map(({ work, against, ours_ms, theirs_ms, ratio, spread, bytes }) =>
    `| ${work.toUpperCase()} | ${against} | ${ours_ms.toFixed(1)} | ${span(spread.ours)} | ${theirs_ms.toFixed(1)} | ${span(spread.theirs)} | ${ratio.toFixed(2)} | ${Math.round(bytes.ours / 1000)} : ${Math.round(bytes.theirs / 1000)} |`),
].join('\n');
