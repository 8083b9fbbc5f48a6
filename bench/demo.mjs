/** All roles, the usual kinds, all languages, DOCX and PDF, each once in a fresh process: the work of the demo, where no document has been before. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from './statistics.mjs';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const runs = 5;

/** Seconds of processor time, and from start to end, as medians; the files that were made. */
export function demoRow() {
  const out = mkdtempSync(join(tmpdir(), 'rolewright-demo-'));
  try {
    const each = Array.from({ length: runs }, () => runOnce(out));
    const median = (of) => Number(summary(each.map(of)).median.toFixed(2));
    const files = readdirSync(out, { recursive: true }).filter((name) => /\.(docx|pdf)$/.test(name)).length;
    return { work: 'demo', files, processor_s: median(({ processor }) => processor), seconds: median(({ seconds }) => seconds) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The child says its own processor time, all threads together, as it ends. */
const told = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\ncpu ' + (user + system)); });`;

function runOnce(out) {
  const start = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(told)}`;
  const args = ['--import', preload, cli, 'generate', '--all', '--format', 'docx,pdf', '--date', '2026-11-22', '--force', '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - start) / 1000, processor: Number(/cpu (\d+)$/.exec(stderr)?.[1]) / 1e6 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(demoRow());
