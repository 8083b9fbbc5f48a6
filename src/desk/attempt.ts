/** Steps that may be refused, in errands that go on to find what else is wrong. */
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Runs a step and turns its refusal into problems. */
export function attempt<T>(step: () => T, problems: Diagnostic[]): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics);
    return null;
  }
}

/** As `attempt`, for steps that take their time. */
export async function attemptLater<T>(step: () => Promise<T>, problems: Diagnostic[]): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    return attempt((): T => {
      throw error;
    }, problems);
  }
}
