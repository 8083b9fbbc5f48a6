/** Errors of the schema validator → findings: one for each mistake, with what an author needs to mend it. */
import type { ErrorObject } from 'ajv';
import { nearest } from '../diagnostic/nearest.js';
import { finding, quoted } from './finding.js';
import type { Finding } from './finding.js';
import { follow, placeOf, schemaErrors } from './schema.js';
import type { Schema, SchemaName } from './schema.js';
import { keepsTo } from './schema-verdict.js';
import { segment } from './yaml-data.js';

/** Beyond this number a file is of another kind altogether, and more findings would tell nothing new. */
const most = 400;
/** More are not listed in a message. */
const fewKeys = 12;

/** What the messages call the notations that a pattern or format of a schema stands for. A test holds it complete. */
export const notations: Record<string, string> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'id',
  '^\\d+\\.\\d+\\.\\d+$': 'version',
  '^[^:\\s]+$': 'sourceKey',
  '^(added|[^:\\s]+:\\d+(-\\d+)?(,\\d+(-\\d+)?)*)$': 'source',
  '^[^:\\s]+:\\d+(-\\d+)?(,\\d+(-\\d+)?)*$': 'source',
  '^[A-Z]{3}$': 'currency',
  '^\\d{4}$': 'year',
  '^[\\p{L}\\p{N}_]+$': 'customName',
  '^[0-9a-f]{8}$': 'stamp',
  '^[0-9A-Fa-f]{6}$': 'color',
  '^[^{}]*(\\{(role|department|year|number)\\}[^{}]*)+$': 'numbering',
  '^ru-[A-Z]{2}$': 'languageTag',
  '^en-[A-Z]{2}$': 'languageTag',
  '^nl-[A-Z]{2}$': 'languageTag',
  '^https?://\\S+$': 'address',
  '^\\d{4}-(0[1-9]|1[0-2])$': 'dayOrMonth',
  '^((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8]))$': 'monthDay',
  '^[\\p{L}\\p{N}]+([ _-]+[\\p{L}\\p{N}]+)*$': 'fileName',
  '^[^%]*$': 'mark',
  '^[^%]*%1[^%]*$': 'counter',
  '^[^%]*(%1[^%]*)?%2[^%]*$': 'counter',
  '^[^%]*(%1[^%]*)?(%2[^%]*)?%3[^%]*$': 'counter',
  '^[^.\\s]{1,80}$': 'phraseKey',
  '^\\S(.{0,38}\\S)?$': 'abbreviation',
  '^https?://[^\\s?#]+$': 'address',
  '^https?://[^\\s#]+$': 'address',
  '^[^\\s@<>]*\\{phone\\}[^\\s@<>]*@[^\\s@<>]+$': 'gateway',
  '^[A-Za-z_]{1,30}([/+-][A-Za-z0-9_+-]{1,30}){0,3}$': 'timeZone',
  '^(\\[[a-z-]+\\] )?@?[A-Za-z0-9/-]+(\\|[A-Za-z0-9/-]+)*(:yes)?( [+>] @?[A-Za-z0-9/-]+(\\|[A-Za-z0-9/-]+)*(:yes)?)*( ~\\d{1,2})?( ! [a-z0-9-]+([, |]+[a-z0-9-]+)*)?$':
    'relation',
  '^([0-9]{10}|[0-9]{12})$': 'inn',
  '^([0-9]{13}|[0-9]{15})$': 'ogrn',
  '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$': 'kpp',
  email: 'email',
};

/** The shapes that messages have words for. */
const named = new Set(['text', 'textList', 'source', 'names', 'senses']);

/** Everything that the schema finds wrong with the data. */
export function schemaFindings(name: SchemaName, data: unknown): Finding[] {
  return keepsTo(name, data) ? [] : explainPart(name, '', data, '');
}

