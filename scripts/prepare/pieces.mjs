/**
 * What a build prepares so that a command need not work it out each time: the package's own YAML as JSON, its templates
 * checked and compiled; `src/read/prepared.ts` reads them, and knows each by the digest of the text that it was made from.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const dataFolders = ['kinds', 'competencies', 'locales', 'jurisdictions', 'themes', 'lint'];

/**
 * Writes all pieces for the package at `root` into a folder. `house` are the functions of Rolewright that know how:
 * `createHelpers`, `knownHelpers`, `precompileTemplate`, `lookupsOf`, `digestOf` and `digestsFile`.
 */
export function preparePieces(root, folder, house) {
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const digests = {};
  const keepDigest = (name, text) => {
    digests[name] = house.digestOf(text);
  };
  const read = (file) => readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
  const filesIn = (place, ending) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .map((file) => `${place}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith(ending))
      .sort();

  for (const file of dataFolders.flatMap((one) => filesIn(one, '.yaml'))) {
    const text = read(file);
    write(file.replace(/\.yaml$/, '.json'), JSON.stringify(parse(text)));
    keepDigest(file, text);
  }

  const lexicons = filesIn('lint/concepts', '.txt').map(read);
  for (const [language, lookup] of Object.entries(house.lookupsOf(lexicons))) {
    const file = `lint/concepts/${language}.json`;
    write(file, JSON.stringify(lookup));
    keepDigest(file, lexicons.join('\n'));
  }

  for (const [number, file] of filesIn('templates', '.hbs').entries()) {
    const text = read(file);
    keepDigest(file, text);
    const mark = `p${number}`;
    const { partials, code } = house.precompileTemplate({ file, text }, mark, house.knownHelpers(house.createHelpers(() => undefined)));
    write(
      file.replace(/\.hbs$/, '.cjs'),
      `module.exports = { mark: ${JSON.stringify(mark)}, partials: ${JSON.stringify(partials)}, specification: ${code} };\n`,
    );
  }

  write(house.digestsFile, JSON.stringify(digests));
}
