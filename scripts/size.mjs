/**
 * What an installed package weighs: each dependency with what it alone brings along, the heaviest first, and our own files.
 * `npm run size`. Sizes are those of files, in MB.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));

/** Where a package is installed that somebody at `from` asks for. */
function placeOf(name, from) {
  for (let at = from; ; at = at.includes('node_modules/') ? at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '') : '') {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return null;
  }
}

/** All that comes along with some packages. */
function closure(names) {
  const found = new Set();
  const visit = (name, from) => {
    const place = placeOf(name, from);
    if (!place || found.has(place)) return;
    found.add(place);
    const { dependencies: needed = {}, optionalDependencies: wished = {} } = packages[place];
    for (const one of Object.keys({ ...needed, ...wished })) visit(one, place);
  };
  for (const name of names) visit(name, '');
  return found;
}

const bytesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + (entry.name === 'node_modules' ? 0 : bytesIn(path));
    return sum + (entry.isFile() ? statSync(path).size : 0);
  }, 0);
const weigh = (places) =>
  [...places].reduce((sum, place) => {
    try {
      return sum + bytesIn(join(project, place));
    } catch {
      // An optional package of another system.
      return sum;
    }
  }, 0);
const mb = (bytes) => (bytes / 1e6).toFixed(1).padStart(7);

const names = Object.keys(dependencies);
const all = closure(names);
const rows = names
  .map((name) => {
    const others = closure(names.filter((other) => other !== name));
    const alone = [...closure([name])].filter((place) => !others.has(place));
    return { name, packages: alone.length, bytes: weigh(alone) };
  })
  .sort((a, b) => b.bytes - a.bytes);
for (const row of rows) console.log(`${mb(row.bytes)} MB  ${row.name}${row.packages > 1 ? ` and ${row.packages - 1} more` : ''}`);
console.log(`${mb(weigh(all))} MB  all ${all.size} packages`);
const [{ unpackedSize, size }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: project, encoding: 'utf8' }),
);
console.log(`${mb(unpackedSize)} MB  our own package, ${(size / 1e6).toFixed(1)} MB packed`);
