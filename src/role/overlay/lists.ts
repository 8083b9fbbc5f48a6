/** Which lists of entries a role has, read from its schema: a section added there can be overlaid at once. */
import { follow, schemaOf } from '../../read/schema.js';
import type { Schema } from '../../read/schema.js';

/** What the entries of a list are, as the schema describes them; the same object for entries of the same kind. */
export type EntryKind = Schema;

/** Columns are named by the cells of their own table only, so no change can name one. */
const notNamed = 'columns';

const resolved = (schema: Schema): Schema => (schema.$ref === undefined ? schema : resolved(follow('role', schema.$ref).schema));

/** What the entries of a list are, or null when it is no list of entries with ids. */
function entriesOf(schema: Schema): EntryKind | null {
  const list = resolved(schema);
  const item = list.type === 'array' && list.items ? resolved(list.items) : null;
  return item?.properties?.id ? item : null;
}

const known = new WeakMap<Schema, Map<string, EntryKind>>();

/** The lists that an entry of this kind can have, by their keys: the duties of a group, the steps and checks of a stage. */
export function listsIn(kind: Schema): ReadonlyMap<string, EntryKind> {
  const ready = known.get(kind);
  if (ready) return ready;
  const lists = new Map<string, EntryKind>();
  for (const [key, property] of Object.entries(kind.properties ?? {})) {
    const entries = key === notNamed ? null : entriesOf(property);
    if (entries) lists.set(key, entries);
  }
  known.set(kind, lists);
  return lists;
}

export interface Section {
  kind: EntryKind;
  /** Whether the list must be there where its place is. */
  required: boolean;
}

let ready: Map<string, Section> | undefined;

/** The lists of a role by their paths: `duties`, `requirements.skills`, `onboarding.mentor.criteria`. */
export function sections(): ReadonlyMap<string, Section> {
  return (ready ??= new Map(sectionsIn(schemaOf('role'), '')));
}

function sectionsIn(schema: Schema, path: string): [string, Section][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]): [string, Section][] => {
    const kind = entriesOf(property);
    if (kind) return [[path + key, { kind, required: isRequired(schema, key) }]];
    const inner = resolved(property);
    return inner.type === 'object' ? sectionsIn(inner, `${path}${key}.`) : [];
  });
}

/** Whether a key of an entry must be there. */
export const isRequired = (kind: Schema, key: string): boolean => kind.required?.includes(key) ?? false;

/** Whether null is a value of its own for this key, such as a target still to be set. */
export function takesNull(kind: EntryKind, key: string): boolean {
  const property = kind.properties && Object.hasOwn(kind.properties, key) ? kind.properties[key] : undefined;
  return property !== undefined && [resolved(property).type ?? []].flat().includes('null');
}
