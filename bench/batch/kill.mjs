// Kills a batch with SIGKILL at random moments, resumes it, and compares what stands in the end, byte by byte, with a
// batch that nobody disturbed: `npm run kill-test [-- kills]`. After each kill every file outside the folder of unfinished
// work must be whole.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { seeded, staffList } from './people.mjs';

const cli = process.env.ROLEWRIGHT_CLI ?? fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const organisation = fileURLToPath(new URL('organisation.yaml', import.meta.url));
const kills = Number(process.argv[2] ?? 100);
const people = 44;
const chance = seeded(Number(process.argv[3] ?? 1));
const folder = mkdtempSync(join(tmpdir(), 'rolewright-kill-'));
writeFileSync(join(folder, 'people.csv'), staffList(people, { dirty: true }).text);

/** Runs the batch; gives whether it came to its end and how long it took, in ms. */
function batch(out, { killAfter, resume }) {
  const started = performance.now();
  const line = [
    cli,
    'batch',
    'people.csv',
    '--organisation',
    organisation,
    '--date',
    '2026-12-01',
    '--kind',
    'job-description',
    '--format',
    'docx,pdf',
    '--jobs',
    String(1 + Math.floor(chance() * 2)),
    '--out',
    out,
    ...(resume ? ['--resume'] : []),
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, line, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal === null && code !== 3 && code !== 0) throw new Error(`the batch ended with ${code}:\n${said}`);
      if (signal !== null && (signal !== 'SIGKILL' || killAfter === undefined))
        console.log(`not by us: ended by ${signal} after ${Math.round(performance.now() - started)} ms\n${said}`);
      resolve({ ended: signal === null, ms: performance.now() - started });
    });
  });
}

/** The mark of each file by its path. */
function filesIn(out, path = '') {
  let entries = [];
  try {
    entries = readdirSync(join(folder, out, path));
  } catch {
    return new Map();
  }
  return new Map(
    entries.sort().flatMap((name) => {
      const inner = path === '' ? name : `${path}/${name}`;
      if (statSync(join(folder, out, inner)).isDirectory()) return inner === '.rolewright' ? [] : [...filesIn(out, inner)];
      return [
        [
          inner,
          createHash('sha256')
            .update(readFileSync(join(folder, out, inner)))
            .digest('hex'),
        ],
      ];
    }),
  );
}

const whole = await batch('whole', {});
const expected = filesIn('whole');
console.log(`undisturbed: ${expected.size} files in ${Math.round(whole.ms)} ms`);
let killed = 0;
let rounds = 0;
let during = 0;
while (killed < kills) {
  rounds += 1;
  const out = `round-${rounds}`;
  const most = 1 + Math.floor(chance() * 4);
  let ended = false;
  for (let at = 0; at < most && !ended && killed < kills; at += 1) {
    ({ ended } = await batch(out, { killAfter: chance() * whole.ms * 1.1, resume: true }));
    if (ended) continue;
    killed += 1;
    const there = filesIn(out);
    if (there.size > 0) during += 1;
    for (const [path, mark] of there) if (expected.get(path) !== mark) throw new Error(`after a kill ${path} is not as it should be`);
  }
  // Whatever else kills it on a busy machine, such as a lack of memory, is a kill like ours.
  while (!(await batch(out, { resume: true })).ended) killed += 1;
  const found = filesIn(out);
  const left = readdirSync(join(folder, out)).includes('.rolewright');
  const other = [...new Set([...expected.keys(), ...found.keys()])].filter((path) => expected.get(path) !== found.get(path));
  if (other.length > 0 || left)
    throw new Error(`round ${rounds} differs: ${other.join(', ')}${left ? ' and unfinished work is left' : ''}`);
  rmSync(join(folder, out), { recursive: true });
  if (rounds % 5 === 0) console.log(`${killed} kills, ${rounds} batches resumed, all as undisturbed`);
}
console.log(`${killed} kills (${during} with documents already there) in ${rounds} batches: all came out byte by byte as undisturbed.`);
rmSync(folder, { recursive: true });
