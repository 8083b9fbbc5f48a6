/** What refers to an entry that an overlay took away: a measure to a duty, a step to what it prepares for. */
import { occurrences } from '../../read/schema-walk.js';
import { segmentsOf } from '../../read/yaml-data.js';
import type { Work } from './place.js';
import { childOf, find, plain, textOf } from './tree.js';
import type { ListNode, MapNode, TreeNode } from './tree.js';

/**
 * References of the base follow an entry that was replaced under another id, and go with an entry that was removed:
 * whoever drops a duty should not have to rewrite every step that prepares for it. The overlay is told which. Its own
 * references are left for the rules to find.
 */
export function mendReferences({ role, catalogue, report }: Work): void {
  if (catalogue.gone.size === 0) return;
  const dropped = new Map<string, Set<string>>();
  const shortened = new Map<ListNode, { owner: MapNode; key: string; without: Set<TreeNode> }>();
  for (const { definition, value, pointer } of occurrences('role', plain(role))) {
    const gone = definition === 'entryRef' && typeof value === 'string' ? catalogue.gone.get(value) : undefined;
    if (!gone || typeof value !== 'string') continue;
    const { node, trail } = find(role, pointer);
    const [owner, list] = [trail.at(-3), trail.at(-2)];
    if (node.type !== 'value' || list?.type !== 'list' || owner?.type !== 'map' || node.origin.file === gone.by.file) continue;
    const successor = lastSuccessor(value, catalogue);
    if (successor !== null && !list.items.some((one) => textOf(one) === successor)) {
      node.value = successor;
      continue;
    }
    const found = shortened.get(list) ?? { owner, key: segmentsOf(pointer).at(-2) ?? '', without: new Set() };
    found.without.add(node);
    shortened.set(list, found);
    if (successor === null) dropped.set(value, (dropped.get(value) ?? new Set()).add(textOf(childOf(owner, 'id')) ?? ''));
  }
  for (const [list, { owner, key, without }] of shortened) {
    list.items = list.items.filter((one) => !without.has(one));
    if (list.items.length === 0) owner.entries.delete(key);
  }
  for (const [id, entries] of dropped) {
    const gone = catalogue.gone.get(id);
    if (gone)
      report(
        'overlay-reference-dropped',
        gone.by,
        { id, entries: [...entries].sort().join(', '), count: entries.size },
        { severity: 'info' },
      );
  }
}

/** The entry that stands in the place of one that was replaced, perhaps several times over. */
function lastSuccessor(id: string, { get, gone }: Work['catalogue']): string | null {
  const seen = new Set<string>();
  let current = id;
  while (!get(current)) {
    const next = gone.get(current)?.successor;
    if (next === undefined || seen.has(next)) return null;
    seen.add(next);
    current = next;
  }
  return current;
}
