/** Values made from a schema: each text is a word that stands nowhere else, so that a paper shows which key it comes from. */
import { readFileSync } from 'node:fs';

/** As far as our schemas go. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const files = new Map<string, Schema>();

function fileOf(name: string): Schema {
  const known = files.get(name) ?? (JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8')) as Schema);
  files.set(name, known);
  return known;
}

/** Where a schema stands: what its references are relative to. */
interface Place {
  readonly file: string;
  readonly schema: Schema;
  /** The name of the definition, where it is one. */
  readonly name: string | null;
}

function resolved({ file, schema, name }: Place): Place {
  if (schema.$ref === undefined) {
    // Of several shapes the first, which says more; words are one shape.
    const [first] = name === null || name === 'names' ? (schema.anyOf ?? []) : [];
    return first ? resolved({ file, schema: first, name }) : { file, schema, name };
  }
  const [other = '', pointer = ''] = schema.$ref.split('#/definitions/');
  const target = other || file;
  const found = fileOf(target).definitions?.[pointer];
  if (!found) throw new Error(`no ${schema.$ref}`);
  return resolved({ file: target, schema: found, name: pointer });
}

export interface Making {
  /** Values of keys that a schema alone cannot make, by the path of the key or by the name of the definition. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Keys that say how a file is read and not what a paper says; they are left out. */
  readonly left: ReadonlySet<string>;
  /** The one key of each map, by the path of the map. */
  readonly entries?: Readonly<Record<string, string>>;
}

/** The word of a path, such as `zqbcd`: letters alone, so that no rule of typography touches it. */
const words = new Map<string, string>();
export function wordOf(path: string): string {
  const known = words.get(path) ?? `zq${[...String(1000 + words.size)].map((digit) => String.fromCharCode(98 + Number(digit))).join('')}`;
  words.set(path, known);
  return known;
}

const isKey = (name: string): boolean => !name.startsWith('$');
const inside = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
/** Lists in lists of one kind say no more than the first. */
const isDeeper = (path: string): boolean => /\.items\.items\b/u.test(path);

export interface Key {
  readonly path: string;
  readonly optional: boolean;
  /** Whether it is words. */
  readonly text: boolean;
  /** Whether it says nothing by itself, as a map does whose keys are all optional. */
  readonly empty: boolean;
}

/** Every key that values of the schema can have, from the outside in. */
export function keysOf(file: string, { given, left, entries = {} }: Making): Key[] {
  const keys: Key[] = [];
  const visit = (place: Place, path: string): void => {
    const { file: at, schema, name } = resolved(place);
    if (name === 'text' || name === 'textList' || path in given || (name !== null && name in given)) return;
    if (schema.items) visit({ file: at, schema: schema.items, name: null }, path);
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      const inner = inside(path, key);
      if (!isKey(key) || left.has(key) || left.has(inner) || isDeeper(inner)) continue;
      const found = resolved({ file: at, schema: value, name: null });
      const item = found.schema.items ? resolved({ file: found.file, schema: found.schema.items, name: null }).name : null;
      const text = [found.name, item].some((one) => one === 'text' || one === 'textList' || one === 'postRef');
      const empty = found.schema.properties !== undefined && (found.schema.required ?? []).length === 0;
      keys.push({ path: inner, optional: !(schema.required ?? []).includes(key), text, empty });
      visit({ file: at, schema: value, name: null }, inner);
    }
    if (path in entries && typeof schema.additionalProperties === 'object')
      visit({ file: at, schema: schema.additionalProperties, name: null }, path);
  };
  visit({ file, schema: fileOf(file), name: null }, '');
  return keys;
}

/** A value with all that is required, and of the rest what `wanted` says by its path. */
export function made(file: string, making: Making, wanted: (path: string) => boolean): Record<string, unknown> {
  const posts = new Map<string, { title: string }>();
  const make = (place: Place, path: string): unknown => {
    const { file: at, schema, name } = resolved(place);
    if (path in making.given) return making.given[path];
    if (name !== null && name in making.given) return making.given[name];
    if (name === 'text') return wordOf(path);
    if (name === 'textList') return [wordOf(path)];
    if (name === 'id') return path.replace(/\.id$/u, '').toLowerCase().replaceAll('.', '-');
    if (name === 'postRef') {
      const ref = `post-${path.toLowerCase().replaceAll('.', '-')}`;
      posts.set(ref, { title: wordOf(path) });
      return ref;
    }
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    if (schema.items) return [make({ file: at, schema: schema.items, name: null }, path)];
    if (schema.properties) {
      const value: Record<string, unknown> = {};
      for (const [key, one] of Object.entries(schema.properties)) {
        const inner = inside(path, key);
        if (!isKey(key) || making.left.has(key) || making.left.has(inner) || isDeeper(inner)) continue;
        if ((schema.required ?? []).includes(key) || wanted(inner)) value[key] = make({ file: at, schema: one, name: null }, inner);
      }
      return value;
    }
    if (path in (making.entries ?? {}) && typeof schema.additionalProperties === 'object')
      return { [making.entries?.[path] ?? '']: make({ file: at, schema: schema.additionalProperties, name: null }, path) };
    if (schema.format === 'date') return '2026-05-04';
    switch (typeof schema.type === 'object' ? schema.type[0] : schema.type) {
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return Math.min(schema.maximum ?? 7, Math.max(schema.minimum ?? 3, 3));
      case 'string':
        return wordOf(path);
      default:
        throw new Error(`no value for ${path}`);
    }
  };
  const value = make({ file, schema: fileOf(file), name: null }, '') as Record<string, unknown>;
  return posts.size > 0 ? { ...value, posts: { ...Object.fromEntries(posts), ...(value.posts as object | undefined) } } : value;
}
