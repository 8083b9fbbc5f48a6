// Writes the TypeScript types of each schema beside the code that reads it: `npm run types`. With `--check` it writes
// nothing and fails when a file is not what it would write.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';

/** Each schema, its file of types, and the files before it whose types it uses instead of declaring them again. */
const generated = [
  { name: 'role', file: 'src/role/role.generated.ts', from: {} },
  { name: 'overlay', file: 'src/role/overlay/overlay.generated.ts', from: { role: '../role.generated.js' } },
  { name: 'person', file: 'src/person/person.generated.ts', from: { role: '../role/role.generated.js' } },
  {
    name: 'organisation',
    file: 'src/organisation/organisation.generated.ts',
    from: { role: '../role/role.generated.js', person: '../person/person.generated.js' },
  },
  {
    name: 'structure',
    file: 'src/structure/structure.generated.ts',
    from: {
      role: '../role/role.generated.js',
      person: '../person/person.generated.js',
      organisation: '../organisation/organisation.generated.js',
    },
  },
  { name: 'competency', file: 'src/shelf/competency.generated.ts', from: { role: '../role/role.generated.js' } },
  { name: 'kind', file: 'src/shelf/kind.generated.ts', from: {} },
  { name: 'project', file: 'src/project/project.generated.ts', from: { role: '../role/role.generated.js' } },
  { name: 'jurisdiction', file: 'src/law/jurisdiction.generated.ts', from: {} },
  { name: 'theme', file: 'src/theme/theme.generated.ts', from: {} },
  { name: 'lint-rule', file: 'src/lint/lint-rule.generated.ts', from: { role: '../role/role.generated.js' } },
];

/** The text of the generated file of one schema. Titles are for people; names of types come from the keys. */
async function typesOf({ name, from }) {
  const schema = await readSchema(name);
  const owners = new Map();
  for (const [other, file] of Object.entries(from)) {
    for (const key of [other, ...Object.keys((await readSchema(other)).definitions)]) if (!owners.has(key)) owners.set(key, file);
  }
  const used = new Map();
  const foreign = (key) => {
    const file = owners.get(key);
    if (file) used.set(file, (used.get(file) ?? new Set()).add(typeName(key)));
    return file !== undefined;
  };
  const definitions = Object.fromEntries(Object.entries(schema.definitions).filter(([key]) => !owners.has(key)));
  // A value that a program makes need not say for which version its file would be written.
  const required = (schema.required ?? []).filter((key) => key !== 'schema');
  const prepared = { ...prepare({ ...schema, required, definitions }, foreign), title: typeName(name) };
  const types = await compile(prepared, typeName(name), {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    format: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  const imports = [...used].map(([file, names]) => `import type { ${[...names].sort().join(', ')} } from '${file}';\n`);
  const banner = `/* Generated from schemas/${name}.schema.json by \`npm run types\`. Do not edit. */\n`;
  return [banner, ...imports, imports.length > 0 ? '\n' : '', types].join('');
}

const readSchema = async (name) => JSON.parse(await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));

const typeName = (key) => (key[0].toUpperCase() + key.slice(1)).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function prepare(schema, foreign, isMap = false) {
  if (Array.isArray(schema)) return schema.map((one) => prepare(one, foreign));
  if (typeof schema !== 'object' || schema === null) return schema;
  // Words beside a reference would make the generator copy the referenced type under a second name.
  if (typeof schema.$ref === 'string') {
    const [file, pointer] = schema.$ref.split('#');
    const key = pointer.split('/').at(-1);
    if (file !== '') return { tsType: typeAt(pointer.split('/').slice(1), foreign) };
    return foreign(key) ? { tsType: typeName(key) } : { $ref: schema.$ref };
  }
  const kept = Object.entries(schema).filter(([key, value]) => isMap || !(key === 'title' && typeof value === 'string'));
  return Object.fromEntries(kept.map(([key, value]) => [key, prepare(value, foreign, key === 'properties' || key === 'definitions')]));
}

/** The type of a part of the schema of roles: `Kpi` for a definition, `NonNullable<Kpi['value']>` for what is inside. */
function typeAt([place, name, ...inner], foreign) {
  const root = place === 'definitions' ? name : 'role';
  foreign(root);
  const path = place === 'definitions' ? inner : [place, name, ...inner];
  const keys = path.flatMap((step, at) =>
    step === 'properties' ? [`'${path[at + 1]}'`] : step === 'items' && path[at - 1] !== 'properties' ? ['number'] : [],
  );
  return keys.reduce((type, key) => `NonNullable<${type}[${key}]>`, typeName(root));
}

const check = process.argv.includes('--check');
for (const one of generated) {
  const file = new URL(`../${one.file}`, import.meta.url);
  const types = await typesOf(one);
  if (!check) await writeFile(file, types);
  else if ((await readFile(file, 'utf8')) !== types) {
    console.error(`${one.file} is older than its schema: run npm run types`);
    process.exitCode = 1;
  }
}
