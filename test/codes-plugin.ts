/** Lets the tests hear of every diagnostic that is made, without a word about it in the program. */
import type { Plugin } from 'vitest/config';

const made = 'return { code, severity, args, ...place };';

export const hearCodes = (): Plugin => ({
  name: 'hear-codes',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/diagnostic/diagnostic.ts')) return null;
    if (!code.includes(made))
      throw new Error('src/diagnostic/diagnostic.ts makes diagnostics in another way now: codes-plugin.ts has to follow');
    return { code: code.replace(made, `globalThis.codeTold?.(code); ${made}`), map: null };
  },
});
