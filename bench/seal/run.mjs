/**
 * The trial of seals: 300 papers sealed by four workers, two of which are killed in the midst of one, and others take their places.
 * `npm run bench-seal`, or with a number of papers. Each paper must be sealed once, and hold in the eyes of poppler and of openssl.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPress, openDesk, packageWorkspace, readFonts, readRole, usualJurisdiction } from '../../dist/library.js';
import { judge, makeKey } from './judge.mjs';

const count = Number(process.argv[2] ?? 300);
const workers = 4;
const folder = mkdtempSync(join(tmpdir(), 'rolewright-seal-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const name of ['papers', 'sealed', 'keys']) mkdirSync(join(folder, name));
makeKey(join(folder, 'keys'));

// A dozen papers of three languages, which many people get.
const press = createPress(openDesk(packageWorkspace()).library, readFonts);
const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
const kinds = ['job-description', 'onboarding-checklist', 'kpi-scorecard', 'role-handbook'];
const papers = [];
for (const locale of ['ru', 'en', 'nl'])
  for (const kind of kinds) {
    const job = { role, kind, locale, jurisdiction: usualJurisdiction[locale], organisation: null, person: null, date: null, logo: null };
    papers.push((await press.print(press.assemble(job), 'pdf')).bytes);
  }
const names = Array.from({ length: count }, (_, at) => `${String(at + 1).padStart(4, '0')}.pdf`);
for (const [at, name] of names.entries()) writeFileSync(join(folder, 'papers', name), papers[at % papers.length]);

const started = performance.now();
const queue = [...names];
const killAt = new Set([Math.floor(count / 4), Math.floor(count / 2)]);
let [handed, killed, again, processor] = [0, 0, 0, 0];
await Promise.all(Array.from({ length: workers }, work));
const seconds = (performance.now() - started) / 1000;

/** One place at the work: a worker that dies is followed by another, and what it held goes back to the queue. */
async function work() {
  while (queue.length > 0) {
    const child = fork(new URL('worker.mjs', import.meta.url), [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let holds = null;
    const next = () => {
      holds = queue.shift() ?? null;
      if (holds === null) return child.send('end');
      handed += 1;
      child.send(holds);
      if (killAt.has(handed)) {
        killed += 1;
        // Long enough to have begun, too short to have ended.
        setTimeout(() => child.kill('SIGKILL'), 20);
      }
    };
    child.on('message', ({ used, twice }) => {
      processor += used;
      if (twice) again += 1;
      holds = null;
      next();
    });
    const died = new Promise((resolve) => child.on('exit', resolve));
    next();
    await died;
    if (holds !== null) queue.push(holds);
  }
}

const sealed = readdirSync(join(folder, 'sealed')).sort();
if (sealed.join() !== names.join()) throw new Error(`${sealed.length} files for ${names.length} papers`);
for (const name of sealed) {
  const [paper, bytes] = [readFileSync(join(folder, 'papers', name)), readFileSync(join(folder, 'sealed', name))];
  if (!bytes.subarray(0, paper.length).equals(paper)) throw new Error(`${name}: the paper was changed`);
  const found = judge(join(folder, 'sealed', name), join(folder, 'keys/root.pem'));
  if (found.signatures !== 1 || found.poppler !== 1) throw new Error(`${name}: ${JSON.stringify(found)}`);
}
console.log(
  JSON.stringify({
    ...{ papers: count, workers, killed, sealedAgain: again, valid: sealed.length },
    seconds: Number(seconds.toFixed(1)),
    processorMsPerSeal: Number((processor / 1000 / count).toFixed(0)),
    openssl: execFileSync('openssl', ['version'], { encoding: 'utf8' }).trim(),
  }),
);
