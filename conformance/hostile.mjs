/** Hostile text by the thousand, through every writer: the tests of the project, with many more documents than usual. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './program.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const file = 'test/hostile-text.test.ts';

/** The whole takes minutes; the part is what a change has to stand. */
const documents = { whole: 10_000, part: 1_000 };

/** Milliseconds for all of them. */
const patience = 20 * 60_000;

/** Runs the tests and gives their result as checks have it, one row for all. */
export async function hostileText(size) {
  const started = performance.now();
  const check = { name: 'hostile-text' };
  const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const { output, messages } = await run(process.execPath, [program, 'run', file, '--reporter=json'], {
    timeout: patience,
    folder: project,
    environment: { HOSTILE_RUNS: String(documents[size]) },
  });
  const tests = testsIn(output.toString());
  const findings = tests
    .filter(({ status }) => status !== 'passed')
    .map(({ title, failureMessages }) => ({ file, check: check.name, place: title, message: failureMessages.join('\n') }));
  if (tests.length === 0)
    findings.push({ file, check: check.name, place: 'tests', message: `did not run: ${messages.trim() || 'stopped'}` });
  return {
    check,
    files: tests.length,
    all: tests.length,
    findings,
    missing: [],
    seconds: (performance.now() - started) / 1000,
    remark: `tests of ${documents[size]} documents`,
  };
}

/** Warnings may stand before the report. */
function testsIn(output) {
  const start = output.indexOf('{"num');
  return start === -1 ? [] : JSON.parse(output.slice(start)).testResults.flatMap(({ assertionResults }) => assertionResults);
}
