/** The shapes of bodies, queries and answers: JSON schemas of `schemas/`, compiled once. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Workspace } from 'rolewright';
import { refuse } from './problem.js';
import type { Route, SchemaId } from './route.js';

export interface SchemaFile {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, object>>;
}

/** All schemas of the package: `own` is its folder. */
export const schemaFiles = (own: Workspace): readonly SchemaFile[] =>
  own
    .list('schemas')
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(own.readText(`schemas/${name}`)) as SchemaFile);

export interface Checks {
  /** Throws a Refusal that names the first thing that is not as it has to be. */
  body(route: Route, body: unknown): void;
  /** The query with numbers and truths as such. Throws a Refusal. */
  query(route: Route, given: URLSearchParams): Readonly<Record<string, unknown>>;
  /** What is wrong with a value of a schema; null for nothing. For tests of answers. */
  fault(schema: SchemaId, value: unknown): string | null;
}

export function openChecks(own: Workspace): Checks {
  const strict = new Ajv2020({ strict: true, allowUnionTypes: true });
  for (const file of schemaFiles(own)) strict.addSchema(file);
  const ofText = new Ajv2020({ strict: true, coerceTypes: true, useDefaults: true });
  const compiled = new Map<string, ValidateFunction>();
  const kept = (key: string, make: () => ValidateFunction): ValidateFunction => {
    const check = compiled.get(key) ?? make();
    compiled.set(key, check);
    return check;
  };
  const ofSchema = (id: SchemaId): ValidateFunction => {
    const [file = '', name = ''] = id.split('#');
    return kept(id, () => strict.compile({ $ref: `${file}#/$defs/${name}` }));
  };
  const ofQuery = ({ method, path, query = {} }: Route): ValidateFunction =>
    kept(`${method} ${path}`, () => ofText.compile({ type: 'object', properties: query, additionalProperties: false }));
  return {
    body({ body: schema }, body) {
      if (schema === undefined) return;
      const check = ofSchema(schema);
      if (!check(body)) throw refuse('http-body', factsOf(check.errors));
    },
    query(route, given) {
      const names = new Set<string>();
      for (const name of given.keys()) {
        if (names.has(name)) throw refuse('http-query', { place: name.slice(0, 200), expected: 'once' });
        names.add(name);
      }
      const values: Record<string, unknown> = Object.fromEntries(given);
      const check = ofQuery(route);
      if (!check(values)) throw refuse('http-query', factsOf(check.errors));
      return values;
    },
    fault(schema, value) {
      const check = ofSchema(schema);
      return check(value) ? null : JSON.stringify(check.errors?.[0]);
    },
  };
}

/** The place of the first error and what was expected there, as the schema says it. */
function factsOf(errors: readonly ErrorObject[] | null | undefined): { readonly place: string; readonly expected: string } {
  const error = errors?.[0];
  if (!error) return { place: '/', expected: '' };
  const { additionalProperty, missingProperty, pattern, allowedValues, type } = error.params as Readonly<Record<string, unknown>>;
  const place = [error.instancePath, additionalProperty ?? missingProperty].filter((part) => part !== undefined && part !== '').join('/');
  const known = Array.isArray(allowedValues) ? allowedValues.join(' | ') : undefined;
  const texts = [additionalProperty === undefined ? undefined : 'nothing', pattern, known, type, error.message];
  const told = texts.find((one): one is string => typeof one === 'string') ?? '';
  return { place: (place === '' ? '/' : place).slice(0, 200), expected: missingProperty === undefined ? told : 'missing' };
}
