// Writes the reference of the files that users write from their schemas, and of diagnostics, lint rules and law from
// their data: `npm run reference`.
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { diagnosticsPages } from './diagnostics-page.mjs';
import { lawReference } from './law-reference.mjs';
import { lintPages } from './lint-page.mjs';
import { plainMessage } from './plain-message.mjs';

const ending = '.schema.json';

/** The files that have a reference: all that have a schema. */
export const references = (await readdir(new URL('../schemas/', import.meta.url)))
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length));

/** Where the use of a file is shown from beginning to end. */
const structureGuides = '[English](structure.md), [по-русски](structure.ru.md), [Nederlands](structure.nl.md)';
const guides = {
  structure: `How to make it from a table and what follows from it, by example: ${structureGuides}.`,
  organisation: `Posts, departments and superiors of the whole staff can come from a table instead: ${structureGuides}.`,
};

/** The Markdown of one reference. */
export async function referenceOf(name) {
  const schema = JSON.parse(await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
  const definitions = Object.entries(schema.definitions ?? {});
  return [
    `<!-- Written from schemas/${name}.schema.json by \`npm run reference\`. Do not edit. -->`,
    `# The ${name} file`,
    '',
    schema.description,
    ...(guides[name] === undefined ? [] : ['', guides[name]]),
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
  const rows = Object.entries(schema.properties ?? {}).map(
    ([key, property]) => `| \`${key}\`${required.has(key) ? ' **required**' : ''} | ${cell(kindOf(property))} | ${cell(words(property))} |`,
  );
  const nested = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const inner = keysUnder(property);
    return inner ? ['', `### \`${key}\``, '', ...properties(inner)] : [];
  });
  return ['| Key | Value | Meaning |', '| --- | --- | --- |', ...rows, ...nested];
}

const words = (property) =>
  [property.title && `**${property.title}.**`, property.description, property.default !== undefined && `Default: \`${property.default}\`.`]
    .filter(Boolean)
    .join(' ');
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function kindOf(schema) {
  if (schema.$ref) {
    const [file, pointer] = schema.$ref.split('#');
    const key = pointer.split('/').at(-1);
    const page = file === '' ? '' : `${file.replace('.schema.json', '')}-file.md`;
    // A part that has no heading of its own stands under that of the definition around it.
    const place = /^\/definitions\/(\w+)/.exec(pointer)?.[1];
    return `[${heading(key)}](${page}${place ? anchor(place) : headingOfKey(file, key)})`;
  }
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  if (schema.type === 'null') return '`null`';
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`;
  if (schema.type === 'object') return schema.additionalProperties?.$ref ? `map of ${kindOf(schema.additionalProperties)}` : 'map';
  const types = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any');
  return schema.pattern ? `${types}, \`${schema.pattern}\`` : types;
}

/** Only keys with keys of their own have a heading; the others stand in the first table of their page. */
function headingOfKey(file, key) {
  const { properties: keys } = JSON.parse(readFileSync(new URL(`../schemas/${file}`, import.meta.url), 'utf8'));
  return keysUnder(keys[key]) ? `#${key.toLowerCase()}` : '';
}

const keysUnder = (property) => (property.properties ? property : property.items?.properties ? property.items : null);

/** A message, in a cell of a table. */
const phrase = (text) => cell(plainMessage(text));

const languageNames = { ru: 'Русский', en: 'English', nl: 'Nederlands' };
const jurisdictionNames = { ru: 'Russia', nl: 'Netherlands', gb: 'United Kingdom', us: 'United States' };

