/**
 * The second half of `npm run build`, after the compiler: what a command need not work out each time it is run, and what a
 * package carries. With `--package` the build fails where the bundle does.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookupsOf } from '../dist/lint/concepts.js';
import { createHelpers } from '../dist/template/helpers.js';
import { precompileTemplate } from '../dist/template/template-check.js';
import { knownHelpers } from '../dist/template/template.js';
import { digestOf, digestsFile } from '../dist/read/prepared.js';
import { noteBuilt } from './prepare/built-from.mjs';
import { bundle, launcher } from './prepare/bundle.mjs';
import { preparePieces } from './prepare/pieces.mjs';
import { keepPublicTypes } from './prepare/types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const prepared = join(dist, 'prepared');
rmSync(prepared, { recursive: true, force: true });
preparePieces(root, prepared, { createHelpers, digestOf, digestsFile, knownHelpers, lookupsOf, precompileTemplate });
keepPublicTypes(join(dist, 'types'));

try {
  await bundle(dist, '.js', dist);
} catch (error) {
  if (process.argv.includes('--package')) throw error;
  // The bundler is a native program, and there may be none for a rare machine: the command then starts more slowly.
  writeFileSync(join(dist, launcher), "#!/usr/bin/env node\nimport('./cli.js').then(({ main }) => main());\n");
  chmodSync(join(dist, launcher), 0o755);
  writeFileSync(join(dist, 'library.js'), "export * from './index.js';\n");
  console.warn(`The command is not bundled: ${error instanceof Error ? error.message : error}`);
}
noteBuilt(root);
