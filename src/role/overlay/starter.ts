/** The overlay that a department starts from: one example of each change with ids of its role, and an outline to look ids up in. */
import { isRecord } from '../../read/schema-walk.js';
import { currentVersion } from '../../read/version.js';
import type { Locale } from '../../document/document.js';
import { labelOf } from '../entry-label.js';
import { entriesOf } from './catalogue.js';
import type { NamedEntry } from './catalogue.js';
import { listsIn, sections } from './lists.js';
import { stampsOf, writtenStamps } from './stamps.js';
import { childOf, plain } from './tree.js';
import type { MapNode, TreeNode } from './tree.js';
import type { Role } from '../role.generated.js';

export interface Starter {
  /** As `extends` is to name the role. */
  base: string;
  id: string;
  /** Where the schema lies from the new file. */
  schema: string;
  /** The language of the outline and of the examples. */
  locale: Locale;
  /** The name of the department in every language of the role, when it is known. */
  department: Partial<Record<Locale, string>> | null;
  /** Whether the outline has every entry, and not only what is often changed. */
  full: boolean;
  /** The words of the comments. */
  say(key: string, args?: Record<string, string>): string;
}

/** The text of the file: valid as it is, and still so when any of its examples is uncommented. */
export function starterOf(role: Role, tree: MapNode, starter: Starter): string {
  const { base, id, schema, department, full, say } = starter;
  const words = (key: string, args: Record<string, string> = {}): string[] =>
    say(`customise.${key}`, args)
      .trimEnd()
      .split('\n')
      .map((line) => `## ${line}`.trimEnd());
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...words('head', { base: role.id }),
    `schema: ${currentVersion}`,
    `extends: ${/^[\w./-]+$/.test(base) ? base : quoted(base)}`,
    `id: ${id}`,
    'version: 1.0.0',
    '',
    ...words('values'),
    `# title: ${texts(role, (locale) => wordIn(role.title, locale))}`,
    department
      ? `department: ${texts(role, (locale) => department[locale] ?? '')}`
      : `# department: ${texts(role, (locale) => wordIn(role.department, locale) || '…')}`,
    ...(role.languages.length > 1 ? [...words('languages'), `# languages: [${starter.locale}]`] : []),
    '',
    ...words('changes'),
    'changes:',
    ...examples(role, tree, starter).flatMap(({ key, args, lines }) => [
      '',
      ...words(key, args).map((line) => `  ${line}`),
      ...lines.map((line) => `  # ${line}`),
    ]),
    '',
    ...words(full ? 'outline' : 'oftenChanged', { base: role.id }),
    ...outline(tree, starter).map((line) => `## ${line}`),
    '',
    ...words('record'),
    'base:',
    `  version: ${role.version}`,
    `  clauses: ${writtenStamps(stampsOf(tree), '  ', '\n')}`,
    '',
  ].join('\n');
}

interface Example {
  key: string;
  args: Record<string, string>;
  lines: string[];
}

