/** Data walked along their schema, so that a rule can ask for every text, id or reference wherever it stands. */
import { follow, schemaOf } from './schema.js';
import type { Schema, SchemaName } from './schema.js';
import { segment } from './yaml-data.js';

export interface Occurrence {
  /** The name of the definition that the schema gives to the value, such as `text` or `postRef`; empty for other values. */
  definition: string;
  value: unknown;
  pointer: string;
}

/** Every value that the schema knows, parents first. Data that break the schema are walked as far as they keep to it. */
export function occurrences(name: SchemaName, data: unknown): Occurrence[] {
  const found: Occurrence[] = [];

  function walk(of: SchemaName, schema: Schema, value: unknown, pointer: string, definition = ''): void {
    if (schema.$ref !== undefined) {
      const next = follow(of, schema.$ref);
      walk(next.of, next.schema, value, pointer, next.definition);
      return;
    }
    found.push({ definition, value, pointer });
    if (schema.anyOf) {
      const branch = schema.anyOf.find((one) => fits(of, one, value));
      if (branch) walk(of, branch, value, pointer);
    } else if (Array.isArray(value)) {
      if (schema.items) for (const [at, item] of value.entries()) walk(of, schema.items, item, `${pointer}/${at}`);
    } else if (isRecord(value)) {
      const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
      for (const key of Object.keys(value)) {
        const next = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : others;
        if (next) walk(of, next, value[key], pointer + segment(key));
      }
    }
  }

  function fits(of: SchemaName, schema: Schema, value: unknown): boolean {
    if (schema.$ref !== undefined) {
      const next = follow(of, schema.$ref);
      return fits(next.of, next.schema, value);
    }
    if (schema.anyOf) return schema.anyOf.some((one) => fits(of, one, value));
    if (isRecord(value))
      return schema.type === 'object' && Object.keys(value).some((key) => schema.properties && Object.hasOwn(schema.properties, key));
    return schema.type === (Array.isArray(value) ? 'array' : typeof value);
  }

  walk(name, schemaOf(name), data, '');
  return found;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
