/**
 * The command and the library as a few files instead of several hundred, with what they need of other packages. Finding,
 * reading and compiling modules would take most of the time of a short command: a Word file takes less than half of the
 * time that it takes from the modules, `list roles` two thirds. The command keeps the code that V8 has compiled from them
 * (`launcher.cjs`): that alone is 21 % of a Word file, 14 % of a list.
 *
 * A package that is carried need not be installed with the many parts of it that we never use: they were two thirds of
 * what an installation weighed. These are scripts, not ES modules, because only scripts can be started from compiled code
 * in all versions of Node.js that we support.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is installed beside us, since it is data, has native parts, or is used as it is for its licence. All else is carried. */
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packages that `src/packages/installed.ts` loads when they are first needed, by the names of their files in the bundle. */
const packages = {
  ajv: 'ajv',
  'd3-hierarchy': 'd3-hierarchy',
  handlebars: 'handlebars',
  'handlebars-runtime': 'handlebars/runtime.js',
  'hyphen-en-gb': 'hyphen/patterns/en-gb.js',
  'hyphen-en-us': 'hyphen/patterns/en-us.js',
  'hyphen-nl': 'hyphen/patterns/nl.js',
  'hyphen-ru': 'hyphen/patterns/ru.js',
  'icu-messageformat-parser': '@formatjs/icu-messageformat-parser',
  indefinite: 'indefinite',
  'intl-messageformat': 'intl-messageformat',
  lvovich: 'lvovich',
  petrovich: 'petrovich',
  picocolors: 'picocolors',
  'russian-nouns-js': 'russian-nouns-js',
  'stemmer-en': '@orama/stemmers/english',
  'stemmer-nl': '@orama/stemmers/dutch',
  'stemmer-ru': '@orama/stemmers/russian',
  transliteration: 'transliteration',
  yaml: 'yaml',
};

/** Code for what a package can do and we never ask it to. */
const absent = (what) => `() => { throw new Error(${JSON.stringify(`${what} is not part of Rolewright`)}); }`;

/**
 * What packages load, and work out, although a document hardly ever asks for it: tries of other scripts, dictionaries of web
 * fonts, tables of ciphers, other programs. In the bundle it comes when it is asked for, which takes a tenth off a PDF, or not at
 * all. By name: the code in its place, which may import the thing itself from `real`.
 */
const late = {
  'unicode-trie': (real) => `
    import Trie from ${JSON.stringify(real)};
    export default class LateTrie {
      constructor(data) { this.data = data; }
      get(codePoint) { return (this.trie ??= new Trie(this.data)).get(codePoint); }
    }`,
  // Our fonts are TTF files.
  'brotli/decompress.js': () => `module.exports = ${absent('WOFF2')};`,
  // Archives want PDF files that are open to everybody.
  '@noble/ciphers/aes': () => `
    export const cbc = ${absent('Encryption')};
    export const ecb = ${absent('Encryption')};`,
  // For commands that are programs of their own, of which there are none here.
  'node:child_process': () => `module.exports = { spawn: ${absent('A command of another program')} };`,
};

/** What packages ask for is late; what we ask for, or what stands in its place does, is wanted. */
const isLate = (id, importer) =>
  Object.hasOwn(late, id) && importer?.includes(`${sep}node_modules${sep}`) && !importer.startsWith('\0late:');

/** Files that packages read while they work, by their place in the bundle, with the package whose main module they are beside. */
const data = { 'data/sRGB_IEC61966_2_1.icc': 'pdfkit' };

/**
 * The files of the bundle load one another when something in them is first asked for, not all at the start: whoever wants a
 * list needs no page. Takes 7 % off a list, and two fifths of the code that it loads. In brackets, since `new` may stand before it.
 */
function loadLater(code) {
  const others = new Map();
  const rest = code.replace(/^(?:const|let|var) (require_[\w$]+) = require\("(\.\/[^"]+)"\);\n/gm, (_, name, file) => {
    others.set(name, file);
    return '';
  });
  const loads = [...others].map(([name, file]) => `let ${name}$;\nconst ${name} = () => ${name}$ ??= require("${file}");\n`);
  // Neither the end of a longer name, nor a member of something.
  return loads.join('') + rest.replace(/(?<![\w$])(?<!(?<!\.\.)\.)require_[\w$]+/g, (name) => (others.has(name) ? `(${name}())` : name));
}

/** Stands for the module of ours that knows where files are and loads packages. */
const installed = fileURLToPath(new URL('installed.mjs', import.meta.url));

/** What the build calls the command. */
export const launcher = 'cli.cjs';

const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Bundles the command, the library and the threads of a batch, whose modules are in the folder `from` with the ending
 * `extension`, into `dist/bundle`; puts a launcher at `dist/cli.cjs` and the front of the library at `dist/library.js`.
 * Gives the packages that are carried, by their names with their folders.
 */
export async function bundle(from, extension, dist) {
  const { rolldown } = await import('rolldown');
  const folder = join(dist, 'bundle');
  const require = createRequire(join(root, 'package.json'));
  const carried = new Map();

  const build = await rolldown({
    cwd: root,
    input: {
      cli: join(from, `cli${extension}`),
      library: join(from, `index${extension}`),
      worker: join(from, `desk/batch/worker${extension}`),
      ...packages,
    },
    platform: 'node',
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    external: (id, importer) => (id.startsWith('node:') && !isLate(id, importer)) || Object.hasOwn(dependencies, nameOf(id)),
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
        name: 'load-later',
        renderChunk: (code) => loadLater(code),
      },
      {
        name: 'carried',
        transform(_code, id) {
          if (id.startsWith('\0')) return null;
          const packages = id.lastIndexOf(`${sep}node_modules${sep}`);
          if (packages < 0) return null;
          const name = nameOf(id.slice(packages + `${sep}node_modules${sep}`.length).replaceAll(sep, '/'));
          carried.set(name, join(id.slice(0, packages), 'node_modules', name));
          return null;
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
  for (const [file, name] of Object.entries(data)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(dirname(require.resolve(name)), file), join(folder, file));
  }
  // Node.js would have to guess the names that a script exports.
  const { exports: names } = output.find(({ name, isEntry }) => isEntry && name === 'library');
  writeFileSync(
    join(dist, 'library.js'),
    `import library from './bundle/library.cjs';\n\nexport const { ${names.join(', ')} } = library;\n`,
  );
  copyFileSync(fileURLToPath(new URL('launcher.cjs', import.meta.url)), join(dist, launcher));
  chmodSync(join(dist, launcher), 0o755);
  return carried;
}