/** One of each kind, as far as the role has what it is about. No two of them speak of the same entry. */
function examples(role: Role, tree: MapNode, { locale, say }: Starter): Example[] {
  const [group] = role.duties;
  const [duty, other] = group?.duties ?? [];
  const [kpi] = role.kpis ?? [];
  const right = role.rights.at(-1);
  const stage = role.onboarding?.stages.at(-1);
  const removed = role.knowledge.length > 1 ? role.knowledge.at(-1) : undefined;
  const named = (entry: unknown): Record<string, string> => ({ words: labelOf(entry, locale) });
  const text = (key: string): string => texts(role, (one) => say(`customise.${key}`, { locale: one }));
  const free = (id: string): string => (JSON.stringify(plain(tree)).includes(`"${id}"`) ? free(`${id}-2`) : id);
  return [
    ...(group
      ? [
          {
            key: 'add',
            args: named(group),
            lines: ['- add:', `    id: ${free('new-duty')}`, `    text: ${text('newDuty')}`, `  in: ${group.id}`],
          },
        ]
      : []),
    ...(duty
      ? [
          {
            key: 'reword',
            args: named(duty),
            lines: [
              `- change: ${duty.id}`,
              ...(typeof duty.text === 'string'
                ? [`  text: ${quoted(duty.text)}`]
                : ['  text:', `    ${locale}: ${quoted(labelOf(duty, locale))}`]),
            ],
          },
        ]
      : []),
    ...(kpi && kpi.value !== null ? [{ key: 'tighten', args: named(kpi), lines: [`- change: ${kpi.id}`, `  value: ${kpi.value}`] }] : []),
    ...(right
      ? [
          {
            key: 'replace',
            args: named(right),
            lines: [
              `- replace: ${right.id}`,
              '  with:',
              `    id: ${right.id}`,
              `    text: ${texts(role, (one) => wordIn(right.text, one))}`,
            ],
          },
        ]
      : []),
    ...(removed ? [{ key: 'remove', args: named(removed), lines: [`- remove: ${removed.id}`] }] : []),
    ...(duty && other ? [{ key: 'move', args: named(other), lines: [`- move: ${other.id}`, `  before: ${duty.id}`] }] : []),
    ...(stage
      ? [
          {
            key: 'step',
            args: named(stage),
            lines: [
              '- add:',
              `    id: ${free('new-step')}`,
              `    text: ${text('newStep')}`,
              '    owner: manager',
              `    due: { day: ${stage.start.day}${stage.start.unit ? `, unit: ${stage.start.unit}` : ''} }`,
              `  in: ${stage.id}.steps`,
            ],
          },
        ]
      : []),
  ];
}

/** One text, or one per language, in a line of YAML. */
const texts = (role: Role, words: (locale: Locale) => string): string => {
  const [only] = role.languages;
  return role.languages.length === 1 && only
    ? quoted(words(only))
    : `{ ${role.languages.map((locale) => `${locale}: ${quoted(words(locale))}`).join(', ')} }`;
};

/** JSON strings are YAML strings. */
const quoted = (words: string): string => JSON.stringify(words);

const wordIn = (text: unknown, locale: Locale): string => {
  const words = isRecord(text) ? text[locale] : text;
  return typeof words === 'string' ? words : '';
};

/** What departments do otherwise: what is done and decided, what is measured, and how a newcomer begins. */
const oftenChanged = new Set(['duties', 'limits', 'kpis', 'onboarding.stages']);
/** Of an onboarding the stages are enough to find the place of a step. */
const leftOut = new Set(['topics', 'steps', 'checks']);

function outline(role: MapNode, { locale, full }: Starter): string[] {
  return [...sections()]
    .filter(([path]) => full || oftenChanged.has(path))
    .flatMap(([path, { kind }]) => {
      const list = path.split('.').reduce<TreeNode | undefined>(childOf, role);
      const entries = list?.type === 'list' ? shown(entriesOf(list, kind), full) : [];
      return entries.length === 0 ? [] : ['', path, ...entries.flatMap((entry) => outlined(entry, { locale, full }, '  '))];
    });
}

/** In a short outline only the core of a list, which people sign; all of it where nothing is marked. */
function shown(entries: readonly NamedEntry[], full: boolean): readonly NamedEntry[] {
  const core = entries.filter(({ node }) => childOf(node, 'core') !== undefined);
  return full || core.length === 0 ? entries : core;
}

function outlined({ id, node, kind }: NamedEntry, of: Pick<Starter, 'locale' | 'full'>, indent: string): string[] {
  const { locale, full } = of;
  const data = plain(node);
  const figures = isRecord(data)
    ? ['value', 'weight'].flatMap((key) => (typeof data[key] === 'number' ? [`${key} ${data[key]}`] : []))
    : [];
  const line = `${indent}${id}: ${[labelOf(data, locale), ...figures].filter((part) => part !== '').join('; ')}`;
  const inner = [...listsIn(kind)].flatMap(([key, innerKind]) => {
    const list = node.entries.get(key);
    const entries = list?.type === 'list' && (full || !leftOut.has(key)) ? shown(entriesOf(list, innerKind), full) : [];
    // With several lists in an entry a change has to name the one that is meant.
    const heading = entries.length > 0 && listsIn(kind).size > 1 ? [`${indent}  ${id}.${key}`] : [];
    return [...heading, ...entries.flatMap((entry) => outlined(entry, of, `${indent}  ${heading.length > 0 ? '  ' : ''}`))];
  });
  return [line, ...inner];
}
