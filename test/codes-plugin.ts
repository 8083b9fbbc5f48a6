/** Lets the tests hear of every diagnostic that is made, without a word about it in the program. */
import type { Plugin } from 'vitest/config';

const made = 'return { code, severity, args, ...place };';

const isOurs = (id: string): boolean => id.endsWith('/src/diagnostic/diagnostic.ts');

export const hearCodes = (): Plugin => ({
  name: 'hear-codes',
  enforce: 'pre',
  // What it makes of that file is not kept for another run, when this plugin may make something else of it.
  configureVitest: ({ experimental_defineCacheKeyGenerator: keepUnder }) => keepUnder(({ id }) => (isOurs(id) ? false : undefined)),
  transform(code, id) {
    if (!isOurs(id)) return null;
    if (!code.includes(made))
      throw new Error('src/diagnostic/diagnostic.ts makes diagnostics in another way now: codes-plugin.ts has to follow');
    return { code: code.replace(made, `globalThis.codeTold?.(code); ${made}`), map: null };
  },
});
