/**
 * The form of a role, made from the schema of role files: what may stand where, what it is called, what it is for. Its chapters follow
 * the paper. Parts of a role that have no chapter are left in the file as they are.
 */
import { ownData, schemaText } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Studio } from './studio.js';

/** How a value is edited. */
export type FieldKind =
  /** Words by language. */
  | 'text'
  /** Words that are the same in all languages. */
  | 'string'
  | 'number'
  | 'flag'
  | 'choice'
  /** Several of the choices. */
  | 'choices'
  /** One of the positions that the role names. */
  | 'post'
  | 'posts'
  /** The positions themselves, by their short names. */
  | 'map'
  | 'group'
  | 'entries';

export interface Field {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** What a group, an entry or each position consists of. */
  readonly fields: readonly Field[];
  /** Of a number. */
  readonly least: number | null;
  readonly most: number | null;
  readonly whole: boolean;
  /** What a new entry begins with. */
  readonly start: Readonly<Record<string, unknown>>;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** In the order of the paper. The questions come first: what the role says hangs on them. */
const chapters: readonly (readonly [string, readonly string[]])[] = [
  [
    'general',
    ['title', 'category', 'department', 'purpose', 'summary', 'reportsTo', 'subordinates', 'appointment', 'deputising', 'guidedBy'],
  ],
  ['requirements', ['requirements', 'knowledge', 'criteria']],
  ['duties', ['duties']],
  ['rights', ['rights', 'limits']],
  ['responsibility', ['responsibility']],
  ['relations', ['relations']],
  ['conditions', ['conditions', 'physicalDemands']],
  ['measures', ['kpis']],
  ['posts', ['posts']],
];

/** What people who write papers need not see: it is kept as it is. */
const silent = new Set([
  'id',
  'source',
  'when',
  'forms',
  'benchmarks',
  'measures',
  'frequency',
  'deadline',
  'plural',
  'basis',
  'professional',
  'openEnded',
]);

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Words for what the schema says in English. */
interface FieldWords {
  readonly chapters: Readonly<Record<string, string>>;
  /** By the title in the schema. */
  readonly titles: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** Languages and countries are what the project has, and not what the schema lists. */
export function formIn(language: Locale, studio: Studio): readonly Chapter[] {
  const schema = JSON.parse(schemaText('role', studio.desk())) as Schema;
  const words = ownData(studio.own, `locales/studio-fields.${language}.yaml`) as FieldWords;
  const { library } = studio.desk();
  const countries = library.jurisdictions().map((id) => ({ id, name: library.jurisdiction(id).name[language] ?? id }));
  const name = (value: string): string => words.values[value] ?? value;
  const resolved = (one: Schema): Schema & { readonly of?: string } => {
    const of = one.$ref?.split('/').at(-1);
    const target = of === undefined ? undefined : schema.definitions?.[of];
    return target && of !== undefined ? { ...target, ...one, of } : one;
  };
  const field = (key: string, written: Schema, required: boolean, depth: number): Field | null => {
    const own = resolved(written);
    const items = own.items && resolved(own.items);
    const types = typeof own.type === 'string' ? [own.type] : (own.type ?? []);
    const plain = {
      key,
      title: words.titles[own.title ?? ''] ?? own.title ?? key,
      help: words.help[own.title ?? ''] ?? '',
      required,
      choices: (own.enum ?? items?.enum ?? []).map((id) => ({ id, name: name(id) })),
      fields: [] as readonly Field[],
      least: own.minimum ?? own.exclusiveMinimum ?? null,
      most: own.maximum ?? null,
      whole: types.includes('integer'),
      start: {},
    };
    const inner = (of: Schema): readonly Field[] =>
      Object.entries(of.properties ?? {}).flatMap(([one, its]) => {
        if (silent.has(one) || (one === 'items' && depth > 1)) return [];
        const made = field(one, its, of.required?.includes(one) ?? false, depth + 1);
        return made ? [made] : [];
      });
    if (own.of === 'text') return { ...plain, kind: 'text' };
    if (own.of === 'postRef') return { ...plain, kind: 'post' };
    if (own.enum) return { ...plain, kind: 'choice' };
    if (types.includes('boolean')) return { ...plain, kind: 'flag' };
    if (types.includes('number') || types.includes('integer')) return { ...plain, kind: 'number' };
    if (types.includes('array') && items) {
      if (items.of === 'postRef') return { ...plain, kind: 'posts' };
      if (items.of === 'jurisdiction') return { ...plain, kind: 'choices', choices: countries };
      if (items.enum) return { ...plain, kind: 'choices' };
      return items.properties?.id ? { ...plain, kind: 'entries', fields: inner(items), start: startOf(items) } : null;
    }
    if (types.includes('object') && own.properties) return { ...plain, kind: 'group', fields: inner(own) };
    if (key === 'posts' && typeof own.additionalProperties === 'object')
      return { ...plain, kind: 'map', fields: inner(resolved(own.additionalProperties)) };
    return types.includes('string') ? { ...plain, kind: 'string' } : null;
  };
  return chapters.map(([id, keys]) => ({
    id,
    title: words.chapters[id] ?? id,
    fields: keys.flatMap((key) => {
      const its = schema.properties?.[key];
      const made = its && field(key, its, schema.required?.includes(key) ?? false, 0);
      return made ? [made] : [];
    }),
  }));
}

/** What an entry has to say besides its words, at its first choice. */
function startOf({ properties = {}, required = [] }: Schema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    required.flatMap((key): [string, unknown][] => {
      const one = properties[key];
      if (one?.enum?.[0] !== undefined) return [[key, one.enum[0]]];
      if (one?.type === 'array') return [[key, []]];
      const types = typeof one?.type === 'string' ? [one.type] : (one?.type ?? []);
      return types.includes('null') ? [[key, null]] : [];
    }),
  );
}
