/**
 * Tests that need a database server, a browser or processes that are killed take minutes: `FULL=1 npm test` runs them, and everything
 * else that goes further then. What is not installed is skipped, and fails where everything has to be run.
 */
import { existsSync } from 'node:fs';
import { it } from 'vitest';
import { postgresPrograms } from './postgres.js';

export const isFull = process.env['FULL'] === '1';
const isMust = process.env['CI'] === 'true';

export const browserPath =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ?? '/usr/bin/chromium';

export const triesBrowser = isFull && (existsSync(browserPath) || isMust);
export const triesPostgres = isFull && (postgresPrograms() !== undefined || isMust);

/** All with FULL=1, else the first: the others do the same in another language, country or role. */
export const firstOrAll = <T>(all: readonly T[]): readonly T[] => (isFull ? all : all.slice(0, 1));

/** A test that goes through many commands one after another. */
export const fully = it.skipIf(!isFull);
