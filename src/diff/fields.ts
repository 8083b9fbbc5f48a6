/** The fields of two values, compared one by one along the schema. */
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';
import type { FieldChange, Immaterial } from './change.js';
import { fieldReason } from './material.js';
import { concrete, fieldShape, formOf, itemShape, keysOf } from './shape.js';
import type { Shape } from './shape.js';
import { textIn, textsIn, wordListsIn } from './texts.js';
import type { Texts } from './texts.js';
import { sameWords } from '../paper/words.js';
import { compareWords } from './words.js';

/** What a comparison has to know besides the two values. */
export interface Comparison {
  /** Of each role: a plain string is in the first of them. */
  spoken: { before: readonly Locale[]; after: readonly Locale[] };
  /** Those to compare. */
  languages: readonly Locale[];
  signed: Locale | null;
  /** The newer name of an entry or a post that an older reference means. */
  renamed(definition: string, name: string): string;
}

/** Short values of several parts that people read as one. */
const measures: ReadonlySet<string> = new Set(['span', 'day', 'frequency', 'forms']);

/** Whether a record outside all entries is a part of the role with fields of its own, and not the value of one field. */
export const isPart = (shape: Shape, ...values: unknown[]): boolean =>
  formOf(shape, ...values) === 'record' && !measures.has(shape.definition);

/** What differs in one field; `name` is its path. Entries inside it are compared elsewhere. */
export function compareField(shape: Shape, name: string, before: unknown, after: unknown, comparison: Comparison): FieldChange[] {
  const form = formOf(shape, before, after);
  switch (form) {
    case 'entries':
      return [];
    case 'text':
    case 'texts':
    case 'wordLists':
      return compareTexts(shape, name, readers[form], before, after, comparison);
    case 'record':
      return compareRecords(concrete(shape, before, after), name, before, after, comparison);
    case 'list':
    case 'value':
      return same(renamedIn(shape, before, comparison), after) ? [] : [changed(shape, name, before, after)];
  }
}

/** Every field of two records but the entries in them. */
export const compareFields = (
  shape: Shape,
  before: unknown,
  after: unknown,
  comparison: Comparison,
  without: (key: string) => boolean = () => false,
): FieldChange[] =>
  keysOf(shape, before, after)
    .filter((key) => !without(key))
    .flatMap((key) => compareField(fieldShape(shape, key), key, partOf(before, key), partOf(after, key), comparison));

export const partOf = (value: unknown, key: string): unknown => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined);

const readers: Record<'text' | 'texts' | 'wordLists', (value: unknown, languages: readonly Locale[]) => Texts> = {
  text: textIn,
  texts: textsIn,
  wordLists: wordListsIn,
};

function compareTexts(
  shape: Shape,
  name: string,
  read: (typeof readers)['text'],
  before: unknown,
  after: unknown,
  { spoken, languages, signed }: Comparison,
): FieldChange[] {
  const [old, young] = [read(before, spoken.before).wordings, read(after, spoken.after).wordings];
  return languages.flatMap((language): FieldChange[] => {
    const [was, is] = [old[language], young[language]];
    if (was === is) return [];
    const both = was !== undefined && is !== undefined;
    const reason: Immaterial | null =
      fieldReason(name) ??
      (both && sameWords(was, is) ? 'typography' : null) ??
      (signed !== null && language !== signed ? 'translation' : null);
    return [
      {
        ...changed(shape, name, was, is),
        language,
        ...(both && { words: compareWords(was, is, language) }),
        reason,
      },
    ];
  });
}

/**
 * A record is one value, since its numbers and units say something together only; but texts in it are compared as
 * texts. What is there in one role only is shown as a whole.
 */
function compareRecords(shape: Shape, name: string, before: unknown, after: unknown, comparison: Comparison): FieldChange[] {
  if (!isRecord(before) || !isRecord(after)) return [changed(shape, name, before, after)];
  const keys = keysOf(shape, before, after);
  const isWhole = (key: string): boolean => ['list', 'value'].includes(formOf(fieldShape(shape, key), before[key], after[key]));
  const whole = keys
    .filter(isWhole)
    .some((key) => compareField(fieldShape(shape, key), key, before[key], after[key], comparison).length > 0);
  const inner = keys
    .filter((key) => !isWhole(key))
    .flatMap((key) => compareField(fieldShape(shape, key), `${name}/${key}`, before[key], after[key], comparison));
  return [...(whole ? [changed(shape, name, before, after)] : []), ...inner];
}

/** Which papers it is seen in is found out later; what its name tells is here. */
function changed(shape: Shape, name: string, before: unknown, after: unknown): FieldChange {
  return {
    field: name,
    definition: shape.definition || itemShape(shape).definition,
    before: before ?? null,
    after: after ?? null,
    material: false,
    reason: fieldReason(name),
  };
}

/** The older references with the names that the newer role has for what they mean. */
function renamedIn(shape: Shape, value: unknown, { renamed }: Comparison): unknown {
  if (typeof value === 'string') return renamed(shape.definition, value);
  if (!Array.isArray(value)) return value;
  return value.map((one: unknown) => (typeof one === 'string' ? renamed(itemShape(shape).definition, one) : one));
}

/** The same data, in whatever order its keys were written down; no value and null are nothing. */
export const same = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before ?? null, sorted) === JSON.stringify(after ?? null, sorted);

const sorted = (_: string, value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
