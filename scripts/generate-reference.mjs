// Writes the reference of the role, organisation and person files from their schemas: `npm run reference`.
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';

export const references = ['role', 'organisation', 'person'];

/** The Markdown of one reference. */
export async function referenceOf(name) {
  const schema = JSON.parse(await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
  const definitions = Object.entries(schema.definitions ?? {});
  return [
    `<!-- Written from schemas/${name}.schema.json by \`npm run reference\`. Do not edit. -->`,
    `# The ${name} file`,
    '',
    schema.description,
    '',
    ...properties(schema),
    ...definitions.flatMap(([key, definition]) => ['', `## ${heading(key)}`, '', ...described(definition)]),
    '',
  ].join('\n');
}

const heading = (key) => key.replace(/([A-Z])/g, ' $1').toLowerCase();
const anchor = (key) => `#${heading(key).replaceAll(' ', '-')}`;

function described(definition) {
  const own = [definition.description ?? '', ''];
  if (definition.properties) return [...own, ...properties(definition)];
  return [...own, `Type: ${kindOf(definition)}.`];
}

function properties(schema) {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([key, property]) =>
    `| \`${key}\`${required.has(key) ? ' **required**' : ''} | ${cell(kindOf(property))} | ${cell(words(property))} |`,
  );
  const nested = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const inner = property.properties ? property : property.items?.properties ? property.items : null;
    return inner ? ['', `### \`${key}\``, '', ...properties(inner)] : [];
  });
  return ['| Key | Value | Meaning |', '| --- | --- | --- |', ...rows, ...nested];
}

const words = (property) => [property.title && `**${property.title}.**`, property.description, property.default !== undefined && `Default: \`${property.default}\`.`].filter(Boolean).join(' ');
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function kindOf(schema) {
  if (schema.$ref) {
    const key = schema.$ref.split('/').at(-1);
    return `[${heading(key)}](${anchor(key)})`;
  }
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`;
  if (schema.type === 'object') return schema.additionalProperties?.$ref ? `map of ${kindOf(schema.additionalProperties)}` : 'map';
  const types = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any');
  return schema.pattern ? `${types}, \`${schema.pattern}\`` : types;
}

/** The Markdown of the list of diagnostics, from the English catalogue. */
export async function diagnosticsReference() {
  const { codes } = parse(await readFile(new URL('../locales/messages.en.yaml', import.meta.url), 'utf8'));
  const rows = Object.entries(codes).map(([code, { message, hint }]) => `| \`${code}\` | ${phrase(message)} | ${phrase(hint ?? '')} |`);
  return [
    '<!-- Written from locales/messages.en.yaml by `npm run reference`. Do not edit. -->',
    '# Diagnostics',
    '',
    'Everything that can be wrong has a code that does not change, a message and advice, in Russian, English and Dutch.',
    'With `--json` each diagnostic is `{code, severity, message, hint, file, line, column, path}`.',
    '',
    '| Code | What is wrong | What to do |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** ICU choices shown by their parts: a table of messages needs no grammar. */
const phrase = (text) => cell(text.replace(/\{(\w+), (?:select|plural), /g, '{$1: ').replace(/\s+/g, ' ').trim());

/** Every page that is written from data: file → text. */
export async function pages() {
  const written = await Promise.all(references.map(async (name) => [`docs/${name}-file.md`, await referenceOf(name)]));
  return Object.fromEntries([...written, ['docs/diagnostics.md', await diagnosticsReference()]]);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [file, text] of Object.entries(await pages())) await writeFile(new URL(`../${file}`, import.meta.url), text);
}
