/** The names of the parts of a file: keys from its top, without numbers and languages. */
import { follow, schemaOf } from '../read/schema.js';
import type { Schema, SchemaName } from '../read/schema.js';
import { locales } from '../shelf/library.js';
import type { Subject } from './rule.js';

/** Whether a file of this kind can have a part of this name: `duties/duties/text`, `requirements`. */
export function isSection(subject: Subject, section: string): boolean {
  const steps = section.split('/');

  function leads(of: SchemaName, schema: Schema, at: number): boolean {
    if (schema.$ref !== undefined) {
      const next = follow(of, schema.$ref);
      return leads(next.of, next.schema, at);
    }
    const step = steps[at];
    if (step === undefined) return true;
    if (schema.anyOf?.some((one) => leads(of, one, at))) return true;
    if (schema.items) return leads(of, schema.items, at);
    const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    const next = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : others;
    return next !== undefined && leads(of, next, at + 1);
  }

  return !steps.some((step) => /^\d*$/.test(step) || locales.some((one) => one === step)) && leads(subject, schemaOf(subject), 0);
}
