/** Which entries of a list stay where they are, so that as few as can be are said to have moved. */

/** The places of a longest rising run of numbers. */
export function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const lengths: { readonly length: number; readonly before: number }[] = [];
  numbers.forEach((number, at) => {
    let best = { length: 1, before: -1 };
    for (let other = 0; other < at; other += 1) {
      const run = lengths[other];
      if (run && (numbers[other] ?? 0) < number && run.length + 1 > best.length) best = { length: run.length + 1, before: other };
    }
    lengths.push(best);
  });
  let at = lengths.reduce((most, one, place) => (one.length > (lengths[most]?.length ?? 0) ? place : most), 0);
  const run = new Set<number>();
  while (at >= 0 && lengths[at]) {
    run.add(at);
    at = lengths[at]?.before ?? -1;
  }
  return run;
}
