/** Where a change puts an entry: a list, and the place in it. */
import { nearest } from '../../diagnostic/nearest.js';
import type { Catalogue, NamedEntry } from './catalogue.js';
import { listsIn, sections } from './lists.js';
import type { EntryKind } from './lists.js';
import type { Report } from './report.js';
import { childOf, lineOf, textOf } from './tree.js';
import type { ListNode, MapNode, Origin, TreeNode } from './tree.js';

/** What changes work on. */
export interface Work {
  role: MapNode;
  catalogue: Catalogue;
  report: Report;
}

export interface Site {
  list: ListNode;
  /** The entry or section that has the list, when the change names it by that. */
  owner: MapNode | null;
  kind: EntryKind;
  /** Puts an entry there. The place is counted only now, since an entry that moves has left its old place by then. */
  put(node: MapNode, by: Origin): void;
}

/** A list, which may have to be made; it is part of the role only once something is put into it. */
interface Target {
  list: ListNode;
  owner: MapNode | null;
  kind: EntryKind;
  attach(): void;
}

/** The entry that a change names by id, or null when there is none; that is reported. */
export function entryNamed(change: MapNode, key: string, work: Work): NamedEntry | null {
  const node = childOf(change, key);
  const id = textOf(node);
  if (!node || id === undefined) return null;
  const entry = work.catalogue.get(id);
  if (entry) return entry;
  const gone = work.catalogue.gone.get(id);
  if (gone) work.report('overlay-clause-gone', node.origin, { id, where: lineOf(gone.by), successor: gone.successor ?? '' });
  else work.report('overlay-unknown-id', node.origin, { id, ...suggestion(id, work.catalogue) });
  return null;
}

/** The nearest id and the line that holds it. */
function suggestion(id: string, { ids, get }: Catalogue): { nearest: string; where: string } {
  const near = nearest(id, ids());
  const entry = get(near);
  return { nearest: near, where: entry ? lineOf(originOfId(entry.node)) : '' };
}

export const originOfId = (entry: MapNode): Origin => (childOf(entry, 'id') ?? entry).origin;

/** The place that a change names; null when it names none that there is, which is reported. `own` is the list of an entry that moves. */
export function siteOf(change: MapNode, verb: string, own: NamedEntry | null, work: Work): Site | null {
  const { report } = work;
  const named = ['at', 'before', 'after'].filter((key) => change.entries.has(key));
  const [first, second] = named;
  const placed = childOf(change, second ?? '');
  if (first !== undefined && second !== undefined && placed) {
    report('overlay-two-places', placed.origin, { first, second }, { side: 'key' });
    return null;
  }
  const listNode = childOf(change, 'in');
  const list = listNode ? listNamed(listNode, work) : null;
  if (listNode && !list) return null;
  if (first === 'before' || first === 'after') {
    const anchor = entryNamed(change, first, work);
    if (!anchor) return null;
    if (list && listNode && list.list !== anchor.list) {
      report('overlay-anchor-elsewhere', listNode.origin, {
        id: anchor.id,
        list: textOf(listNode) ?? '',
        where: lineOf(originOfId(anchor.node)),
      });
      return null;
    }
    return siteIn(
      { list: anchor.list, owner: null, kind: anchor.kind, attach: () => {} },
      (items) => items.indexOf(anchor.node) + (first === 'after' ? 1 : 0),
    );
  }
  const target = list ?? (own && first === 'at' ? { list: own.list, owner: null, kind: own.kind, attach: () => {} } : null);
  if (!target) {
    report('overlay-no-place', (childOf(change, verb) ?? change).origin, { verb }, { side: 'key' });
    return null;
  }
  const atStart = textOf(childOf(change, 'at')) === 'first';
  return siteIn(target, (items) => (atStart ? 0 : items.length));
}

const siteIn = ({ list, owner, kind, attach }: Target, position: (items: readonly TreeNode[]) => number): Site => ({
  list,
  owner,
  kind,
  put(node, by) {
    attach();
    list.items.splice(position(list.items), 0, node);
    list.touched = by;
  },
});

/** A list by the path of a section, by the id of an entry that has one list, or by both with a dot between them. */
function listNamed(node: TreeNode, work: Work): Target | null {
  const name = textOf(node) ?? '';
  const section = sections().get(name);
  if (section) return listAt(work.role, name.split('.'), section.kind, node.origin);
  const [id = '', key] = name.split('.');
  const entry = work.catalogue.get(id);
  if (!entry) {
    const gone = work.catalogue.gone.get(id);
    if (gone) work.report('overlay-clause-gone', node.origin, { id, where: lineOf(gone.by), successor: gone.successor ?? '' });
    else work.report('overlay-unknown-list', node.origin, { list: name, ...listsLike(name, work) });
    return null;
  }
  const lists = listsIn(entry.kind);
  const chosen = key ?? (lists.size === 1 ? [...lists.keys()][0] : undefined);
  const kind = chosen === undefined ? undefined : lists.get(chosen);
  if (kind && chosen !== undefined) return listAt(entry.node, [chosen], kind, node.origin);
  const known = [...lists.keys()].map((one) => `${id}.${one}`);
  work.report('overlay-unknown-list', node.origin, { list: name, nearest: nearest(name, known), known: known.join(', ') });
  return null;
}

/** Somebody who writes `skills` means `requirements.skills`. */
function listsLike(name: string, { catalogue }: Work): { nearest: string; known: string } {
  const paths = [...sections().keys()];
  const last = paths.find((path) => path.split('.').at(-1) === name.split('.').at(-1));
  return { nearest: last ?? nearest(name, [...paths, ...catalogue.ids()]), known: paths.join(', ') };
}

/** A role without entries of a kind has no list of them; the first that is added makes it. Null when something else is there. */
function listAt(owner: MapNode, [key = '', ...rest]: string[], kind: EntryKind, origin: Origin): Target | null {
  const inner = owner.entries.get(key);
  if (rest.length === 0) {
    if (inner) return inner.type === 'list' ? { list: inner, owner, kind, attach: () => {} } : null;
    const list: ListNode = { type: 'list', origin, items: [] };
    return { list, owner, kind, attach: () => void owner.entries.set(key, list) };
  }
  if (inner) return inner.type === 'map' ? listAt(inner, rest, kind, origin) : null;
  const made: MapNode = { type: 'map', origin, entries: new Map() };
  const target = listAt(made, rest, kind, origin);
  return (
    target && {
      ...target,
      attach() {
        owner.entries.set(key, made);
        target.attach();
      },
    }
  );
}
