// Documents per second and peak memory of batches: `node bench/batch/measure.mjs [people,people…] [jobs,jobs…] [formats] [runs]`.
// Each run is a process of its own; runs take turns, and the median counts. Peak memory is that of the whole process, all
// threads with it, as Linux has it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { staffList } from './people.mjs';

const cli = process.env.ROLEWRIGHT_CLI ?? fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const organisation = fileURLToPath(new URL('organisation.yaml', import.meta.url));
const numbers = (text) => text.split(',').map(Number);
const [people = '100,1000', jobs = '1,2', formats = 'docx,pdf', runs = '3'] = process.argv.slice(2);
const kinds = 'job-description,onboarding-checklist';

function batch(count, threads) {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-measure-'));
  writeFileSync(join(folder, 'people.csv'), staffList(count).text);
  const line = [cli, 'batch', 'people.csv', '--organisation', organisation, '--date', '2026-12-01', '--kind', kinds, '--format', formats, '--jobs', String(threads), '--json'];
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
      clearInterval(look);
      rmSync(folder, { recursive: true });
      if (code !== 0) return reject(new Error(`ended with ${code}: ${said}`));
      const end = JSON.parse(said.trim().split('\n').at(-1));
      const seconds = (performance.now() - started) / 1000;
      // Without the start, which is the same for few and for many: from the first finished person to the last.
      const steady = (performance.now() - first) / 1000;
      return resolve({ people: count, jobs: threads, files: end.files, seconds, perSecond: end.files / seconds, perDocument: (steady * 1000) / (end.files * (1 - 1 / count)), megabytes: peak / 1024 });
    });
  });
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = new Map();
for (let run = 0; run < Number(runs); run += 1)
  for (const count of numbers(people))
    for (const threads of numbers(jobs)) {
      const key = `${count} people, ${threads} job${threads > 1 ? 's' : ''}`;
      results.set(key, [...(results.get(key) ?? []), await batch(count, threads)]);
    }
console.log(`${kinds} as ${formats}; medians of ${runs}`);
for (const [key, all] of results) {
  const of = (name) => median(all.map((one) => one[name]));
  console.log(`${key}: ${all[0].files} files, ${of('seconds').toFixed(1)} s, ${of('perSecond').toFixed(1)} documents/s, ${of('perDocument').toFixed(2)} ms a document once running, ${Math.round(of('megabytes'))} MB at most`);
}
