/**
 * Checks documents and ends with a table and `N passed, N failed`; the exit code is 1 when anything failed. After a build:
 * - `node conformance/run.mjs [--seed text] [--keep folder]` makes a sample of what the library can make, in a folder that is
 *   removed afterwards, or in one that is kept; the seed is the commit, so each change is tried on other papers, and the same
 *   change on the same; meanwhile, hostile text goes through all writers, and damaged staff lists through the reader
 * - `node conformance/run.mjs --whole` makes everything, with ten times as much hostile text and as many damaged lists; only slow checks take a sample
 * - `node conformance/run.mjs folder` checks what `npm run demo` made there, all of it
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCharts } from './charts.mjs';
import { makeImportPages } from './import-pages.mjs';
import { checks } from './checks.mjs';
import { demoDocuments, openPress } from './documents.mjs';
import { inspect, withContext } from './inspect.mjs';
import { makeMatrix } from './matrix.mjs';
import { damagedLists, hostileText, wordValidity } from './project-tests.mjs';
import { makeRedlines } from './redlines.mjs';
import { makeOwnKinds, openProject } from './own-kinds.mjs';
import { countOf, findingLines, resultTable } from './report.mjs';
import { makeSeals } from './seals.mjs';
import { makeSheets } from './sheets.mjs';

const {
  values: { keep, seed, whole },
  positionals: [folder],
} = parseArgs({
  options: { keep: { type: 'string' }, seed: { type: 'string' }, whole: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const project = mkdtempSync(join(tmpdir(), 'rolewright-project-'));
const press = openPress(openProject(project));
const passed = folder === undefined ? await checkMatrix() : await check(demoDocuments(folder, press), false, Promise.resolve([]));
rmSync(project, { recursive: true, force: true });
process.exitCode = passed ? 0 : 1;

async function checkMatrix() {
  const place = keep ?? mkdtempSync(join(tmpdir(), 'rolewright-matrix-'));
  try {
    const tests = wordValidity().then(async (words) => {
      const size = whole ? 'whole' : 'part';
      return [words, await hostileText(size), await damagedLists(size)];
    });
    const started = performance.now();
    const documents = [
      ...(await makeMatrix(place, press, whole ? null : (seed ?? commit()))),
      ...(await makeOwnKinds(place, press)),
      ...(await makeRedlines(place, press)),
      ...(await makeSheets(place, press)),
      ...(await makeSeals(place, press)),
      ...(await makeCharts(place, press)),
      ...(await makeImportPages(place, press)),
    ];
    const trees = new Set(documents.map(({ tree }) => tree).filter(Boolean)).size;
    console.log(
      `${documents.length} documents of ${trees} trees made in ${secondsSince(started).toFixed(1)} s${keep ? `, in ${keep}` : ''}\n`,
    );
    return await check(documents, true, tests);
  } finally {
    if (!keep) rmSync(place, { recursive: true, force: true });
  }
}

async function check(documents, sampling, tests) {
  const results = await withContext(
    documents,
    press,
    async (context) => {
      const done = [];
      for (const one of checks) {
        const started = performance.now();
        const result = { ...(await inspect(one, documents, context)), seconds: 0 };
        result.seconds = secondsSince(started);
        console.log(`${one.name}: ${result.files} files in ${result.seconds.toFixed(1)} s`);
        for (const line of findingLines(result)) console.log(line);
        if (result.all > 0 || result.findings.length > 0 || result.missing.length > 0) done.push(result);
      }
      return done;
    },
    { sampling },
  );
  for (const result of await tests) {
    results.push(result);
    for (const line of findingLines(result)) console.log(line);
  }
  const counts = results.map(countOf);
  const [good, bad] = ['passed', 'failed'].map((what) => counts.reduce((sum, count) => sum + count[what], 0));
  console.log(`\n${resultTable(results)}\n\n${good} passed, ${bad} failed`);
  return bad === 0 && good > 0;
}

/** The commit that is checked, or a fixed word where there is none to be asked for. */
function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: import.meta.dirname, stdio: 'pipe' })
      .toString()
      .trim();
  } catch {
    return 'no-commit';
  }
}

function secondsSince(started) {
  return (performance.now() - started) / 1000;
}
