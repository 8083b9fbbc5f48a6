/** Tests of the project that take longer than every run of them may: the conformance run has them done, each as a check. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './program.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The whole takes minutes; the part is what a change has to stand. */
const documents = { whole: 10_000, part: 1_000 };
const lists = { whole: 20_000, part: 2_000 };

/** Milliseconds for all of them. */
const patience = 20 * 60_000;

/** Hostile text by the thousand, through every writer. */
export const hostileText = (size) =>
  testsOf('hostile-text', { HOSTILE_RUNS: String(documents[size]) }, `tests of ${documents[size]} documents`);

/** Staff lists by the thousand, shuffled, damaged and in any encoding: every row is made rightly or refused with its place. */
export const damagedLists = (size) => testsOf('sheet-fuzz', { SHEET_RUNS: String(lists[size]) }, `tests of ${lists[size]} lists`);

/** Word files with everything that can stand in one, under the Open XML SDK, which takes ten seconds to start. */
export const wordValidity = () => testsOf('word-validity', { WORD_VALIDITY: 'yes' }, 'tests of documents with everything');

/** Runs a file of tests and gives its result as checks have it, one row for all. */
async function testsOf(name, environment, remark) {
  const started = performance.now();
  const file = `test/${name}.test.ts`;
  const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const { output, messages } = await run(process.execPath, [program, 'run', file, '--reporter=json'], {
    timeout: patience,
    folder: project,
    environment,
  });
  const tests = testsIn(output.toString());
  const findings = tests
    .filter(({ status }) => status !== 'passed')
    .map(({ title, failureMessages }) => ({ file, check: name, place: title, message: failureMessages.join('\n') || 'did not run' }));
  if (tests.length === 0) findings.push({ file, check: name, place: 'tests', message: `did not run: ${messages.trim() || 'stopped'}` });
  return {
    check: { name },
    files: tests.length,
    all: tests.length,
    findings,
    missing: [],
    seconds: (performance.now() - started) / 1000,
    remark,
  };
}

/** Warnings may stand before the report. */
function testsIn(output) {
  const start = output.indexOf('{"num');
  return start === -1 ? [] : JSON.parse(output.slice(start)).testResults.flatMap(({ assertionResults }) => assertionResults);
}
