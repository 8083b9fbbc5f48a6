/**
 * The cold command: the whole process from its start to its end, beside `node -e 0`, which does nothing. Both in turn,
 * so that whatever else the machine does falls on both. `node cold.mjs` measures this alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from './statistics.mjs';

const rounds = 20;
const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const bar = 5;

const document = (format, out) => [
  'generate',
  'lead-sales-specialist',
  '--kind',
  'job-description',
  '--locale',
  'ru',
  '--format',
  format,
  '--force',
  '--out',
  out,
];

const works = {
  'cold command, DOCX': (out) => document('docx', out),
  'cold command, PDF': (out) => document('pdf', out),
  'cold command, HTML': (out) => document('html', out),
  'cold command, list of roles': () => ['list', 'roles'],
};

function timeOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`);
  return time;
}

const round = (ms) => Number(ms.toFixed(2));

/** A row for each work; the ratio is ours ÷ theirs, the bar the highest that is good enough. */
export function coldRows() {
  const out = mkdtempSync(join(tmpdir(), 'rolewright-cold-'));
  try {
    const entrants = [['-e', '0'], ...Object.values(works).map((args) => [cli, ...args(out)])];
    for (const args of entrants) timeOf(args);
    const times = entrants.map(() => []);
    for (let turn = 0; turn < rounds; turn += 1) entrants.forEach((args, at) => times[at].push(timeOf(args)));
    const [theirs, ...ours] = times.map(summary);
    return Object.keys(works).map((work, at) => ({
      work,
      against: 'node -e 0',
      ours_ms: round(ours[at].median),
      theirs_ms: round(theirs.median),
      ratio: round(ours[at].median / theirs.median),
      bar,
      spread: { ours: ours[at].spread.map(round), theirs: theirs.spread.map(round) },
    }));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const span = ([from, to]) => `${from.toFixed(0)}–${to.toFixed(0)}`;

/** The rows as a Markdown table. */
export const coldTable = (rows) =>
  [
    '| work | against | ours, ms | p10–p90 | theirs, ms | p10–p90 | ours ÷ theirs | bar |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      (one) =>
        `| ${one.work} | ${one.against} | ${one.ours_ms.toFixed(0)} | ${span(one.spread.ours)} | ${one.theirs_ms.toFixed(0)} | ${span(one.spread.theirs)} | ${one.ratio.toFixed(1)} | ≤ ${one.bar} |`,
    ),
  ].join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(coldTable(coldRows()));
