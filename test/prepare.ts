/** What a build would prepare, prepared once for all tests: else each command that a test runs would parse and compile it anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
// @ts-expect-error A script of the build, without types.
import { preparePieces } from '../scripts/prepare/pieces.mjs';
import { lookupsOf } from '../src/lint/concepts.js';
import { createHelpers } from '../src/template/helpers.js';
import { precompileTemplate } from '../src/template/template-check.js';
import { knownHelpers } from '../src/template/template.js';
import { digestOf, digestsFile } from '../src/read/prepared.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the pieces. */
    pieces: string;
  }
}

export default function prepare(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-pieces-'));
  (preparePieces as (root: string, folder: string, house: object) => void)(new URL('..', import.meta.url).pathname, folder, {
    createHelpers,
    digestOf,
    digestsFile,
    knownHelpers,
    lookupsOf,
    precompileTemplate,
  });
  project.provide('pieces', folder);
  return () => rmSync(folder, { recursive: true });
}
