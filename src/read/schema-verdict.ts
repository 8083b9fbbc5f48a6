/**
 * Whether data keep to a schema, yes or no. Nearly all files do, and then nobody needs the validator, which is ten times the
 * code: to load it, compile the schema and check a role takes 220 ms of a start, this 20. What it says no to the validator
 * looks at again, and says what is wrong.
 */
import { dialect, follow, schemaOf } from './schema.js';
import type { Schema, SchemaName } from './schema.js';

type Check = (value: unknown) => boolean;
type Condition = (content: never, of: SchemaName) => Check;

const ready = new Map<Schema, Check>();

/** Whether nothing at all is wrong with the data. */
export const keepsTo = (name: SchemaName, data: unknown): boolean => checkOf(schemaOf(name), name)(data);

/** The check of a part of a schema, made when it is first asked for: a role has few of all the things that one may have. */
function checkOf(schema: Schema, of: SchemaName): Check {
  const known = ready.get(schema);
  if (known) return known;
  const checks = Object.entries(schema)
    .filter(([keyword]) => !silent.has(keyword))
    // What is not known here says no to everything, and leaves the answer to the validator.
    .map(([keyword, content]) => conditions[keyword]?.(content as never, of) ?? (() => false));
  if (schema.type === undefined || schema.type === 'object') checks.push(membersOf(schema, of));
  const [first = () => true, second] = checks;
  const check: Check = second ? (value) => checks.every((one) => one(value)) : first;
  ready.set(schema, check);
  return check;
}

/** Keywords that demand nothing by themselves; those of the members are looked at together. */
const silent = new Set(['$schema', '$id', 'title', 'description', 'default', 'definitions', 'properties', 'additionalProperties']);

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const types: Readonly<Record<string, Check>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: isNumber,
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

const ofText =
  (isRight: (text: string) => boolean): Check =>
  (value) =>
    typeof value !== 'string' || isRight(value);
const ofNumber =
  (isRight: (number: number) => boolean): Check =>
  (value) =>
    !isNumber(value) || isRight(value);
const ofList =
  (isRight: (list: readonly unknown[]) => boolean): Check =>
  (value) =>
    !Array.isArray(value) || isRight(value);
const ofObject =
  (isRight: (members: Members) => boolean): Check =>
  (value) =>
    !isObject(value) || isRight(value);

/** What the keywords of JSON Schema that our schemas use demand; each of them only of values of its own type. */
const conditions: Readonly<Record<string, Condition>> = {
  type: (names: string | readonly string[]) => {
    const checks = [names].flat().map((name) => types[name] ?? (() => false));
    return (value) => checks.some((one) => one(value));
  },
  enum: (values: readonly unknown[]) => (value) => values.some((one) => isSame(one, value)),
  const: (content: unknown) => (value) => isSame(content, value),
  minLength: (least: number) => ofText((text) => text.length >= 2 * least - 1 || lengthOf(text) >= least),
  maxLength: (most: number) => ofText((text) => text.length <= most || lengthOf(text) <= most),
  pattern: (source: string) => {
    const pattern = new RegExp(source, 'u');
    return ofText((text) => pattern.test(text));
  },
  format: (name: string) => {
    const pattern = dialect.formats?.[name];
    return ofText((text) => pattern instanceof RegExp && pattern.test(text));
  },
  minimum: (least: number) => ofNumber((number) => number >= least),
  maximum: (most: number) => ofNumber((number) => number <= most),
  exclusiveMinimum: (bound: number) => ofNumber((number) => number > bound),
  minItems: (least: number) => ofList(({ length }) => length >= least),
  maxItems: (most: number) => ofList(({ length }) => length <= most),
  uniqueItems: (unique: boolean) => ofList((list) => !unique || areUnique(list)),
  items: (schema: Schema, of) => {
    const check = checkLater(schema, of);
    return ofList((list) => list.every((one) => check(one)));
  },
  required: (keys: readonly string[]) => ofObject((members) => keys.every((key) => members[key] !== undefined)),
  minProperties: (least: number) => ofObject((members) => Object.keys(members).length >= least),
  maxProperties: (most: number) => ofObject((members) => Object.keys(members).length <= most),
  propertyNames: (schema: Schema, of) => {
    const check = checkLater(schema, of);
    return ofObject((members) => Object.keys(members).every((key) => check(key)));
  },
  $ref: (reference: string, of) => {
    const part = follow(of, reference);
    return checkLater(part.schema, part.of);
  },
  anyOf: (schemas: readonly Schema[], of) => {
    const checks = schemas.map((schema) => checkLater(schema, of));
    return (value) => checks.some((one) => one(value));
  },
  not: (schema: Schema, of) => {
    const check = checkLater(schema, of);
    return (value) => !check(value);
  },
};

/** Parts lead to one another, and in circles. */
const checkLater =
  (schema: Schema, of: SchemaName): Check =>
  (value) =>
    checkOf(schema, of)(value);

function membersOf({ properties = {}, additionalProperties: others = true }: Schema, of: SchemaName): Check {
  return ofObject((members) =>
    Object.entries(members).every(([key, value]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      // Undefined is as good as not there.
      if (own) return value === undefined || checkOf(own, of)(value);
      return typeof others === 'boolean' ? others : checkOf(others, of)(value);
    }),
  );
}

/** Words are compared all at once, since there may be many; lists and objects one by one. */
function areUnique(list: readonly unknown[]): boolean {
  if (new Set(list).size < list.length) return false;
  const made = list.filter((one) => typeof one === 'object' && one !== null);
  return made.every((one, at) => !made.slice(0, at).some((two) => isSame(one, two)));
}

/** In characters, of which some take two places. */
const lengthOf = (text: string): number => [...text].length;

/** Whether two values of plain data are the same. */
function isSame(one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (Array.isArray(one)) return Array.isArray(two) && one.length === two.length && one.every((item, at) => isSame(item, two[at]));
  if (!isObject(one) || !isObject(two)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(two).length && keys.every((key) => Object.hasOwn(two, key) && isSame(one[key], two[key]));
}
