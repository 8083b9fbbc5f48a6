/** Runs a command once and keeps the code that V8 has compiled beside each file: `node keep-compiled.mjs dist/cli.cjs list roles` */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , launcher, ...argv] = process.argv;
const scripts = new Map();
globalThis[Symbol.for('rolewright.scripts')] = scripts;
process.argv = [process.execPath, resolve(launcher), ...argv];
process.on('exit', () => {
  process.exitCode = 0;
  for (const [file, script] of scripts) writeFileSync(`${file}.${process.version}.code`, script.createCachedData());
});
await import(pathToFileURL(resolve(launcher)).href);
