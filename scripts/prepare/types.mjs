/** The types of the library, without those of its insides, which would ask for the types of packages that nobody has. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Removes from a folder all declarations that `index.d.ts` does not lead to. */
export function keepPublicTypes(folder) {
  const kept = new Set();
  const keep = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const [, named] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g))
      keep(resolve(dirname(file), `${named}.d.ts`));
  };
  keep(resolve(folder, 'index.d.ts'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = resolve(join(entry.parentPath, entry.name));
    if (entry.isFile() && !kept.has(file)) rmSync(file);
  }
}
