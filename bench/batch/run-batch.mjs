/** One batch in a process of its own: its time, its files and the most memory that it ever had, all threads together. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { staffList } from './people.mjs';

const cli = process.env.ROLEWRIGHT_CLI ?? fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const organisation = fileURLToPath(new URL('organisation.yaml', import.meta.url));

export const kinds = 'job-description,onboarding-checklist';

/**
 * Makes the documents of so many people on so many threads. `perDocument` is in ms, from the first finished person to the
 * last; `megabytes` is the peak as Linux has it, and 0 on other systems.
 */
export function runBatch(count, threads, formats = 'docx,pdf') {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-measure-'));
  writeFileSync(join(folder, 'people.csv'), staffList(count).text);
  const line = [
    cli,
    'batch',
    'people.csv',
    '--organisation',
    organisation,
    '--date',
    '2026-12-01',
    '--kind',
    kinds,
    '--format',
    formats,
    '--jobs',
    String(threads),
    '--json',
  ];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, line, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let [peak, said, first] = [0, '', 0];
    const look = setInterval(() => {
      try {
        peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peak);
      } catch {
        // The process has just ended.
      }
    }, 50);
    child.stdout.on('data', (data) => {
      if (first === 0 && String(data).includes('"event":"row"')) first = performance.now();
      said = (said + data).slice(-2000);
    });
    child.on('exit', (code) => {
      const ended = performance.now();
      clearInterval(look);
      rmSync(folder, { recursive: true });
      if (code !== 0) return reject(new Error(`ended with ${code}: ${said}`));
      const end = JSON.parse(said.trim().split('\n').at(-1));
      const seconds = (ended - started) / 1000;
      // Without the start, which is the same for few and for many: from the first finished person to the last.
      const steady = (ended - first) / 1000;
      return resolve({
        people: count,
        jobs: threads,
        files: end.files,
        seconds,
        perSecond: end.files / seconds,
        perDocument: (steady * 1000) / (end.files * (1 - 1 / count)),
        megabytes: peak / 1024,
      });
    });
  });
}
