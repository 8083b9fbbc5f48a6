/** After a run of all tests: every code that the program can tell of must have been told by it in some test. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Codes that no test can bring about, each with its reason. */
const unreachable: Record<string, string> = {
  'invalid-value': 'no rule of our schemas is without words of its own; one that comes in later is not to go untold',
  'pdf-unfinished': 'pdfkit would have to leave an object open, which none of our calls does',
};

export class CodesReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: string): void {
    // A part of the tests, or tests that broke off, tell nothing about the rest.
    if (reason !== 'passed' || errors.length > 0 || this.#vitest?.config.testNamePattern || ours(modules).length < allFiles()) return;
    const told = new Set(modules.flatMap((one) => [...one.children.allTests()].flatMap((test) => test.meta().codesTold ?? [])));
    const missed = codes().filter((code) => !told.has(code) && !Object.hasOwn(unreachable, code));
    const stale = Object.keys(unreachable).filter((code) => told.has(code) || !codes().includes(code));
    for (const code of missed) this.#vitest?.logger.error(`No test makes the program tell of ${code}`);
    for (const code of stale) this.#vitest?.logger.error(`${code} is told after all: take it from the list of test/codes-reporter.ts`);
    if (missed.length + stale.length > 0) process.exitCode = 1;
  }
}

/** Those that are about the root package. */
const ours = (modules: readonly TestModule[]): readonly TestModule[] =>
  modules.filter(({ moduleId }) => moduleId.startsWith(import.meta.dirname));

const allFiles = (): number => readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts')).length;

/** All that have words. */
function codes(): string[] {
  const messages = parse(readFileSync(new URL('../locales/messages.en.yaml', import.meta.url), 'utf8')) as { codes: object };
  return Object.keys(messages.codes);
}
