/** The changes of an overlay, carried out one after the other: add, change, replace, remove, move. */
import { locales } from '../../document/document.js';
import { nearest } from '../../diagnostic/nearest.js';
import { catalogueOf, entriesOf, entriesWithin } from './catalogue.js';
import type { NamedEntry } from './catalogue.js';
import { isRequired, listsIn, sections, takesNull } from './lists.js';
import { entryNamed, originOfId, siteOf } from './place.js';
import type { Work } from './place.js';
import { mendReferences } from './references.js';
import type { Report } from './report.js';
import { childOf, lineOf, textOf } from './tree.js';
import type { MapNode, Origin, TreeNode } from './tree.js';

export const verbs = ['add', 'change', 'replace', 'remove', 'move'] as const;
export type Verb = (typeof verbs)[number];

/** What an alteration says besides new values. */
const notValues = ['change', 'why'];

/** Carries out the changes on the tree of a role. What cannot be done is reported and left out. */
export function applyChanges(role: MapNode, changes: readonly TreeNode[], report: Report): void {
  const work: Work = { role, catalogue: catalogueOf(role), report };
  for (const change of changes) {
    if (report.full()) return;
    const verb = verbs.find((one) => childOf(change, one));
    if (change.type === 'map' && verb) operations[verb](change, work);
  }
  if (report.failed()) return;
  mendReferences(work);
  dropEmptyLists(role);
}

const operations: { [V in Verb]: (change: MapNode, work: Work) => void } = {
  add(change, work) {
    const node = childOf(change, 'add');
    const site = siteOf(change, 'add', null, work);
    if (!site || node?.type !== 'map') return;
    const [entry] = entriesOf({ ...site.list, items: [node] }, site.kind);
    if (entry && collides([entry, ...entriesWithin(node, site.kind)], new Set(), work)) return;
    site.put(node, node.origin);
    if (entry) work.catalogue.enter({ ...entry, list: site.list });
  },

  change(change, work) {
    const entry = entryNamed(change, 'change', work);
    if (!entry) return;
    const values = [...change.entries].filter(([key]) => !notValues.includes(key));
    if (values.length === 0) work.report('overlay-empty-change', change.origin, { id: entry.id }, { severity: 'warning' });
    for (const [key, value] of values) alter(entry, key, value, work);
  },

  replace(change, work) {
    const old = entryNamed(change, 'replace', work);
    const node = childOf(change, 'with');
    if (!old || node?.type !== 'map') return;
    const [entry] = entriesOf({ ...old.list, items: [node] }, old.kind);
    const going = new Set([old.id, ...entriesWithin(old.node, old.kind).map(({ id }) => id)]);
    if (entry && collides([entry, ...entriesWithin(node, old.kind)], going, work)) return;
    old.list.items.splice(old.list.items.indexOf(old.node), 1, node);
    old.list.touched = node.origin;
    work.catalogue.leave(old, whereDone(change, 'replace'), entry?.id);
    if (entry) work.catalogue.enter({ ...entry, list: old.list });
  },

  remove(change, work) {
    const entry = entryNamed(change, 'remove', work);
    if (!entry) return;
    const by = whereDone(change, 'remove');
    entry.list.items.splice(entry.list.items.indexOf(entry.node), 1);
    entry.list.touched = by;
    work.catalogue.leave(entry, by);
  },

  move(change, work) {
    const entry = entryNamed(change, 'move', work);
    const site = entry && siteOf(change, 'move', entry, work);
    if (!site) return;
    const by = whereDone(change, 'move');
    const inside = entriesWithin(entry.node, entry.kind).some(({ list, node }) => list === site.list || node === site.owner);
    if (inside || site.owner === entry.node || ['before', 'after'].some((key) => textOf(childOf(change, key)) === entry.id)) {
      work.report('overlay-into-itself', by, { id: entry.id });
      return;
    }
    if (site.kind !== entry.kind) {
      work.report('overlay-other-kind', by, { id: entry.id });
      return;
    }
    entry.list.items.splice(entry.list.items.indexOf(entry.node), 1);
    entry.list.touched = by;
    site.put(entry.node, by);
    entry.list = site.list;
  },
};

const whereDone = (change: MapNode, key: string): Origin => (childOf(change, key) ?? change).origin;

