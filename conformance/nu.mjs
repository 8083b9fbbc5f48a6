/** The Nu Html Checker, all files in one start of Java. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from './program.mjs';

/**
 * 31 MB, with a script that fetches a Java of its own where it finds none: that is nothing for `npm ci` in the root, so it has
 * a folder to itself, where it is installed without its script.
 */
const archive = fileURLToPath(new URL('validators/node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** How to get it. */
export const nuFrom = 'npm ci --ignore-scripts --prefix conformance/validators, default-jre-headless';

/** Milliseconds for a start of Java, and for each file on top. */
const startTime = 60_000;
const fileTime = 3_000;

/** Throws when Java or the archive is missing. */
export async function askForNu() {
  const { code } = await run('java', ['-version']);
  if (code !== 0 || !existsSync(archive)) throw new Error(archive);
}

/**
 * Its errors in the files at `paths`: `{path, place, message}` each. It passes over files that it cannot read without a word,
 * so it gets a last one with an error that it has to find.
 */
export async function nuErrors(paths, scratch) {
  const last = join(scratch, 'last.html');
  writeFileSync(last, '<!DOCTYPE html><html lang="en"><title>Last</title><nothing>');
  const { code, output, messages } = await run(
    'java',
    ['-jar', archive, '--format', 'json', '--stdout', '--errors-only', '--no-langdetect', '--exit-zero-always', ...paths, last],
    { timeout: startTime + fileTime * paths.length },
  );
  const addresses = new Map([...paths, last].map((path) => [pathToFileURL(path).href.replace('file://', 'file:'), path]));
  const found = code === 0 ? JSON.parse(output.toString()).messages : [];
  if (!found.some(({ url }) => addresses.get(url) === last)) throw new Error(messages.trim() || `java ended with ${code}`);
  return found
    .map(({ url, lastLine, lastColumn, message }) => ({ path: addresses.get(url) ?? url, place: `${lastLine}:${lastColumn}`, message }))
    .filter(({ path }) => path !== last);
}
