/** Mistakes in the command line of `rolewright structure`, which have an exit code of their own. */
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { isUsageProblem } from '../usage.js';

const usage: ReadonlySet<string> = new Set([
  'usage-too-many-arguments',
  'usage-missing-option',
  'structure-not-named',
  'unknown-option-value',
  'git-bad-revision',
  'git-bad-path',
]);

/** A date that is wrong in a file has a place there. */
export const isUsage = (one: Diagnostic): boolean =>
  isUsageProblem(one) || usage.has(one.code) || (one.code === 'bad-date' && one.file === undefined);
