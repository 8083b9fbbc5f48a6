/** A structure as a file that people go on with: departments and positions in the order of the table, and behind each line what was inferred there. */
import type { Structure, StructureDepartment, StructurePosition } from '../structure/structure.generated.js';
import type { Remark } from './import-table.js';

export interface StructureTextOptions {
  /** Where editors find the schema, from the folder of the file. */
  readonly schema: string;
  /** The words of a remark, in the language of the table. */
  say(key: string, args: Readonly<Record<string, string>>): string;
}

export function structureText(structure: Structure, remarks: readonly Remark[], { schema, say }: StructureTextOptions): string {
  const said = new Map<string, string[]>();
  for (const { pointer, key, args } of remarks) said.set(pointer, [...(said.get(pointer) ?? []), say(key, args)]);

  const line = (indent: number, text: string, pointer: string): string[] => {
    const comment = (said.get(pointer) ?? []).join('; ').replace(/\s+/gu, ' ');
    const start = ' '.repeat(indent);
    if (comment === '') return [start + text];
    return indent + text.length + comment.length > longestLine ? [`${start}# ${comment}`, start + text] : [`${start}${text} # ${comment}`];
  };
  const keys = (value: object, indent: number, pointer: string): string[] =>
    Object.entries(value).flatMap(([key, one]) => line(indent, `${key}: ${flow(one, key)}`, `${pointer}/${key}`));

  function department(one: StructureDepartment, at: number): string[] {
    const [first = '', ...rest] = keys(one, 4, `/departments/${at}`);
    return [`  - ${first.slice(4)}`, ...rest];
  }

  function position([id, { holders, ...rest }]: [string, StructurePosition]): string[] {
    const pointer = `/positions/${id}`;
    return [
      ...line(2, `${key(id)}:`, pointer),
      ...keys(rest, 4, pointer),
      ...(holders ? ['    holders:', ...holders.flatMap((one, at) => line(6, `- ${flow(one)}`, `${pointer}/holders/${at}`))] : []),
    ];
  }

  const { departments, positions, languages, table } = structure;
  const names = new Map((departments ?? []).map(({ id, name }) => [id, typeof name === 'string' ? name : '']));
  const all = Object.entries(positions);
  const homes = all.map(([, one]) => one.department);
  const changes = homes.filter((one, at) => one !== homes[at - 1]);
  const together = new Set(changes).size === changes.length;
  return [
    `# yaml-language-server: $schema=${schema}`,
    'schema: 2',
    `languages: ${flow(languages)}`,
    ...(table ? [`table: ${flow(table)}`] : []),
    ...(departments ? ['', 'departments:', ...departments.flatMap(department)] : []),
    '',
    'positions:',
    ...all.flatMap((one, at) => {
      const home = homes[at];
      const begins = together && home !== undefined && home !== homes[at - 1];
      return [...(begins ? [...(at > 0 ? [''] : []), `  # ${names.get(home) ?? home}`] : []), ...position(one)];
    }),
    '',
  ].join('\n');
}

/** Characters; what is longer stands above its line. */
const longestLine = 130;

const key = (id: string): string => (/^[a-z]/.test(id) && !special.test(id) ? id : `"${id}"`);

/** Keys whose values are words even where they look like numbers. */
const words = new Set(['number', 'code', 'personnelNumber']);

/** A value on one line; maps and lists in brackets. */
function flow(value: unknown, named = '', inside = false): string {
  if (Array.isArray(value)) return `[${value.map((one) => flow(one, named, true)).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, one]) => `${name}: ${flow(one, name, true)}`)
      .join(', ')} }`;
  if (typeof value !== 'string') return String(value);
  return !words.has(named) && isPlain(value, inside) ? value : quoted(value);
}

/** Words that YAML takes for something else than words. */
const special = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i;

const isPlain = (text: string, inside: boolean): boolean =>
  (/^\p{L}[\p{L}\p{M}\p{N} .()«»№/+–—&’@_-]*$/u.test(inside ? text : text.replaceAll(', ', '  ')) &&
    !special.test(text) &&
    !/\s$/.test(text)) ||
  /^\d{4}-\d{2}-\d{2}$/.test(text);

const quoted = (text: string): string => (/["\\]/.test(text) ? (text.includes("'") ? JSON.stringify(text) : `'${text}'`) : `"${text}"`);
