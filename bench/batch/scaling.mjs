// How a batch grows with the list and with the threads: `node bench/batch/scaling.mjs`, some twenty minutes and 3 GB of
// disc. Prints the table, puts its ratios into bench/results.json and draws bench/scaling.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { plotScaling } from './plot-scaling.mjs';
import { runBatch } from './run-batch.mjs';

/** People and threads; of several runs the one with the median time counts. */
const runs = [
  { people: 10, jobs: 2, times: 3 },
  { people: 100, jobs: 2, times: 3 },
  { people: 1000, jobs: 1, times: 3 },
  { people: 1000, jobs: 2, times: 3 },
  { people: 10_000, jobs: 1, times: 1 },
  { people: 10_000, jobs: 2, times: 1 },
];

// In turns, so that what else the machine does falls on all.
const all = runs.map(() => []);
for (let round = 0; round < Math.max(...runs.map(({ times }) => times)); round += 1)
  for (const [at, { people, jobs, times }] of runs.entries()) if (round < times) all[at].push(await runBatch(people, jobs));
const median = (many) => [...many].sort((a, b) => a.seconds - b.seconds)[Math.floor(many.length / 2)];
const results = all.map(median);

const of = (people, jobs) => results.find((one) => one.people === people && one.jobs === jobs);
const round = (value) => Number(value.toFixed(2));
const time = (one) => round((one.seconds * 1000) / one.files);
const row = (work, against, unit, ours, theirs, bar) => ({
  work,
  against,
  [`ours_${unit}`]: ours,
  [`theirs_${unit}`]: theirs,
  ratio: round(ours / theirs),
  bar,
});
const [thousand, many] = [of(1000, 2), of(10_000, 2)];
const rows = [
  row('batch of 10,000 people, time per document', 'itself with 1,000', 'ms', time(many), time(thousand), 1.1),
  row('batch of 10,000 people, peak memory', 'itself with 1,000', 'mb', Math.round(many.megabytes), Math.round(thousand.megabytes), 1.2),
  // 1.8 times as fast.
  ...[1000, 10_000].map((people) =>
    row(
      `batch of ${people.toLocaleString('en-GB')} people on two threads, time per document`,
      'itself on one',
      'ms',
      time(of(people, 2)),
      time(of(people, 1)),
      round(1 / 1.8),
    ),
  ),
];

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; job description and checklist as DOCX and PDF\n`);
console.log(
  [
    '| people | threads | files | s | documents/s | ms a document | MB at most |',
    '|--:|--:|--:|--:|--:|--:|--:|',
    ...results.map(
      (one) =>
        `| ${one.people} | ${one.jobs} | ${one.files} | ${one.seconds.toFixed(1)} | ${one.perSecond.toFixed(0)} | ${time(one)} | ${Math.round(one.megabytes)} |`,
    ),
  ].join('\n'),
);
console.log(`\n${rows.map(({ work, against, ratio, bar }) => `${work} ÷ ${against}: ${ratio} (bar ${bar})`).join('\n')}`);

const file = new URL('../results.json', import.meta.url);
const before = JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(
  file,
  `${JSON.stringify({ ...before, rows: [...before.rows.filter(({ work }) => !work.startsWith('batch')), ...rows] }, null, 2)}\n`,
);
writeFileSync(new URL('../scaling.svg', import.meta.url), plotScaling(results.filter(({ jobs }) => jobs === 2)));