function explainPart(name: SchemaName, part: string, data: unknown, at: string): Finding[] {
  const errors = schemaErrors(name, part, data);
  // Of several choices about one value the outermost comes last; its branches are looked into one by one.
  const choices = new Map(errors.filter((error) => error.keyword === 'anyOf').map((error) => [error.instancePath, error]));
  const inChoice = (path: string): boolean => choices.has(path) || (path !== '' && inChoice(path.slice(0, path.lastIndexOf('/'))));
  const found: Finding[] = [];
  for (const error of errors) {
    if (found.length >= most) break;
    const path = error.instancePath;
    if (choices.get(path) === error && !(path !== '' && inChoice(path.slice(0, path.lastIndexOf('/')))))
      found.push(...explainChoice(error, at));
    else if (!inChoice(path)) found.push(...explain(error, at + path));
  }
  const otherType = new Set(found.filter((one) => one.code === 'wrong-type' || one.code === 'empty-value').map((one) => one.pointer));
  return together(withoutRepeats(found.filter((one) => one.code !== 'not-one-of' || !otherType.has(one.pointer))));
}

/** Of several permitted shapes the author most likely meant the one with the same kind of value and the fewest mistakes. */
function explainChoice(error: ErrorObject, at: string): Finding[] {
  const pointer = at + error.instancePath;
  const place = placeOf(error.parentSchema as Schema);
  const definition = /^\/definitions\/(\w+)$/.exec(place.pointer)?.[1];
  const all = (error.schema as Schema[]).map((branch, number) => ({
    types: typesOf(place.of, branch),
    part: `${place.pointer}/anyOf/${number}`,
  }));
  const branches = all.filter(({ types }) => types.includes(kindOf(error.data)));
  if (branches.length === 0) {
    const types = [...new Set(all.flatMap((one) => one.types))].filter((type) => type !== 'null');
    return [
      wrongType(
        definition !== undefined && named.has(definition) ? definition : types.length === 1 ? (types[0] ?? '') : 'text',
        error.data,
        pointer,
      ),
    ];
  }
  const attempts = branches.map((one) => explainPart(place.of, one.part, error.data, pointer)).sort((a, b) => a.length - b.length);
  return attempts[0] ?? [];
}

/** The types of JSON that a part of a schema takes. */
function typesOf(of: SchemaName, schema: Schema): string[] {
  if (schema.$ref !== undefined) {
    const next = follow(of, schema.$ref);
    return typesOf(next.of, next.schema);
  }
  return schema.anyOf ? schema.anyOf.flatMap((one) => typesOf(of, one)) : [schema.type ?? []].flat();
}

type Explain = (error: ErrorObject, pointer: string) => Finding;

const limitOf = (error: ErrorObject): number => Number((error.params as { limit: number }).limit);

const explanations: Record<string, Explain> = {
  additionalProperties(error, pointer) {
    const key = String((error.params as { additionalProperty: string }).additionalProperty);
    const known = Object.keys((error.parentSchema as Schema).properties ?? {});
    const shown = known.length > fewKeys ? '' : known.join(', ');
    if (known.join() === 'ru,en,nl')
      return finding('unknown-language', pointer + segment(key), { key: quoted(key), known: shown }, { side: 'key' });
    // In `{ text: count, weigh }` the comma ends the text, and what follows is a key without a value.
    if ((error.data as Record<string, unknown>)[key] === null && nearest(key, known) === '')
      return finding('text-cut-by-comma', pointer + segment(key), { key: quoted(key) }, { side: 'key' });
    return finding(
      'unknown-key',
      pointer + segment(key),
      { key: quoted(key), nearest: nearest(key, known), known: shown },
      { side: 'key' },
    );
  },
  required(error, pointer) {
    const key = String((error.params as { missingProperty: string }).missingProperty);
    const schema = (error.parentSchema as Schema).properties?.[key];
    const values = schema ? choicesOf(placeOf(error.parentSchema as Schema).of, schema) : '';
    return finding('missing-key', pointer, { keys: key, count: 1, values });
  },
  type(error, pointer) {
    const expected = [error.schema as string | string[]].flat().filter((type) => type !== 'null')[0] ?? '';
    const known = expected === 'object' ? keysOf(error.parentSchema as Schema) : '';
    return wrongType(expected, error.data, pointer, known);
  },
  enum(error, pointer) {
    const known = (error.schema as unknown[]).map(String);
    return finding('not-one-of', pointer, {
      value: quoted(error.data),
      nearest: nearest(quoted(error.data), known),
      known: known.join(', '),
    });
  },
  const: (error, pointer) => finding('not-one-of', pointer, { value: quoted(error.data), nearest: '', known: String(error.schema) }),
  pattern(error, pointer) {
    const notation = notations[String(error.schema)] ?? 'other';
    if (error.propertyName !== undefined)
      return finding('bad-key', pointer + segment(error.propertyName), { key: quoted(error.propertyName), notation }, { side: 'key' });
    return finding('bad-notation', pointer, { value: quoted(error.data), notation });
  },
  format: (error, pointer) =>
    error.schema === 'date'
      ? finding('bad-date', pointer, { value: quoted(error.data) })
      : finding('bad-notation', pointer, { value: quoted(error.data), notation: notations[String(error.schema)] ?? 'other' }),
  minLength: (_, pointer) => finding('empty-text', pointer),
  maxLength: (error, pointer) => finding('too-long', pointer, { limit: limitOf(error), length: [...String(error.data)].length }),
  minProperties: (_, pointer) => finding('empty-text', pointer),
  minItems: (_, pointer) => finding('empty-list', pointer),
  maxProperties: (error, pointer) =>
    finding('too-many-items', pointer, { limit: limitOf(error), count: Object.keys(error.data as object).length }),
  maxItems: (error, pointer) => finding('too-many-items', pointer, { limit: limitOf(error), count: (error.data as unknown[]).length }),
  uniqueItems(error, pointer) {
    const { i } = error.params as { i: number; j: number };
    return finding('repeated-item', `${pointer}/${i}`, { value: quoted((error.data as unknown[])[i]) });
  },
  minimum: (error, pointer) => finding('too-small', pointer, { value: Number(error.data), limit: limitOf(error) }),
  exclusiveMinimum: (error, pointer) => finding('not-above', pointer, { value: Number(error.data), limit: limitOf(error) }),
  maximum: (error, pointer) => finding('too-large', pointer, { value: Number(error.data), limit: limitOf(error) }),
  // The only thing that our schemas rule out by name is the day between −1 and 1.
  not: (_, pointer) => finding('day-zero', pointer),
};