/** Whether an id that comes in is taken by an entry that stays; every such id is reported. */
function collides(coming: readonly NamedEntry[], going: ReadonlySet<string>, { catalogue, report }: Work): boolean {
  let found = false;
  for (const { id, node } of coming) {
    const there = catalogue.get(id);
    if (!there || going.has(id) || report.full()) continue;
    report('overlay-id-taken', originOfId(node), { id, where: lineOf(originOfId(there.node)) });
    found = true;
  }
  return found;
}

/** One new value of an entry. */
function alter(entry: NamedEntry, key: string, value: TreeNode, work: Work): void {
  const { node, kind, list } = entry;
  const old = node.entries.get(key);
  const inner = listsIn(kind).get(key);
  const leaving = inner && old?.type === 'list' ? entriesOf(old, inner) : [];
  if (value.type === 'value' && value.value === null && !takesNull(kind, key)) {
    if (!old) {
      work.report(
        'overlay-nothing-to-remove',
        value.origin,
        { key, nearest: nearest(key, [...node.entries.keys()]) },
        { side: 'key', severity: 'warning' },
      );
      return;
    }
    for (const one of leaving) work.catalogue.leave(one, value.origin);
    node.entries.delete(key);
  } else {
    const coming = inner && value.type === 'list' ? entriesOf(value, inner) : [];
    const going = new Set(leaving.flatMap((one) => [one.id, ...entriesWithin(one.node, one.kind).map(({ id }) => id)]));
    if (
      collides(
        coming.flatMap((one) => [one, ...entriesWithin(one.node, one.kind)]),
        going,
        work,
      )
    )
      return;
    for (const one of leaving) work.catalogue.leave(one, value.origin);
    node.entries.set(
      key,
      key === 'cells'
        ? merged(
            old,
            value,
            (one, other) => merged(one, other, second, isTexts),
            () => true,
          )
        : merged(old, value, second, isTexts),
    );
    for (const one of coming) work.catalogue.enter(one);
  }
  node.touched = value.origin;
  // The sum of the weights is a matter of the whole list.
  if (key === 'weight') list.touched = value.origin;
}

const second = (_: TreeNode | undefined, value: TreeNode): TreeNode => value;

const languages: ReadonlySet<string> = new Set([...locales, 'en-US']);

const isTexts = ({ entries }: MapNode): boolean => entries.size > 0 && [...entries.keys()].every((key) => languages.has(key));

/** Two mappings key by key, such as the wordings of one text; anything else is simply the new value. */
function merged(
  old: TreeNode | undefined,
  value: TreeNode,
  inner: (old: TreeNode | undefined, value: TreeNode) => TreeNode,
  fits: (map: MapNode) => boolean,
): TreeNode {
  if (old?.type !== 'map' || value.type !== 'map' || !fits(old) || !fits(value)) return value;
  const entries = new Map(old.entries);
  // American wording says what the English one said: beside another it would keep the old meaning.
  if (value.entries.has('en') && isTexts(old)) entries.delete('en-US');
  for (const [key, one] of value.entries) {
    if (one.type === 'value' && one.value === null) entries.delete(key);
    else entries.set(key, inner(old.entries.get(key), one));
  }
  return { type: 'map', origin: old.origin, touched: value.origin, entries };
}

/** A list that lost its last entry is no longer there, unless a role must have it. */
function dropEmptyLists(role: MapNode): void {
  for (const [path, { kind, required }] of sections()) {
    const steps = path.split('.');
    const owner = steps.slice(0, -1).reduce<TreeNode | undefined>(childOf, role);
    const key = steps.at(-1) ?? '';
    const list = childOf(owner, key);
    if (owner?.type !== 'map' || list?.type !== 'list') continue;
    if (list.items.length === 0 && list.touched && !required) owner.entries.delete(key);
    for (const { node } of entriesOf(list, kind)) dropInside(node, kind);
  }
}

function dropInside(node: MapNode, kind: NamedEntry['kind']): void {
  for (const [key, inner] of listsIn(kind)) {
    const list = node.entries.get(key);
    if (list?.type !== 'list') continue;
    if (list.items.length === 0 && list.touched && !isRequired(kind, key)) node.entries.delete(key);
    for (const one of entriesOf(list, inner)) dropInside(one.node, inner);
  }
}
