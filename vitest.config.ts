import { defineConfig } from 'vitest/config';
import { hearCodes } from './test/codes-plugin.js';
import { CodesReporter } from './test/codes-reporter.js';
import { goingFurther } from './test/go-further.js';
import { LongFirst } from './test/long-first.js';

/**
 * What has been made of the sources serves the next run as well, in node_modules: that takes two thirds off importing them.
 * The files that a worker runs share what they import: reading the sources and the library anew for each file would take longer
 * than many of the files do. So no test may leave anything behind: in a module, in the environment, in the working folder.
 * Vitest leaves one core to others, which would be half of a small machine.
 */
export default defineConfig({
  plugins: [hearCodes()],
  // Programs of users import the package by its name.
  resolve: { alias: { rolewright: new URL('src/index.ts', import.meta.url).pathname } },
  test: {
    include: process.env['FULL'] === '1' ? [...goingFurther()] : ['test/**/*.test.ts', 'server/test/**/*.test.ts'],
    isolate: false,
    experimental: { fsModuleCache: true },
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    globalSetup: 'test/prepare.ts',
    setupFiles: ['test/same-cases.ts', 'test/use-prepared.ts', 'test/codes-told.ts'],
    reporters: ['default', new CodesReporter()],
    // For tests that hang: a busy machine takes four times as long as an idle one.
    testTimeout: process.env['FULL'] === '1' ? 180_000 : 60_000,
    hookTimeout: 60_000,
  },
});
