/**
 * All that is used of Ajv beyond what it documents, read in 8.20.0; `test/insides.test.ts` looks whether it is still there.
 */
import type { Ajv, ValidateFunction } from 'ajv';

/** The functions that an engine has compiled, of which it makes one for every part of a schema that is referred to. */
export const functionsOf = ({ scope }: Ajv): Iterable<ValidateFunction> =>
  (scope as unknown as { _values: { validate?: Map<ValidateFunction, unknown> } })._values.validate?.keys() ?? [];

/**
 * Lets them forget what they found last. Each keeps its errors until it is called again, also those of an alternative
 * that was not the one, and with them the data, which may be about people.
 */
export function forgetErrors(engine: Ajv): void {
  for (const validate of functionsOf(engine)) validate.errors = null;
}
