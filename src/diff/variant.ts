/** Roles that lack one change: with them a comparison finds out which papers the change is seen in. */
import type { Locale } from '../document/document.js';
import { isRecord, occurrences } from '../read/schema-walk.js';
import type { Role } from '../role/role.generated.js';
import type { FieldChange } from './change.js';
import type { RoleEntry } from './entries.js';
import { partOf } from './fields.js';
import type { Matching } from './match.js';

/** One of the two roles, a little otherwise: papers that read otherwise too are those that the change is seen in. */
export interface Variant {
  /** The role that it is made from: the newer one without a change, or the older one without what has gone. */
  of: 'before' | 'after';
  role(): Role;
  /** The languages in which it may read otherwise; null for any. */
  languages: readonly Locale[] | null;
  /** The entry that it lacks, and nothing else. */
  lacks?: RoleEntry;
}

/** A copy to be edited, and the places in it of what the role itself has. */
interface Draft {
  role: Role;
  /** The record of an entry of the role, as long as nothing has been taken out before it; the role for none. */
  recordOf(entry: RoleEntry | null): Record<string, unknown>;
}

function draftOf(role: Role): Draft {
  const copy = structuredClone(role) as unknown as Record<string, unknown>;
  const recordOf = (entry: RoleEntry | null): Record<string, unknown> => {
    if (!entry) return copy;
    const list = listIn(recordOf(entry.parent), entry.section, entry.parent);
    return (Array.isArray(list) ? list[entry.index] : partOf(list, entry.id)) as Record<string, unknown>;
  };
  return { role: copy as unknown as Role, recordOf };
}

/** A role without an entry. */
export const withoutEntry = (of: Variant['of'], role: Role, entry: RoleEntry): Variant => ({
  of,
  languages: null,
  lacks: entry,
  role: () => withoutEntries(role, [entry]),
});

/** A role without some entries. */
export function withoutEntries(role: Role, entries: readonly RoleEntry[]): Role {
  const draft = draftOf(role);
  // The inner and the later first, since places are those of the role itself.
  for (const entry of [...entries].sort((a, b) => depthOf(b) - depthOf(a) || b.index - a.index)) takeOut(draft, entry);
  return draft.role;
}

const depthOf = ({ parent }: RoleEntry): number => (parent ? depthOf(parent) + 1 : 0);

/** The newer role with some fields as they were in the older one; `older` and `entry`, or else the path `part`, say where they are. */
export const withFieldsOf = (
  after: Role,
  fields: readonly FieldChange[],
  { older, entry, part }: { older: unknown; entry: RoleEntry | null; part: readonly string[] },
): Variant => {
  const languages = fields.map(({ language }) => language);
  return {
    of: 'after',
    // A wording is printed in its own language, so the others of the same text may come along.
    languages: languages.includes(undefined) ? null : languages.filter((one) => one !== undefined),
    role() {
      const draft = draftOf(after);
      for (const { field } of fields) {
        const path = field.split('/');
        put(draft.recordOf(entry), [...part, ...path], path.reduce(partOf, older));
      }
      return draft.role;
    },
  };
};

/** The newer role with a part as it was in the older one. */
export const withPartOf = (after: Role, path: readonly string[], older: unknown): Variant => ({
  of: 'after',
  languages: null,
  role() {
    const draft = draftOf(after);
    put(draft.recordOf(null), path, older);
    return draft.role;
  },
});

/** The newer role with an entry where it stood in the older one: after those that still stand before it. */
export const withEntryBack = (
  after: Role,
  old: RoleEntry,
  young: RoleEntry,
  siblings: readonly RoleEntry[],
  matching: Matching,
): Variant => ({
  of: 'after',
  languages: null,
  role() {
    const draft = draftOf(after);
    // A map has no order.
    if (!Array.isArray(listIn(draft.recordOf(young.parent), young.section, young.parent))) return draft.role;
    const record = draft.recordOf(young);
    const parent = old.parent && matching.after(old.parent);
    // With its old group gone there is no place to put it back to.
    const home = old.parent && !parent ? null : listIn(draft.recordOf(parent ?? null), old.section, old.parent);
    const before = siblings
      .slice(0, old.index)
      .flatMap((one) => matching.after(one) ?? [])
      .filter((one) => one !== young)
      .map((one) => draft.recordOf(one));
    takeOut(draft, young);
    if (Array.isArray(home)) home.splice(home.findLastIndex((one) => before.includes(one as Record<string, unknown>)) + 1, 0, record);
    return draft.role;
  },
});

/** The newer role with the older name of a post, which an organisation may know it by. */
export const withPostRenamed = (after: Role, former: string, now: string): Variant => ({
  of: 'after',
  languages: null,
  role() {
    const { role } = draftOf(after);
    for (const { definition, value, pointer } of occurrences('role', role))
      if ((definition === 'postRef' || definition === 'actor') && value === now)
        put(role as unknown as Record<string, unknown>, pointer.slice(1).split('/'), former);
    const posts = Object.entries(role.posts).map(([id, post]) => [id === now ? former : id, post]);
    return { ...role, posts: Object.fromEntries(posts) as Role['posts'] };
  },
});

function takeOut(draft: Draft, { section, parent, index, id }: RoleEntry): void {
  const list = listIn(draft.recordOf(parent), section, parent);
  if (Array.isArray(list)) list.splice(index, 1);
  else if (isRecord(list)) delete list[id];
}

/** The list of a section of `parent`, in whatever record holds it now. */
const listIn = (holder: Record<string, unknown>, section: string, parent: RoleEntry | null): unknown =>
  section
    .slice(parent ? parent.section.length + 1 : 0)
    .split('/')
    .reduce<unknown>(partOf, holder);

/** Undefined takes the field away. */
function put(record: Record<string, unknown> | unknown[], path: readonly string[], value: unknown): void {
  const [last = '', ...rest] = [...path].reverse();
  const place = rest
    .reverse()
    .reduce<Record<string, unknown>>((inside, step) => (inside[step] ??= {}) as Record<string, unknown>, record as Record<string, unknown>);
  if (value === undefined) delete place[last];
  else place[last] = structuredClone(value);
}
