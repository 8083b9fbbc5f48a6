/**
 * Loads what is mutated before the first test: else, what a file does when it is loaded would count as done by the test that
 * loads it first, and a mutant there could never be seen.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of (process.env.MUTATED_FILES ?? '').split(' ').filter(Boolean))
  await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), file)).href);
