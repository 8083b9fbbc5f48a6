/** Gives the sources the pieces that `prepare.ts` has made of these very sources; that they change nothing is what prepared.test.ts is about. */
import { createRequire } from 'node:module';
import { inject } from 'vitest';
import { openPrepared, prepared } from '../src/read/prepared.js';

const load = createRequire(`${inject('pieces')}/`);
Object.assign(
  prepared(),
  openPrepared((path) => load(`./${path}`) as unknown),
);
