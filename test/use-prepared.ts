/** Gives the sources the pieces that `prepare.ts` has made of these very sources; that they change nothing is what prepared.test.ts is about. */
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { openPrepared, prepared } from '../src/prepared.js';

Object.assign(prepared(), openPrepared(pathToFileURL(`${inject('pieces')}/`)));
