/**
 * Shows that every check can fail: breaks a good document in many ways and expects the check to find each of them.
 * `node conformance/self-test.mjs`, after a build. Ends with `N passed, N failed`; the exit code is 1 when a check
 * missed what it is for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenDocuments } from './broken.mjs';
import { checks } from './checks.mjs';
import { demoDocuments, openPress } from './documents.mjs';
import { inspect, withContext } from './inspect.mjs';

const press = openPress();
const folder = mkdtempSync(join(tmpdir(), 'rolewright-self-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

try {
  const cases = await brokenDocuments(shortForm(), press, folder);
  await withContext(
    cases.map(({ document }) => document),
    press,
    async (context) => {
      for (const { check: name, done, document, expected } of cases) {
        const check = checks.find((one) => one.name === name);
        const { findings, missing } = await inspect(check, [document], context);
        const outcome =
          missing.length > 0 && !process.env.CI ? 'skipped' : findings.some(({ message }) => expected.test(message)) ? 'passed' : 'failed';
        counts[outcome] += 1;
        if (outcome !== 'passed')
          console.log(
            `${outcome.toUpperCase()}  ${name}: ${done}${outcome === 'failed' ? `; found instead: ${JSON.stringify(findings.map(({ place, message }) => `${place}: ${message}`))}` : ''}`,
          );
      }
    },
  );
  const tried = new Set(cases.map(({ check }) => check));
  for (const { name } of checks.filter((check) => !tried.has(check.name))) {
    counts.failed += 1;
    console.log(`FAILED  ${name}: nothing was broken for it`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** The first pages of a Russian job description: stamps, blanks, a title and two sections of clauses. */
function shortForm() {
  const form = demoDocuments('', press).find(({ name }) => name.endsWith('job-description.ru.docx')).tree;
  const sections = form.blocks.filter(({ type }) => type === 'section');
  const after = form.blocks.indexOf(sections[2]);
  return { ...form, blocks: form.blocks.slice(0, after) };
}
