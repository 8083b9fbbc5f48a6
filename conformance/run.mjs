/**
 * Checks the documents of the demo: `node conformance/run.mjs [folder]`, after a build and `npm run demo`. Ends with a
 * table and `N passed, N failed`; the exit code is 1 when anything failed.
 */
import { checks } from './checks.mjs';
import { demoDocuments, openPress } from './documents.mjs';
import { inspect, withContext } from './inspect.mjs';
import { countOf, findingLines, resultTable } from './report.mjs';

const folder = process.argv[2] ?? 'out';
const press = openPress();
const documents = demoDocuments(folder, press);

const results = await withContext(documents, press, async (context) => {
  const done = [];
  for (const check of checks) {
    const started = performance.now();
    const result = { ...await inspect(check, documents, context), seconds: 0 };
    result.seconds = (performance.now() - started) / 1000;
    for (const line of findingLines(result)) console.log(line);
    done.push(result);
  }
  return done;
});

console.log(`\n${resultTable(results)}`);
const counts = results.map(countOf);
const [passed, failed] = ['passed', 'failed'].map((what) => counts.reduce((sum, count) => sum + count[what], 0));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