function explain(error: ErrorObject, pointer: string): Finding[] {
  // That a key is wrong adds nothing to what the pattern of the key has said.
  if (error.keyword === 'propertyNames') return [];
  return [
    explanations[error.keyword]?.(error, pointer) ?? finding('invalid-value', pointer, { value: quoted(error.data), rule: error.keyword }),
  ];
}

function wrongType(expected: string, data: unknown, pointer: string, known = ''): Finding {
  const found = kindOf(data);
  if (found === 'null') return finding('empty-value', pointer, { expected });
  if (expected === 'array' && typeof data === 'string' && /^-\S/.test(data))
    return finding('dash-without-space', pointer, { value: quoted(data) });
  if (expected === 'object' && typeof data === 'string' && /^[\p{L}\d-]+:/u.test(data)) return finding('yaml-space-after-colon', pointer);
  return finding('wrong-type', pointer, { expected, found, value: quoted(data), known });
}

/** The keys that a schema has, those that are needed first; none where there are too many to help. */
function keysOf({ properties = {}, required = [] }: Schema): string {
  const keys = [...new Set([...required, ...Object.keys(properties)])];
  return keys.length > fewKeys ? required.join(', ') : keys.join(', ');
}

/** What may stand where a schema leaves a choice of words. */
function choicesOf(of: SchemaName, schema: Schema): string {
  if (schema.$ref !== undefined) {
    const next = follow(of, schema.$ref);
    return choicesOf(next.of, next.schema);
  }
  return schema.type === 'boolean' ? 'true, false' : (schema.enum ?? []).join(', ');
}

function kindOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'array' : typeof data;
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = `${one.code} ${one.pointer} ${one.args.key ?? one.args.keys ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What is missing in one place is one finding, or a file just begun would drown in them. */
function together(findings: readonly Finding[]): Finding[] {
  const missing = findings.filter((one) => one.code === 'missing-key');
  return findings.flatMap((one) => {
    if (one.code !== 'missing-key') return [one];
    const here = missing.filter((other) => other.pointer === one.pointer);
    if (here[0] !== one) return [];
    return [
      {
        ...one,
        args: {
          keys: here.map((other) => other.args.keys).join(', '),
          count: here.reduce((sum, other) => sum + Number(other.args.count), 0),
          values: here.length === 1 ? (one.args.values ?? '') : '',
        },
      },
    ];
  });
}
