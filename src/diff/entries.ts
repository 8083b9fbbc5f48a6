/** Everything in a role that has a name of its own, with its place. */
import { isRecord } from '../read/schema-walk.js';
import type { Role } from '../role/role.generated.js';
import { fieldShape, formOf, itemShape, keysOf, namingField, roleShape } from './shape.js';
import type { Shape } from './shape.js';
import { textIn } from './texts.js';
import type { Wordings } from './texts.js';
import type { Locale } from '../document/document.js';

export interface RoleEntry {
  id: string;
  /** What no other entry of the role is called: ids are unique, but for posts and for the columns of each table. */
  key: string;
  /** The names of the lists it is in, from the outermost: `duties/duties`. */
  section: string;
  shape: Shape;
  value: Record<string, unknown>;
  parent: RoleEntry | null;
  /** From 0, in its list. */
  index: number;
  /** What it holds, by section. */
  lists: Map<string, RoleEntry[]>;
}

export interface Entries {
  /** The lists of the role itself, by section. */
  lists: Map<string, RoleEntry[]>;
  byKey: Map<string, RoleEntry>;
}

export function entriesOf(role: Role): Entries {
  const byKey = new Map<string, RoleEntry>();

  function collect(
    shape: Shape,
    value: Record<string, unknown>,
    section: string,
    parent: RoleEntry | null,
    lists: Map<string, RoleEntry[]>,
  ): void {
    for (const key of keysOf(shape, value)) {
      const [own, inner] = [fieldShape(shape, key), value[key]];
      const name = section === '' ? key : `${section}/${key}`;
      const form = formOf(own, inner);
      // What stands in a record outside all entries belongs to the role; inside an entry, to the entry.
      if (form === 'record' && isRecord(inner)) collect(own, inner, name, parent, lists);
      else if (form === 'entries')
        lists.set(
          name,
          named(own, inner).map((one, index) => add({ ...one, section: name, parent, index })),
        );
    }
  }

  function add({
    id,
    shape,
    value,
    section,
    parent,
    index,
  }: Named & { section: string; parent: RoleEntry | null; index: number }): RoleEntry {
    const scope = section === 'posts' ? 'posts ' : section.endsWith('/columns') ? `${parent?.key ?? ''} columns ` : '';
    let key = `${scope}${id}`;
    // A role that breaks this rule is refused by its reader; a comparison must bear it.
    while (byKey.has(key)) key += ' ';
    const entry: RoleEntry = { id, key, section, shape, value, parent, index, lists: new Map() };
    byKey.set(key, entry);
    collect(shape, value, section, entry, entry.lists);
    return entry;
  }

  const lists = new Map<string, RoleEntry[]>();
  collect(roleShape(), role as unknown as Record<string, unknown>, '', null, lists);
  return { lists, byKey };
}

interface Named {
  id: string;
  shape: Shape;
  value: Record<string, unknown>;
}

/** The members of a list by their ids, those of a map by their keys. */
function named(shape: Shape, value: unknown): Named[] {
  if (Array.isArray(value)) return value.filter(isRecord).map((item) => ({ id: String(item.id), shape: itemShape(shape), value: item }));
  return isRecord(value)
    ? Object.entries(value).flatMap(([id, item]) => (isRecord(item) ? [{ id, shape: fieldShape(shape, id), value: item }] : []))
    : [];
}

/** The words by which people know an entry, in each language; none for one that has no words. */
export function headingOf({ shape, value }: RoleEntry, languages: readonly Locale[]): Wordings {
  const field = namingField(shape) ?? ['text', 'title', 'name'].find((key) => key in value) ?? null;
  return field === null ? {} : textIn(value[field], languages).wordings;
}
