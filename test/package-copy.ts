/** The package around a build of its own: everything else that is published, by links. */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export function linkPackage(root: string, folder: string): void {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  const published = files.filter((name) => /^\w+$/.test(name) && name !== 'dist');
  for (const name of ['package.json', 'node_modules', ...published]) symlinkSync(join(root, name), join(folder, name));
}
