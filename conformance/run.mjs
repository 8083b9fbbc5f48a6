/**
 * Checks documents and ends with a table and `N passed, N failed`; the exit code is 1 when anything failed. After a build:
 * - `node conformance/run.mjs [--keep folder]` makes everything that the library can make, in a folder that is removed
 *   afterwards, or in one that is kept; slow checks take a sample; meanwhile, hostile text goes through all writers
 * - `node conformance/run.mjs folder` checks what `npm run demo` made there, all of it
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from './checks.mjs';
import { demoDocuments, openPress } from './documents.mjs';
import { hostileText } from './hostile.mjs';
import { inspect, withContext } from './inspect.mjs';
import { makeMatrix } from './matrix.mjs';
import { makeRedlines } from './redlines.mjs';
import { countOf, findingLines, resultTable } from './report.mjs';
import { makeSheets } from './sheets.mjs';

const {
  values: { keep },
  positionals: [folder],
} = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true });
const press = openPress();
const passed = folder === undefined ? await checkMatrix() : await check(demoDocuments(folder, press), false, null);
process.exitCode = passed ? 0 : 1;

async function checkMatrix() {
  const place = keep ?? mkdtempSync(join(tmpdir(), 'rolewright-matrix-'));
  try {
    const hostile = hostileText();
    const started = performance.now();
    const documents = [...(await makeMatrix(place, press)), ...(await makeRedlines(place, press)), ...(await makeSheets(place, press))];
    const trees = new Set(documents.map(({ tree }) => tree).filter(Boolean)).size;
    console.log(
      `${documents.length} documents of ${trees} trees made in ${secondsSince(started).toFixed(1)} s${keep ? `, in ${keep}` : ''}\n`,
    );
    return await check(documents, true, hostile);
  } finally {
    if (!keep) rmSync(place, { recursive: true, force: true });
  }
}

async function check(documents, sampling, hostile) {
  const results = await withContext(
    documents,
    press,
    async (context) => {
      const done = [];
      for (const one of checks) {
        const started = performance.now();
        const result = { ...(await inspect(one, documents, context)), seconds: 0 };
        result.seconds = secondsSince(started);
        for (const line of findingLines(result)) console.log(line);
        if (result.all > 0 || result.findings.length > 0 || result.missing.length > 0) done.push(result);
      }
      return done;
    },
    { sampling },
  );
  if (hostile) {
    results.push(await hostile);
    for (const line of findingLines(results.at(-1))) console.log(line);
  }
  const counts = results.map(countOf);
  const [good, bad] = ['passed', 'failed'].map((what) => counts.reduce((sum, count) => sum + count[what], 0));
  console.log(`\n${resultTable(results)}\n\n${good} passed, ${bad} failed`);
  return bad === 0 && good > 0;
}

function secondsSince(started) {
  return (performance.now() - started) / 1000;
}