/** The rules of the lint, by id. */
async function lintRules() {
  const folder = new URL('../lint/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parse(await readFile(new URL(name, folder), 'utf8'))));
}

/** A title apart from the words of a case: «Штраф как взыскание», not «Штраф как взыскание: «…»». */
const withoutWords = (text) =>
  phrase(text)
    .replace(/(?::| —| –)? ?[«“‘]\{words\}[»”’]\.?(?=$| \/ )/gu, '')
    .trim();

/** The page of one rule. */
function ruleReference(rule) {
  const examples = (list) =>
    list.filter((one) => one.text !== undefined).map((one) => `- ${one.language}${one.section ? `, \`${one.section}\`` : ''}: ${one.text}`);
  const part = (title, lines) => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);
  return [
    `<!-- Written from lint/${rule.id}.yaml by \`npm run reference\`. Do not edit. -->`,
    `# ${rule.id}`,
    '',
    `| | |`,
    `| --- | --- |`,
    `| Group | ${rule.group} |`,
    `| Severity | ${rule.severity} |`,
    `| Law of | ${rule.jurisdictions?.map((id) => jurisdictionNames[id]).join(', ') ?? 'every country'} |`,
    `| Languages | ${rule.languages?.map((id) => languageNames[id]).join(', ') ?? 'all'} |`,
    ...(rule.subjects ? [`| Files | ${rule.subjects.join(', ')} |`] : []),
    ...Object.keys(languageNames).flatMap((language) =>
      part(languageNames[language], [`**${withoutWords(rule.title[language])}.** ${phrase(rule.advice[language])}`]),
    ),
    ...part(
      'Rests on',
      rule.citations.map(
        ({ text, address, checked, read }) =>
          `- ${address ? `[${text}](${address})` : text}${checked === null ? ' (open: not yet read)' : read === 'secondary' ? ` (what others say of it, read on ${checked})` : ` (read on ${checked})`}`,
      ),
    ),
    ...part('Found', examples(rule.examples.bad)),
    ...part('Not found', examples(rule.examples.good)),
    '',
  ].join('\n');
}

/** What each column of a table of positions says. */
const columnMeanings = {
  department:
    'The department. Written once, in merged cells, in each row or in a row of its own; “Operations > Printing” is a department in another',
  departmentCode: 'Its code; 02.1 is a part of 02',
  parentDepartment: 'The department that it is a part of',
  division: 'What the department is a part of',
  team: 'A part of the department',
  title: 'The title of the position; without it there is no table',
  positionCode: 'The number of the position: rows of one number are one position',
  grade: 'Grade, scale or category',
  units: 'How many full-time units the table has of it',
  pay: 'The pay of the position or its range: 45 000 – 60 000',
  payMin: 'The lower end of the range',
  payMax: 'The upper end of the range',
  place: 'Where the work is done',
  note: 'A remark, which is kept as a comment; «подчиняется начальнику цеха» in it names the superior',
  superior: 'The superior: by name, personnel number, number of the position, e-mail address or title',
  superiorName: 'The name of the superior',
  superiorTitle: 'The title of the superior',
  superiorNumber: 'The personnel number of the superior',
  superiorPosition: 'The number of the position of the superior',
  superiorEmail: 'The e-mail address of the superior',
  employee: 'The name or the number of the person, as the cells tell',
  name: 'The name of the person; several stand below each other or behind semicolons. «Вакансия», “vacant” or nothing is a vacancy',
  last: 'The last name',
  first: 'The first name',
  middle: 'The middle name or patronymic',
  particle: 'The Dutch tussenvoegsel',
  initials: 'The initials',
  gender: 'For the forms of Russian names',
  personnelNumber: 'The personnel number',
  email: 'The e-mail address of the person',
  language: 'The language of the person’s papers',
  positionStart: 'The first day in the position',
  hireDate: 'The first day, where no other column tells it',
  leaveDate: 'The last day; whoever has left by the day of the import is left out',
  status: 'Whether the person works there: those who have left are left out',
  fte: 'Which part of a unit: 0.8 or 80%',
  hours: 'Hours of the week, where another column has those of full time',
  fullHours: 'Hours of the week in full time',
  vacancy: 'Whether nobody holds the position',
};

