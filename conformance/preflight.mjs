/** PDFBox's preflight, which knows PDF/A-1b, on many files in one start of Java. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './program.mjs';

const source = fileURLToPath(new URL('Preflight.java', import.meta.url));

/** Where Debian keeps the archives of Java, and those that preflight needs, each with the package that brings it. */
const shelf = '/usr/share/java';
const archives = {
  preflight: 'libpdfbox2-java',
  pdfbox2: 'libpdfbox2-java',
  fontbox2: 'libpdfbox2-java',
  xmpbox: 'libpdfbox2-java',
  'commons-logging': 'libcommons-logging-java',
  'commons-io': 'libcommons-io-java',
  'jaxb-api': 'libjaxb-api-java',
  'javax.activation': 'libactivation-java',
};
const places = Object.keys(archives).map((name) => join(shelf, `${name}.jar`));

/** Milliseconds for a start of Java, and for each file on top. */
const startTime = 60_000;
const fileTime = 5_000;

/** Throws when Java or an archive is missing. */
export async function askForPreflight() {
  const { code } = await run('java', ['-version']);
  const missing = places.filter((place) => !existsSync(place));
  if (code !== 0 || missing.length > 0) throw new Error(missing.join(', '));
}

/** What preflight finds in the files at `paths`: `{path, code, message}` each; a file that it did not come to is found too. */
export async function preflight(paths, scratch) {
  const list = join(scratch, 'preflight.txt');
  writeFileSync(list, paths.join('\n'));
  const { code, output, messages } = await run('java', ['-Dfile.encoding=UTF-8', '-cp', places.join(':'), source, list], {
    timeout: startTime + fileTime * paths.length,
  });
  const lines = output
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const checked = new Set(lines.filter(([, what]) => what === 'checked').map(([path]) => path));
  const last =
    messages
      .trim()
      .split('\n')
      .findLast((line) => /Exception|Error/.test(line)) ?? `java ended with ${code}`;
  return [
    ...lines.filter(([, what]) => what !== 'checked').map(([path, what, message]) => ({ path, code: what, message })),
    ...paths.filter((path) => !checked.has(path)).map((path) => ({ path, code: 'file', message: `was not checked: ${last}` })),
  ];
}
