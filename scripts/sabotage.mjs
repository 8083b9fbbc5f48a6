/**
 * Shows that the tests guard what they promise: makes wrong programs by hand, one after another, and expects the tests that are
 * about the slip to fail. `node scripts/sabotage.mjs [id…]`. Ends with `N passed, N failed`; the exit code is 1 when a wrong
 * program got through, or could not be made any more.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../conformance/program.mjs';
import { placeOf, wrongPrograms } from './sabotage/wrong-programs.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const config = join(project, 'scripts/sabotage/vitest.config.mjs');
const names = process.argv.slice(2);
const chosen = wrongPrograms.filter(({ id }) => names.length === 0 || names.includes(id));
const unknown = names.filter((name) => !wrongPrograms.some(({ id }) => id === name));
const counts = { passed: 0, failed: unknown.length };
for (const name of unknown) console.log(`FAILED  ${name}: no such wrong program`);

const folder = mkdtempSync(join(tmpdir(), 'rolewright-sabotage-'));
try {
  for (const program of chosen) {
    const started = performance.now();
    const { killed, by } = await verdictOn(program);
    counts[killed ? 'passed' : 'failed'] += 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${killed ? 'killed' : 'FAILED'}  ${program.id}: ${program.what}; ${by}  (${seconds} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** Whether a test failed for the slip, and which, or why it did not. */
async function verdictOn(program) {
  try {
    placeOf(program, project);
  } catch (error) {
    return { killed: false, by: error.message };
  }
  const report = join(folder, `${program.id}.json`);
  const { messages } = await run(
    process.execPath,
    [vitest, 'run', '--config', config, '--bail=1', '--reporter=json', `--outputFile=${report}`, ...program.tests],
    { timeout: 5 * 60_000, folder: project, environment: { WRONG_PROGRAM: program.id } },
  );
  const files = resultsIn(report);
  // A program that cannot even be loaded shows nothing.
  if (!files) return { killed: false, by: `the tests did not run: ${messages.trim().split('\n').at(-1) ?? ''}` };
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === 'failed');
  if (failed) return { killed: true, by: `“${failed.fullName}” fails` };
  const broken = files.find(({ status, message }) => status === 'failed' && message);
  return { killed: false, by: broken ? `a file of tests did not run: ${broken.message.split('\n')[0]}` : `${tests.length} tests pass` };
}

function resultsIn(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return null;
  }
}
