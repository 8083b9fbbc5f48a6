/** The schemas, read and compiled once per process, when they are first needed. */
import type { Ajv, ErrorObject, Options, ValidateFunction } from 'ajv';
import { ajv as ajvLibrary, ownText } from '../packages/installed.js';
import { forgetErrors } from './ajv-insides.js';

export type SchemaName =
  | 'role'
  | 'organisation'
  | 'structure'
  | 'person'
  | 'overlay'
  | 'project'
  | 'kind'
  | 'competency'
  | 'jurisdiction'
  | 'theme'
  | 'locale'
  | 'lint-rule';

/** As much of JSON Schema draft-07 as our schemas use. */
export interface Schema {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  required?: string[];
  enum?: string[];
  pattern?: string;
  definitions?: Record<string, Schema>;
}

const schemas = new Map<SchemaName, Schema>();
const places = new Map<SchemaName, Map<unknown, string>>();
const validators = new Map<string, ValidateFunction>();
let engine: Ajv | undefined;

/** The schema itself, as the file has it. */
export function schemaOf(name: SchemaName): Schema {
  const ready = schemas.get(name);
  if (ready) return ready;
  const schema = JSON.parse(ownText(`schemas/${name}.schema.json`)) as Schema;
  schemas.set(name, schema);
  return schema;
}

/** A part of a schema, with the schema that its own references start from, and its name, such as `text`; empty for none. */
export interface Part {
  of: SchemaName;
  schema: Schema;
  definition: string;
}

const followed = new Map<SchemaName, Map<string, Part>>();

/** What a reference leads to: `#/definitions/id` in the schema itself, `role.schema.json#/definitions/id` in another. */
export function follow(of: SchemaName, reference: string): Part {
  let known = followed.get(of);
  if (!known) followed.set(of, (known = new Map<string, Part>()));
  let part = known.get(reference);
  if (!part) known.set(reference, (part = partAt(of, reference)));
  return part;
}

function partAt(of: SchemaName, reference: string): Part {
  const [file = '', pointer = ''] = reference.split('#');
  const other = (file === '' ? of : file.replace('.schema.json', '')) as SchemaName;
  const part = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], schemaOf(other));
  return { of: other, schema: part as Schema, definition: /^\/definitions\/(\w+)$/.exec(pointer)?.[1] ?? '' };
}

/** The schema and the JSON pointer of a part, which must be the very object that a schema read here holds. */
export function placeOf(part: Schema): { of: SchemaName; pointer: string } {
  for (const of of schemas.keys()) {
    let pointers = places.get(of);
    if (!pointers) {
      places.set(of, (pointers = new Map<unknown, string>()));
      notePlaces(schemaOf(of), '', pointers);
    }
    const pointer = pointers.get(part);
    if (pointer !== undefined) return { of, pointer };
  }
  throw new Error('This part belongs to no schema');
}

function notePlaces(value: unknown, pointer: string, pointers: Map<unknown, string>): void {
  if (typeof value !== 'object' || value === null) return;
  pointers.set(value, pointer);
  for (const [key, inner] of Object.entries(value)) notePlaces(inner, `${pointer}/${key}`, pointers);
}

/**
 * What the schema, or the part of it at a JSON pointer, finds wrong with the data; nothing when all is well. The
 * errors of all branches of an `anyOf` are among them.
 * @internal
 */
export function schemaErrors(name: SchemaName, part: string, data: unknown): ErrorObject[] {
  const key = `${name}#${part}`;
  let validate = validators.get(key);
  if (!validate) {
    validate = ajv(name).getSchema(`${schemaOf(name).$id ?? ''}${part === '' ? '' : `#${part}`}`);
    if (!validate) throw new Error(`There is no schema ${key}`);
    validators.set(key, validate);
  }
  const errors = validate(data) === true ? [] : (validate.errors ?? []);
  if (engine) forgetErrors(engine);
  return errors;
}

/** A day that exists, as year, month and day: `2026-11-22`. */
const realDate =
  /^(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/**
 * How the schemas are read, whatever is then asked of them.
 * @internal
 */
export const dialect: Options = {
  messages: false,
  inlineRefs: false,
  validateSchema: false,
  strict: false,
  formats: { date: realDate, email: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/ },
};

/** Compiling without inlining is four times as fast; the words of the errors come from our own catalogue. */
function ajv(name: SchemaName): Ajv {
  engine ??= new (ajvLibrary().Ajv)({ ...dialect, allErrors: true, verbose: true });
  // A schema that refers to that of roles cannot be compiled without it.
  for (const schema of [schemaOf(name), schemaOf('role')]) if (!engine.getSchema(schema.$id ?? '')) engine.addSchema(schema);
  return engine;
}
