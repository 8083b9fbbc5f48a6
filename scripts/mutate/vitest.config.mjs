/** The tests of one room, which `MUTATED_TESTS` lists; every file has modules of its own, so that no mutant leaves anything behind. */
import { mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

const config = mergeConfig(usual, { test: { isolate: true, setupFiles: ['scripts/mutate/load.mjs'] } });
config.test.reporters = [];
config.test.include = (process.env.MUTATED_TESTS ?? '').split(' ').filter(Boolean);
export default config;
