/**
 * A Word file of twelve pages becomes a role with its report, each time in a fresh process: `node import.mjs` after a build. The
 * file is our longest description, which is the hardest case: its clauses stand in our own roles, which are then read too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from './statistics.mjs';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const runs = 9;

/** Seconds of processor time and from start to end, and megabytes at the peak, as medians. */
export function importRow() {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-import-'));
  try {
    const made = ['generate', 'sales-manager', '--kind', 'job-description', '--detail', 'full', '--locale', 'ru', '--format', 'docx'];
    runOnce([...made, '--out', 'out'], folder);
    const [paper] = readdirSync(join(folder, 'out'), { recursive: true }).filter((name) => name.endsWith('.docx'));
    renameSync(join(folder, 'out', paper), join(folder, 'description.docx'));
    const each = Array.from({ length: runs }, () => runOnce(['import', 'description.docx', '--force'], folder));
    const median = (of, digits) => Number(summary(each.map(of)).median.toFixed(digits));
    return {
      work: 'import of twelve pages',
      processor_s: median(({ processor }) => processor, 2),
      seconds: median(({ seconds }) => seconds, 2),
      peak_mb: median(({ peak }) => peak, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The child says as it ends what it took, all threads together. */
const told = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write('\\nused ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS); });`;

function runOnce(line, folder) {
  const start = performance.now();
  const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, cli, ...line];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(stderr);
  const [, microseconds, kibibytes] = /used (\d+) (\d+)$/.exec(stderr) ?? [];
  return { seconds: (performance.now() - start) / 1000, processor: Number(microseconds) / 1e6, peak: (Number(kibibytes) * 1024) / 1e6 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(importRow());
