/**
 * What an installed package weighs: the package packed and installed alone in an empty folder, the heaviest parts first.
 * `npm run size`. In MB of the disk, as `du -sm node_modules` counts them. Fails where it is more than it may be.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './installed.mjs';

const most = 90;

/** On the disk a file takes whole blocks; Windows does not say how many. */
function bytesIn(path) {
  const entry = lstatSync(path);
  const own = entry.blocks === undefined ? entry.size : entry.blocks * 512;
  return entry.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), own) : own;
}

/** Packages of a folder, and the parts of ours. */
function parts(modules) {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  const packages = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((one) => `${name}/${one}`) : [name],
  );
  return packages.flatMap((name) => (name === 'rolewright' ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : [name]));
}

const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(1).padStart(6)} MB`;

/** Prints it, and throws where it is too much. */
export function weigh(folder) {
  const modules = join(folder, 'node_modules');
  const rows = parts(modules).map((name) => ({ name, bytes: bytesIn(join(modules, name)) }));
  const small = rows.filter(({ bytes }) => bytes < 2 ** 17);
  for (const { name, bytes } of rows.filter((row) => !small.includes(row)).sort((a, b) => b.bytes - a.bytes))
    console.log(`${mb(bytes)}  ${name}`);
  console.log(`${mb(small.reduce((sum, { bytes }) => sum + bytes, 0))}  ${small.length} smaller parts`);
  const all = Math.ceil(bytesIn(modules) / 2 ** 20);
  const packages = new Set(rows.map(({ name }) => name.replace(/^rolewright\/.*/, 'rolewright'))).size;
  console.log(`${String(all).padStart(4)}   MB  all ${packages} packages; at most ${most} MB`);
  if (all > most) throw new Error(`An installed package weighs ${all} MB: more than ${most}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) weigh(install());
