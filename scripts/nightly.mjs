/**
 * What takes too long for every change: the whole conformance matrix with 10,000 hostile documents, the wrong programs, and the
 * mutation tests of all rooms; and the package, installed. One step that fails does not keep the others from being tried.
 * Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const steps = [
  'node scripts/first-steps.mjs --nodes 20.19.0,22,24',
  'node scripts/container.mjs',
  'node conformance/run.mjs --whole',
  'node conformance/self-test.mjs',
  'node scripts/sabotage.mjs',
  'node scripts/mutate.mjs',
];

const cwd = fileURLToPath(new URL('..', import.meta.url));
const done = steps.map((step) => {
  console.log(`\n== ${step}`);
  const started = performance.now();
  const { status } = spawnSync(step, { cwd, shell: true, stdio: 'inherit' });
  return { step, good: status === 0, minutes: (performance.now() - started) / 60_000 };
});

console.log();
for (const { step, good, minutes } of done) console.log(`${good ? 'passed' : 'FAILED'}  ${step}  (${minutes.toFixed(1)} min)`);
const failed = done.filter(({ good }) => !good).length;
console.log(`${done.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
