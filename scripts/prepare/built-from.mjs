/** What a build was made from, so that one can tell whether it still is what it would be. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code alone: what is prepared from words, law, themes, schemas and templates is passed over where these have changed since. */
const sources = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts',
  'src',
  'server/package.json',
  'server/tsconfig.build.json',
  'server/src',
];

const note = 'dist/built-from.txt';

function digestOf(root) {
  const digest = createHash('sha256');
  const add = (path) =>
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  for (const source of sources) {
    if (source.includes('.')) add(source);
    else
      for (const entry of readdirSync(join(root, source), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'))
        .sort())
        add(entry);
  }
  return digest.digest('hex');
}

export const noteBuilt = (root) => writeFileSync(join(root, note), digestOf(root));

export function isBuilt(root) {
  try {
    return readFileSync(join(root, note), 'utf8') === digestOf(root);
  } catch {
    return false;
  }
}
