/**
 * What a build prepares so that a command need not work it out each time: the package's own YAML as JSON, its templates
 * checked and compiled, its schemas as code that says yes or no; `src/read/prepared.ts` reads them, and knows each by the
 * digest of the texts that it was made from.
 */
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const { Ajv } = require('ajv');
const { default: standaloneCode } = require('ajv/dist/standalone');

const dataFolders = ['kinds', 'competencies', 'locales', 'jurisdictions', 'themes'];

/**
 * Writes all pieces for the package at `root` into a folder. `house` are the functions of Rolewright that know how:
 * `createHelpers`, `knownHelpers`, `precompileTemplate`, `schemaSources`, `dialect`, `digestOf` and `digestsFile`.
 */
export function preparePieces(root, folder, house) {
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const digests = {};
  const keepSources = (name, sources) => {
    digests[name] = house.digestOf(sources);
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
    keepSources(file, [text]);
  }

  for (const [number, file] of filesIn('templates', '.hbs').entries()) {
    const text = read(file);
    keepSources(file, [text]);
    const mark = `p${number}`;
    const { partials, code } = house.precompileTemplate({ file, text }, mark, house.knownHelpers(house.createHelpers(() => undefined)));
    write(
      file.replace(/\.hbs$/, '.cjs'),
      `module.exports = { mark: ${JSON.stringify(mark)}, partials: ${JSON.stringify(partials)}, specification: ${code} };\n`,
    );
  }

  for (const name of filesIn('schemas', '.schema.json').map((file) => file.slice('schemas/'.length, -'.schema.json'.length))) {
    const sources = house.schemaSources(name);
    write(`schemas/${name}.cjs`, validatorCode(sources, house.dialect));
    keepSources(`schemas/${name}`, sources);
  }
  write(house.digestsFile, JSON.stringify(digests));
}

/** The code of a function that says whether data keep to the first of the schemas; it ends at the first mistake. */
function validatorCode(sources, dialect) {
  const schemas = sources.map((text) => JSON.parse(text));
  const ajv = new Ajv({ ...dialect, code: { source: true, lines: false } });
  for (const schema of schemas) ajv.addSchema(schema);
  const code = standaloneCode(ajv, ajv.getSchema(schemas[0].$id));
  // These two functions need nothing around them; in place, they let the code stand by itself, wherever the pieces are.
  return `${code.replace(/require\("(ajv\/dist\/runtime\/(?:equal|ucs2length))"\)\.default/g, (_, name) => `(${require(name).default})`)}\n`;
}
