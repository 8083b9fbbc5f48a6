/** The tests of the project on a program with one slip, which `WRONG_PROGRAM` names. */
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';
import { placeOf, wrongPrograms } from './wrong-programs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wrong = wrongPrograms.find(({ id }) => id === process.env.WRONG_PROGRAM);
if (!wrong) throw new Error('WRONG_PROGRAM names no wrong program');
const file = placeOf(wrong, root);

export default mergeConfig(usual, {
  root,
  plugins: [
    {
      name: 'wrong-program',
      enforce: 'pre',
      transform: (code, id) => (id.split('?')[0] === file ? code.replace(wrong.find, () => wrong.replace) : null),
    },
  ],
});
