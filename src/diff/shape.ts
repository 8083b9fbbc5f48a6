/** What the schema of roles says of a value, and what the value itself says where the schema does not know it. */
import { locales } from '../document/document.js';
import { follow, schemaOf } from '../read/schema.js';
import type { Schema, SchemaName } from '../read/schema.js';
import { isRecord } from '../read/schema-walk.js';

/** A place in the schema; without a schema for fields that it does not know. */
export interface Shape {
  of: SchemaName;
  schema: Schema | null;
  /** The name of the definition, such as `text` or `postRef`; empty for others. */
  definition: string;
}

/**
 * - `text`: one wording per language; `texts`: a list of them; `wordLists`: one list of words per language
 * - `entries`: a list, or a map, of things with names of their own
 * - `record`: fields by name; `list`: values without names
 */
export type Form = 'text' | 'texts' | 'wordLists' | 'entries' | 'record' | 'list' | 'value';

const languages: ReadonlySet<string> = new Set(locales);

const resolved = (of: SchemaName, schema: Schema | undefined): Shape => {
  if (schema?.$ref === undefined) return { of, schema: schema ?? null, definition: '' };
  const next = follow(of, schema.$ref);
  return { ...resolved(next.of, next.schema), definition: next.definition };
};

export const roleShape = (): Shape => resolved('role', schemaOf('role'));

/** The shape of a field; what the schema does not list may stand in a map. */
export function fieldShape({ of, schema }: Shape, key: string): Shape {
  const listed = schema?.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  return resolved(of, listed ?? (typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined));
}

export const itemShape = ({ of, schema }: Shape): Shape => resolved(of, schema?.items);

/** The fields of a record in the order of the schema, then those that only the data have. */
export function keysOf({ schema }: Shape, ...values: unknown[]): string[] {
  const present = new Set(values.flatMap((value) => (isRecord(value) ? Object.keys(value) : [])));
  return [
    ...Object.keys(schema?.properties ?? {}).filter((key) => present.has(key)),
    ...[...present].filter((key) => !schema?.properties || !Object.hasOwn(schema.properties, key)),
  ];
}

/** How to read a value that is the one or the other; null and undefined tell nothing. */
export function formOf(shape: Shape, ...values: unknown[]): Form {
  if (shape.definition === 'text') return 'text';
  if (shape.definition === 'textList') return 'wordLists';
  const present = values.filter((value) => value !== undefined && value !== null);
  if (present.length > 0 && present.every((value) => isText(shape, value))) return 'text';
  const [sample] = present;
  if (Array.isArray(sample)) {
    const items = present.flat();
    if (itemShape(shape).definition === 'text') return 'texts';
    return items.length > 0 && items.every((item) => isRecord(item) && typeof item.id === 'string') ? 'entries' : 'list';
  }
  if (!isRecord(sample)) return 'value';
  return isMap(shape) &&
    present.every((value) => isRecord(value) && Object.values(value).every(isRecord)) &&
    fieldShape(shape, '').definition !== 'text'
    ? 'entries'
    : 'record';
}

/** Where a field may hold one thing or another, such as a span or a text: the shape of what these values are. */
export function concrete(shape: Shape, ...values: unknown[]): Shape {
  const records = values.filter(isRecord);
  const branches = (shape.schema?.anyOf ?? []).map((branch) => resolved(shape.of, branch));
  return (
    branches.find(
      ({ schema }) =>
        records.length > 0 &&
        records.every((value) => Object.keys(value).every((key) => schema?.properties && Object.hasOwn(schema.properties, key))),
    ) ?? shape
  );
}

/** Fields by names that people choose, such as those of the posts. */
export const isMap = ({ schema }: Shape): boolean =>
  schema !== null && schema.properties === undefined && typeof schema.additionalProperties === 'object';

function isText({ of, schema }: Shape, value: unknown): boolean {
  const branches = (schema?.anyOf ?? []).map((branch) => resolved(of, branch).definition);
  if (typeof value === 'string') return branches.includes('text');
  const keys = isRecord(value) ? Object.keys(value) : [];
  return (
    keys.length > 0 &&
    keys.every((key) => languages.has(key)) &&
    isRecord(value) &&
    Object.values(value).every((words) => typeof words === 'string')
  );
}

/** The field by whose words people know an entry: the first text that it must have, else the first that it may have. */
export function namingField({ of, schema }: Shape): string | null {
  const texts = Object.entries(schema?.properties ?? {})
    .filter(([, field]) => resolved(of, field).definition === 'text')
    .map(([key]) => key);
  return texts.find((key) => schema?.required?.includes(key)) ?? texts[0] ?? null;
}
