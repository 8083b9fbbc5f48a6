/**
 * The cold command as a user has it: the package packed, installed in an empty folder and run there, the whole process from
 * its start to its end, beside `node -e 0`, which does nothing. Both in turn, so that whatever else the machine does falls
 * on both. From its second time on the command finds what Node.js has compiled of it; what it takes where that may not be
 * kept, as in a package that belongs to somebody else, is said too. `node cold.mjs` measures this alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../scripts/installed.mjs';
import { summary } from './statistics.mjs';

const rounds = 20;

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

/** What it does, and how many times the time of `node -e 0` it may take. */
const works = {
  'cold command, DOCX': { args: (out) => document('docx', out), bar: 5, aim: 4 },
  'cold command, PDF': { args: (out) => document('pdf', out), bar: 6, aim: 4.5 },
  'cold command, HTML': { args: (out) => document('html', out), bar: 4, aim: 3 },
  'cold command, list of roles': { args: () => ['list', 'roles'], bar: 2, aim: 1.5 },
};
const unkept = { NODE_DISABLE_COMPILE_CACHE: '1' };

function timeOf({ args, environment = {} }, cwd) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', ...environment },
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`);
  return time;
}

const round = (ms) => Number(ms.toFixed(2));

/** A row for each work; the ratio is ours ÷ theirs, the bar the highest that is good enough. */
export function coldRows() {
  const folder = install();
  const cli = join(folder, 'node_modules/rolewright/bin/rolewright.cjs');
  const out = mkdtempSync(join(tmpdir(), 'rolewright-cold-'));
  try {
    const installed = Object.entries(works).map(([work, { args, ...bars }]) => ({ work, args: [cli, ...args(out)], ...bars }));
    // First those that keep nothing: they must not find anything kept.
    const alone = installed.map(({ work, args }) => ({ work: `${work}, nothing kept`, args, environment: unkept }));
    const [idle, ...unaided] = medians([{ args: ['-e', '0'] }, ...alone], folder);
    const [idleAgain, ...usual] = medians([{ args: ['-e', '0'] }, ...installed], folder);
    return [
      ...installed.map((one, at) => rowOf(one, usual[at], idleAgain)),
      ...alone.map((one, at) => rowOf({ ...one, bar: null }, unaided[at], idle)),
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function medians(entrants, folder) {
  for (const one of entrants) timeOf(one, folder);
  const times = entrants.map(() => []);
  for (let turn = 0; turn < rounds; turn += 1) entrants.forEach((one, at) => times[at].push(timeOf(one, folder)));
  return times.map(summary);
}

const rowOf = ({ work, bar, aim }, ours, theirs) => ({
  work,
  against: 'node -e 0',
  ours_ms: round(ours.median),
  theirs_ms: round(theirs.median),
  ratio: round(ours.median / theirs.median),
  bar,
  ...(aim && { aim }),
  spread: { ours: ours.spread.map(round), theirs: theirs.spread.map(round) },
});

const span = ([from, to]) => `${from.toFixed(0)}–${to.toFixed(0)}`;

const most = (ratio) => (ratio ? `≤ ${ratio}` : '');

/** The rows as a Markdown table. */
export const coldTable = (rows) =>
  [
    '| work | against | ours, ms | p10–p90 | theirs, ms | p10–p90 | ours ÷ theirs | bar | aim |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      (one) =>
        `| ${one.work} | ${one.against} | ${one.ours_ms.toFixed(0)} | ${span(one.spread.ours)} | ${one.theirs_ms.toFixed(0)} | ${span(one.spread.theirs)} | ${one.ratio.toFixed(1)} | ${most(one.bar)} | ${most(one.aim)} |`,
    ),
  ].join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(coldTable(coldRows()));
