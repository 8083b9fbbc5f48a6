/**
 * The command as a few files instead of several hundred, each with the code that V8 has compiled from it. Finding,
 * reading and compiling modules would take most of the time of a short command: a Word file takes less than half of the time
 * that it takes from the modules, `list roles` two thirds. The compiled code alone is 23 % of a Word file, 11 % of a list.
 *
 * These are scripts, not ES modules, because only scripts can be started from compiled code in all versions of Node.js
 * that we support. Everybody else goes on using the modules in dist: the bundle is the command’s alone.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every command or many documents need. All else stays in its package and is found there. */
const bundled = new Set([
  'commander',
  'docx',
  'fast-deep-equal',
  'fastest-levenshtein',
  'fflate',
  'fontkit',
  'pdfkit',
  'saxes',
  'uqr',
  'yaml',
]);

/** The code that takes from its place what a package asks for. */
const outside = (name, asked) => `require('node:module').createRequire(require.resolve('${name}'))('${asked}')`;

/** Packages that `src/packages/installed.ts` loads when they are first needed, by the names of their files in the bundle. */
const packages = {
  ajv: 'ajv',
  handlebars: 'handlebars',
  'handlebars-runtime': 'handlebars/runtime.js',
  'icu-messageformat-parser': '@formatjs/icu-messageformat-parser',
  'image-size': 'image-size',
  indefinite: 'indefinite',
  'intl-messageformat': 'intl-messageformat',
  lvovich: 'lvovich',
  petrovich: 'petrovich',
  picocolors: 'picocolors',
  'russian-nouns-js': 'russian-nouns-js',
  yaml: 'yaml',
};

/**
 * What packages load, and work out, although a document hardly ever asks for it: dictionaries of web fonts, tables of
 * ciphers, tries of other scripts, other programs. In the bundle it comes when it is asked for, which takes a tenth off a PDF. By name: the code in its
 * place, which imports the thing itself from `real` or asks for it where the package has it.
 */
const late = {
  'brotli/decompress.js': () => `module.exports = (...all) => ${outside('fontkit', 'brotli/decompress.js')}(...all);`,
  '@noble/ciphers/aes': () => `
    const aes = () => ${outside('pdfkit', '@noble/ciphers/aes')};
    export const cbc = (...all) => aes().cbc(...all);
    export const ecb = (...all) => aes().ecb(...all);`,
  // For commands that are programs of their own, of which there are none here.
  'node:child_process': () => `module.exports = { spawn: (...all) => ${outside('commander', 'node:child_process')}.spawn(...all) };`,
  'unicode-trie': (real) => `
    import Trie from ${JSON.stringify(real)};
    export default class LateTrie {
      constructor(data) { this.data = data; }
      get(codePoint) { return (this.trie ??= new Trie(this.data)).get(codePoint); }
    }`,
};

/** What packages ask for is late; what we ask for, or what stands in its place does, is wanted. */
const isLate = (id, importer) =>
  Object.hasOwn(late, id) && importer?.includes(`${sep}node_modules${sep}`) && !importer.startsWith('\0late:');

/** Stands for the module of ours that knows where files are and loads packages. */
const installed = fileURLToPath(new URL('installed.mjs', import.meta.url));

/** What the package calls its command. */
export const launcher = 'cli.cjs';

const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Bundles the command that starts at `entry`, a file of the folder `from`, into `dist/bundle` and puts a launcher at
 * `dist/cli.cjs`.
 */
export async function bundleCommand(entry, from, dist) {
  const { rolldown } = await import('rolldown');
  const folder = join(dist, 'bundle');
  const require = createRequire(join(from, entry));
  const licences = new Map();

  const build = await rolldown({
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    input: { cli: join(from, entry), ...packages },
    platform: 'node',
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    external: (id, importer) =>
      (id.startsWith('node:') && !isLate(id, importer)) ||
      (/^[@\w]/.test(id) && importer !== undefined && !importer.includes(`${sep}node_modules${sep}`) && !bundled.has(nameOf(id))),
    plugins: [
      {
        name: 'installed',
        resolveId: (id, importer) => (/(^|\/)installed\.js$/.test(id) && !importer.includes(`${sep}node_modules${sep}`) ? installed : null),
      },
      {
        name: 'late',
        async resolveId(id, importer) {
          if (!isLate(id, importer)) return null;
          const real = await this.resolve(id, importer, { skipSelf: true });
          return `\0late:${id}\0${real?.id ?? ''}`;
        },
        load(id) {
          if (!id.startsWith('\0late:')) return null;
          const [name, real] = id.slice('\0late:'.length).split('\0');
          return { code: late[name](real), moduleType: 'js' };
        },
      },
      {
        name: 'packages',
        transform(code, id) {
          if (id.startsWith('\0')) return null;
          const packages = id.lastIndexOf(`${sep}node_modules${sep}`);
          if (packages < 0) return null;
          const name = nameOf(id.slice(packages + `${sep}node_modules${sep}`.length).replaceAll(sep, '/'));
          licences.set(name, join(id.slice(0, packages), 'node_modules', name));
          if (!code.includes('import.meta.url')) return null;
          if (dirname(require.resolve(name)) !== dirname(id))
            throw new Error(`${name} keeps its data where the bundle would not find them`);
          return code.replaceAll('import.meta.url', `require('node:url').pathToFileURL(require.resolve('${name}')).href`);
        },
      },
    ],
  });
  rmSync(folder, { recursive: true, force: true });
  const { output } = await build.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    comments: false,
  });
  await build.close();
  for (const { dynamicImports } of output) {
    const stray = dynamicImports.find((one) => !one.endsWith('.cjs'));
    if (stray !== undefined) throw new Error(`The bundle cannot import ${stray}: that belongs into src/packages/installed.ts`);
  }
  writeFileSync(
    join(folder, 'LICENSES.txt'),
    [...licences]
      .sort()
      .map(([name, place]) => `${name}\n\n${licenceIn(place)}`)
      .join(`\n\n${'-'.repeat(80)}\n\n`),
  );
  copyFileSync(fileURLToPath(new URL('launcher.cjs', import.meta.url)), join(dist, launcher));
  chmodSync(join(dist, launcher), 0o755);
}

/** Runs commands and keeps the code that V8 compiled for each; one run adds to what those before it have kept. */
export function keepCompiled(dist, commands) {
  for (const argv of commands)
    execFileSync(process.execPath, [fileURLToPath(new URL('keep-compiled.mjs', import.meta.url)), join(dist, launcher), ...argv], {
      stdio: 'ignore',
    });
}

function licenceIn(place) {
  const file = existsSync(place) ? readdirSync(place).find((name) => /^licen[cs]e/i.test(name)) : undefined;
  if (file !== undefined) return readFileSync(join(place, file), 'utf8').trim();
  return JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')).license ?? '';
}
