/** Options that take one or several of a known set of names. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';

/** The names of a comma-separated list in the order of `known`; what is not known goes to `problems`. */
export function choices<T extends string>(option: string, written: string, known: readonly T[], problems: Diagnostic[]): T[] {
  const wanted = new Set(
    written
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
  for (const value of wanted)
    if (!(known as readonly string[]).includes(value))
      problems.push(diagnostic('unknown-option-value', { option, value, known: known.join(', '), nearest: nearest(value, known) }));
  if (wanted.size === 0)
    problems.push(diagnostic('unknown-option-value', { option, value: written, known: known.join(', '), nearest: '' }));
  return known.filter((one) => wanted.has(one));
}

/** The one name of a known set, or null. */
export const choiceOf = <T extends string>(
  option: string,
  written: string | undefined,
  known: readonly T[],
  problems: Diagnostic[],
): T | null => (written === undefined ? null : (choices(option, written, known, problems)[0] ?? null));