/** Which headings of a table are understood. */
async function tableReference() {
  const { columns } = parse(await readFile(new URL('../locales/structure-columns.yaml', import.meta.url), 'utf8'));
  const unsaid = Object.keys(columns).filter((field) => field !== 'ordinal' && !Object.hasOwn(columnMeanings, field));
  if (unsaid.length > 0) throw new Error(`Columns without a meaning: ${unsaid.join(', ')}`);
  const rows = Object.entries(columnMeanings).map(([field, meaning]) => {
    const names = Object.keys(languageNames).map((language) => cell(columns[field][language].join(', ')));
    return `| ${cell(meaning)} | ${names.join(' | ')} |`;
  });
  return [
    '<!-- Written from locales/structure-columns.yaml by `npm run reference`. Do not edit. -->',
    '# Tables of positions',
    '',
    '`rolewright structure import` makes [a structure file](structure-file.md) of a table that you have, as XLSX or CSV:',
    'a штатное расписание in form № Т-3 (Постановление Госкомстата России от 05.01.2004 № 1) with its titles, totals and',
    'signatures, a штатная расстановка, or what AFAS, Visma Nmbrs, Exact, BambooHR, Personio, Workday, SAP SuccessFactors,',
    'Sage HR, Cezanne or 1С:ЗУП gives out, one row for each employee.',
    '',
    `By example, from the table to the papers: ${structureGuides}.`,
    '',
    '```sh',
    'npx rolewright structure import staffing-table.xlsx --out structure.yaml',
    'npx rolewright structure import export.csv --sheet Staff --date 2026-12-01    # another sheet, another day for who has left',
    '```',
    '',
    '- Rows of people with the same title, department and superior are one position with several holders. Whoever has',
    '  people of their own has a position of their own. Where there is a number of the position, that decides.',
    '- In form Т-3, which names no superiors, the head of a department is the position whose title says so, and reports to the',
    '  head of the department above, or to the top. The lines that were inferred have a comment in the file.',
    '- A position has the id of the role with its title or one of its synonyms, and that role; else the short name by which',
    '  roles call a post of that title; else its title in Latin letters. Of several the department tells them apart.',
    '- What is wrong is shown at its cell, all in one run. With errors nothing is written; warnings are only told.',
    '',
    '## Headings',
    '',
    'Headings are found in the first thirty filled rows, in one row or two, in any order; capitals, spaces and signs do not',
    'matter, and … stands for any end. Columns with other headings are named once and not used.',
    '',
    '| What it says | Русский | English | Nederlands |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Every page that is written from data: file → text. */
export async function pages() {
  const written = await Promise.all(references.map(async (name) => [`docs/${name}-file.md`, await referenceOf(name)]));
  const rules = await lintRules();
  return Object.fromEntries([
    ...written,
    ...Object.entries(diagnosticsPages(phrase)),
    ['docs/law.md', await lawReference()],
    ['docs/structure-tables.md', await tableReference()],
    ...Object.entries(lintPages(rules, (rule, language) => cell(withoutWords(rule.title[language])), unseenFigures().join('\n'))),
    ...rules.map((rule) => [`docs/lint/${rule.id}.md`, ruleReference(rule)]),
  ]);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [file, text] of Object.entries(await pages())) await writeFile(new URL(`../${file}`, import.meta.url), text);
}

/** What the lint found in texts that it had never met. */
function unseenFigures() {
  const { rounds, kinds } = parse(readFileSync(new URL('../test/corpus/lint/unseen.yaml', import.meta.url), 'utf8'));
  const share = (part, whole) => `${Math.round((100 * part) / whole)} %`;
  const last = rounds.at(-1);
  const renamed = Object.entries(kinds).filter(([, { as }]) => as !== undefined);
  return [
    `Measured once in each round, the last on ${last.measured}, on texts that nobody had seen who wrote rules:`,
    '',
    '| Round | Entries of the lexicons | Plain wording | Paraphrase | Implied | Clean look-alikes flagged | Of what was told, right |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rounds.map(
      ({ entries, levels, clean, precision }, at) =>
        `| ${at + 1} | ${entries === 0 ? 'none: phrases only' : entries.toLocaleString('en-GB')} | ${['plain', 'paraphrase', 'implied']
          .map((level) => share(levels[level].found, levels[level].traps))
          .join(' | ')} | ${share(clean.flagged, clean.texts)} | ${Math.round(100 * precision)} % |`,
    ),
    '',
    `The last round had ${Object.entries(last.levels)
      .map(([level, { traps }]) => `${traps} ${level}`)
      .join(
        ', ',
      )} traps and ${last.clean.texts} clean look-alikes. Its writer named the kinds, not our rules: a trap counts as found by the rule`,
    `that means the same (${renamed.map(([kind, { as }]) => `${kind} as ${as.join(' or ')}`).join(', ')}). By the very names ${Object.entries(
      last.byName,
    )
      .map(([level, found]) => `${share(found, last.levels[level].traps)} of ${level}`)
      .join(', ')} are found. Where a second rule besides the right one`,
    `counts as wrong too, ${Math.round(100 * last.precisionWithOthers)} % of what was told was right.`,
    '',
    `By kind (found of all): ${Object.entries(kinds)
      .map(([kind, { traps, found }]) => `${kind} ${found} of ${traps}`)
      .join(', ')}.`,
  ];
}
