/** The entries of a role by their ids, kept up to date while changes are made. */
import { listsIn, sections } from './lists.js';
import type { EntryKind } from './lists.js';
import { childOf, textOf } from './tree.js';
import type { ListNode, MapNode, Origin, TreeNode } from './tree.js';

export interface NamedEntry {
  id: string;
  node: MapNode;
  list: ListNode;
  kind: EntryKind;
}

/** An entry that a change took away. */
export interface Gone {
  by: Origin;
  /** The id of what came in its place. */
  successor?: string;
}

export interface Catalogue {
  get(id: string): NamedEntry | undefined;
  gone: ReadonlyMap<string, Gone>;
  ids(): string[];
  /** An entry with all entries inside it has come in. */
  enter(entry: NamedEntry): void;
  /** An entry with all entries inside it is going. */
  leave(entry: NamedEntry, by: Origin, successor?: string): void;
}

export function catalogueOf(role: MapNode): Catalogue {
  const entries = new Map<string, NamedEntry>();
  const gone = new Map<string, Gone>();
  const enter = (entry: NamedEntry): void => {
    for (const one of [entry, ...entriesWithin(entry.node, entry.kind)]) {
      if (!entries.has(one.id)) entries.set(one.id, one);
      gone.delete(one.id);
    }
  };
  // A competency has its id from the dictionary, where another entry of the role may be called so too: that one is meant.
  for (const [path, { kind }] of [...sections()].sort(
    ([one], [other]) => Number(one === 'competencies') - Number(other === 'competencies'),
  )) {
    const list = path.split('.').reduce<TreeNode | undefined>(childOf, role);
    if (list?.type === 'list') for (const entry of entriesOf(list, kind)) enter(entry);
  }
  return {
    get: (id) => entries.get(id),
    gone,
    ids: () => [...entries.keys()],
    enter,
    leave(entry, by, successor) {
      for (const { id, node } of [entry, ...entriesWithin(entry.node, entry.kind)]) {
        if (entries.get(id)?.node !== node) continue;
        entries.delete(id);
        gone.set(id, node === entry.node && successor !== undefined ? { by, successor } : { by });
      }
    },
  };
}

/** The entries of a list that have an id, without what is inside them. */
export const entriesOf = (list: ListNode, kind: EntryKind): NamedEntry[] =>
  list.items.flatMap((node) => {
    const id = textOf(childOf(node, 'id'));
    return node.type === 'map' && id !== undefined ? [{ id, node, list, kind }] : [];
  });

/** All entries inside an entry, at any depth. */
export function entriesWithin(node: MapNode, kind: EntryKind): NamedEntry[] {
  return [...listsIn(kind)].flatMap(([key, inner]) => {
    const list = node.entries.get(key);
    return list?.type === 'list' ? entriesOf(list, inner).flatMap((entry) => [entry, ...entriesWithin(entry.node, entry.kind)]) : [];
  });
}
