/** An overlay compared with the role it extends: what has changed there since the overlay was written. */
import { isRecord } from '../../read/schema-walk.js';
import type { Layer } from './overlay.js';
import { entriesWithin } from './catalogue.js';
import type { NamedEntry } from './catalogue.js';
import { verbs } from './changes.js';
import type { Verb } from './changes.js';
import type { Overlay } from './overlay.generated.js';
import { allEntries, stampsOf } from './stamps.js';
import { lineOf, plain } from './tree.js';

/**
 * - `unchanged`: the entry is as it was
 * - `changed`: it has other content now, or is new inside an entry that the overlay takes away
 * - `removed`: it is no longer there
 * - `unrecorded`: nobody wrote down how it was
 */
export type State = 'unchanged' | 'changed' | 'removed' | 'unrecorded';

/** One entry that the overlay names. */
export interface NamedClause {
  id: string;
  verb: Verb;
  /** `file:line` in the overlay. */
  at: string;
  state: State;
  /** The entry as it is now, and `file:line` of it; null when it is gone. */
  base: unknown;
  baseAt: string | null;
  /** What the overlay says in its place; null when it only takes away, moves or counts from it. */
  own: unknown;
}

export interface Comparison {
  recorded: string;
  version: string;
  named: NamedClause[];
  /** What the overlay follows by itself; null when it is not recorded how the other entries were. */
  followed: { added: string[]; removed: string[]; changed: string[] } | null;
  /** What is to be recorded now. */
  stamps: Map<string, string>;
}

/** Compares an overlay with its base; both must have been read without errors of form. */
export function compareWithBase(overlay: Overlay, layer: Layer): Comparison | null {
  const { base, parsed } = layer;
  if (!base?.tree || !base.role || !parsed) return null;
  const stamps = stampsOf(base.tree);
  const record = new Map(Object.entries(overlay.base.clauses ?? {}));
  const entries = new Map(allEntries(base.tree).map((entry) => [entry.id, entry]));
  const sameVersion = overlay.base.version === base.role.version;
  const stateOf = (id: string): State => {
    const [now, then] = [stamps.get(id), record.get(id)];
    if (now === undefined) return 'removed';
    if (then === undefined) return sameVersion ? 'unchanged' : 'unrecorded';
    return now === then ? 'unchanged' : 'changed';
  };
  const own = new Set<string>();
  const named: NamedClause[] = [];
  (overlay.changes ?? []).forEach((change: unknown, number) => {
    if (!isRecord(change)) return;
    const verb = verbs.find((one) => Object.hasOwn(change, one));
    if (!verb) return;
    for (const [key, id] of idsNamed(change, verb)) {
      // Entries that the overlay brought in itself are no concern of the base.
      if (own.has(id)) continue;
      const entry = entries.get(id);
      const at = `${parsed.file}:${parsed.lineOf(`/changes/${number}/${key}`)}`;
      const isMain = key === verb;
      named.push({
        id,
        verb,
        at,
        state: isMain || !entry ? stateOf(id) : 'unchanged',
        ...nowOf(entry),
        own: isMain ? ownValue(change, verb) : null,
      });
      if (isMain && entry && (verb === 'remove' || verb === 'replace'))
        for (const inner of entriesWithin(entry.node, entry.kind)) {
          const isNew = record.size > 0 && !record.has(inner.id);
          const state = isNew ? 'changed' : stateOf(inner.id);
          if (state === 'changed') named.push({ id: inner.id, verb, at, state, ...nowOf(inner), own: null });
        }
    }
    for (const id of idsWithin(change.add ?? change.with)) own.add(id);
  });
  const told = new Set(named.map(({ id }) => id));
  return { recorded: overlay.base.version, version: base.role.version, named, followed: followed(stamps, record, told), stamps };
}

const nowOf = (entry: NamedEntry | undefined): Pick<NamedClause, 'base' | 'baseAt'> =>
  entry ? { base: plain(entry.node), baseAt: lineOf(entry.node.origin) } : { base: null, baseAt: null };

/** The ids of a change with the keys that they stand under: the entry itself, and those that its place is counted from. */
function idsNamed(change: Record<string, unknown>, verb: Verb): [string, string][] {
  const keys = verb === 'add' ? ['before', 'after'] : [verb, 'before', 'after'];
  return keys.flatMap((key): [string, string][] => {
    const id = change[key];
    return typeof id === 'string' ? [[key, id]] : [];
  });
}

function ownValue(change: Record<string, unknown>, verb: Verb): unknown {
  if (verb === 'replace') return change.with;
  return verb === 'change' ? Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'change' && key !== 'why')) : null;
}

function idsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsWithin);
  if (!isRecord(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsWithin)];
}

/** A record of the named entries alone says nothing about the others. */
function followed(
  stamps: ReadonlyMap<string, string>,
  record: ReadonlyMap<string, string>,
  named: ReadonlySet<string>,
): Comparison['followed'] {
  if (![...record.keys()].some((id) => !named.has(id))) return null;
  return {
    added: [...stamps.keys()].filter((id) => !record.has(id) && !named.has(id)),
    removed: [...record.keys()].filter((id) => !stamps.has(id) && !named.has(id)),
    changed: [...stamps].filter(([id, stamp]) => record.has(id) && record.get(id) !== stamp && !named.has(id)).map(([id]) => id),
  };
}
