/**
 * From a role as somebody wants it to what their overlay has to say: the fewest changes of the overlay that make the one of the other.
 * What the overlay says already is changed in its own place, what is as in the role again is taken out, and only the rest is added.
 */
import { idOf, isList, isMap, sameValue as same, valueAt } from './edits.js';
import type { Edit, Path, Value } from './edits.js';
import { longestRun } from './longest-run.js';
import { entriesIn, idsByList, isEntries, isTexts, own, ownKeys, sameOwn } from './overlay-entries.js';
import type { Fields, Placed } from './overlay-entries.js';
import { append, changesOf, drop, put, spot, subjectOf } from './overlay-pen.js';
import type { Pen } from './overlay-pen.js';

export interface WantedRole {
  /** The role with none of the changes, in the languages of the overlay. */
  readonly inherited: Value;
  readonly overlay: Value;
  /** What the overlay makes of the role now, and what it is to make of it. */
  readonly merged: Value;
  readonly wanted: Value;
  /** Reasons by the id of the entry that they are about, where they are to be otherwise; empty for none. */
  readonly why: Fields;
  apply(overlay: Value): Value;
}

export interface OverlayEdits {
  /** Of the overlay. */
  readonly edits: readonly Edit[];
  readonly overlay: Value;
  /** The role that comes out. */
  readonly role: Value;
}

/** The edits of an overlay that make the wanted role of its base. */
export function overlayEdits(given: WantedRole): OverlayEdits {
  const asked = { ...given, apply: remembered(given) };
  const pen: Pen = { overlay: asked.overlay, edits: [] };
  const inherited = entriesIn(asked.inherited);
  const wanted = entriesIn(asked.wanted);
  values(asked, pen);
  const first = entriesIn(asked.merged);
  gone(first, wanted, inherited, pen);
  const isBack = come(first, wanted, inherited, pen);
  const reached = isBack ? entriesIn(asked.apply(pen.overlay)) : first;
  const isGone = (id: Value): boolean => typeof id === 'string' && first.has(id) && !wanted.has(id);
  for (const now of wanted.values()) {
    // What an entry referred to may have come or gone with the others: that is nobody’s doing.
    const before = first.get(now.id) ?? reached.get(now.id);
    if (before && !sameOwn(before.fields, now.fields)) alter(before.fields, now, inherited.get(now.id), isGone, pen);
  }
  order(asked, wanted, inherited, pen);
  for (const [id, reason] of Object.entries(asked.why)) giveReason(id, reason, pen);
  return { edits: pen.edits, overlay: pen.overlay, role: asked.apply(pen.overlay) };
}

/** To apply an overlay takes some 20 ms, and to find it unchanged nothing. */
function remembered({ overlay, merged, apply }: WantedRole): WantedRole['apply'] {
  let last = { overlay, role: merged };
  return (next) => {
    if (next !== last.overlay) last = { overlay: next, role: apply(next) };
    return last.role;
  };
}

/** What an overlay says of itself; its version is that of the role that it makes. */
const aboutItself = new Set(['id', 'languages', 'schema', '$schema']);

/** Single values of the role. */
function values({ inherited, merged, wanted }: WantedRole, pen: Pen): void {
  if (!isMap(inherited) || !isMap(merged) || !isMap(wanted)) return;
  const one = (at: Path, [base, before, now]: readonly (Value | undefined)[]): void => {
    if (same(before, now)) return;
    if (at[0] === 'version') return put(pen, { do: 'set', at, value: now ?? null });
    const there = valueAt(pen.overlay, at);
    const [last = ''] = at.slice(-1);
    if (same(base, now)) {
      const holder = valueAt(pen.overlay, at.slice(0, -1));
      // A heading with nothing below it says nothing.
      if (at.length > 1 && isMap(holder) && Object.keys(holder).length === 1) put(pen, { do: 'remove', at: at.slice(0, -1) });
      else if (isMap(holder) && Object.hasOwn(holder, last)) put(pen, { do: 'remove', at });
    } else if (isTexts(there) && isTexts(now)) {
      for (const [tag, words] of Object.entries(now)) if (!same(there[tag], words)) put(pen, { do: 'set', at: [...at, tag], value: words });
    } else put(pen, { do: 'set', at, value: now ?? null });
  };
  for (const key of new Set([...Object.keys(merged), ...Object.keys(wanted)])) {
    const sides = [inherited, merged, wanted].map((side) => own(side, key));
    if (aboutItself.has(key) || key.startsWith('$') || sides.some(isEntries)) continue;
    if (key === 'posts' || key === 'onboarding') {
      const maps = sides.map((side) => (isMap(side) ? side : {}));
      for (const name of new Set(maps.flatMap((map) => Object.keys(map)))) {
        const inner = maps.map((map) => own(map, name));
        if (!inner.some(isEntries)) one([key, name], inner);
      }
    } else if (key === 'requirements')
      one(
        ['experience'],
        sides.map((side) => (isMap(side) ? own(side, 'experience') : undefined)),
      );
    else one([key], sides);
  }
}

/** Where in the overlay an entry is brought in, if it is: the path of the entry itself. */
function broughtIn(id: string, pen: Pen): Path | null {
  const within = (value: Value | undefined, path: Path): Path | null => {
    if (idOf(value) === id) return path;
    for (const [key, inner] of isMap(value) ? Object.entries(value) : [])
      for (const one of isEntries(inner) ? inner : []) {
        const found = within(one, [...path, key, `#${idOf(one) ?? ''}`]);
        if (found) return found;
      }
    return null;
  };
  for (const [at, change] of changesOf(pen).entries())
    for (const key of ['add', 'with']) {
      const found = within(own(change, key), ['changes', spot(at), key]);
      if (found) return found;
    }
  return null;
}

/** Entries that are not wanted any more. */
function gone(
  merged: ReadonlyMap<string, Placed>,
  wanted: ReadonlyMap<string, Placed>,
  inherited: ReadonlyMap<string, Placed>,
  pen: Pen,
): void {
  const going = [...merged.values()].filter(({ id }) => !wanted.has(id));
  for (const { id, list, inside } of going) {
    const place = broughtIn(id, pen);
    const isInside = inside.some(([holder]) => !wanted.has(holder));
    if (place?.length === 3) {
      const change = changesOf(pen)[Number(place[1]?.slice(1))];
      const replaced = change && own(change, 'replace');
      unanchor(id, list, merged, pen);
      drop(pen, (one) => subjectOf(one) === id || one === change);
      if (typeof replaced === 'string' && !wanted.has(replaced)) append(pen, { remove: replaced });
    } else if (place && !isInside) {
      drop(pen, (one) => subjectOf(one) === id);
      const now = broughtIn(id, pen);
      if (now) put(pen, { do: 'remove', at: now });
    } else if (!place) {
      drop(pen, (one) => subjectOf(one) === id);
      if (!isInside && inherited.has(id)) append(pen, { remove: id });
    }
  }
}

/** Places that were counted from an entry which the overlay does not bring in any more are named by their list. */
function unanchor(id: string, list: string, merged: ReadonlyMap<string, Placed>, pen: Pen): void {
  drop(pen, (one) => own(one, 'move') !== undefined && (own(one, 'before') === id || own(one, 'after') === id));
  for (const [at, change] of changesOf(pen).entries())
    for (const key of ['before', 'after'])
      if (own(change, key) === id) {
        const subject = subjectOf(change);
        put(pen, { do: 'remove', at: ['changes', spot(at), key] });
        if (own(change, 'in') === undefined)
          put(pen, { do: 'set', at: ['changes', spot(at), 'in'], value: merged.get(subject ?? '')?.list ?? list });
      }
}

/** Entries that there were not. Says whether any of them are those of the role again. */
function come(
  merged: ReadonlyMap<string, Placed>,
  wanted: ReadonlyMap<string, Placed>,
  inherited: ReadonlyMap<string, Placed>,
  pen: Pen,
): boolean {
  const coming = [...wanted.values()].filter(({ id }) => !merged.has(id));
  const isNew = ({ id }: Placed): boolean => !merged.has(id) && !inherited.has(id);
  for (const entry of coming) {
    const { id, list, fields, inside } = entry;
    if (!isNew(entry)) {
      beside(id, wanted, pen);
      drop(pen, (one) => own(one, 'remove') === id || own(one, 'replace') === id);
      continue;
    }
    const holder = inside.at(-1);
    const around = holder && wanted.get(holder[0]);
    if (around && isNew(around)) continue;
    const into = holder && broughtIn(holder[0], pen);
    const siblings = [...wanted.values()].filter((one) => one.list === list);
    const at = siblings.indexOf(entry);
    if (holder && into) {
      const next = siblings.slice(at + 1).find((one) => !isNew(one));
      put(pen, { do: 'add', at: [...into, holder[1]], value: fields, before: next?.id ?? null });
      continue;
    }
    const previous = siblings[at - 1];
    const next = siblings.slice(at + 1).find((one) => !isNew(one));
    const isLast = at === siblings.length - 1;
    append(pen, {
      add: fields,
      ...(isLast || (!previous && !next) ? { in: list } : previous ? { after: previous.id } : { before: next?.id ?? '' }),
    });
  }
  return coming.some((one) => !isNew(one));
}

/** What stands in the place of an entry stands beside it, where both are wanted. */
function beside(id: string, wanted: ReadonlyMap<string, Placed>, pen: Pen): void {
  for (const [at, change] of changesOf(pen).entries()) {
    const { replace, with: successor, ...rest } = change;
    const now = idOf(successor);
    if (replace === id && successor !== undefined && now !== null && now !== id && wanted.has(now))
      put(pen, { do: 'set', at: ['changes', spot(at)], value: { add: successor, after: id, ...rest } });
  }
}

/** An entry that says something else. */
function alter(before: Fields, { id, fields }: Placed, base: Placed | undefined, isGone: (id: Value) => boolean, pen: Pen): void {
  const place = broughtIn(id, pen);
  for (const key of ownKeys(before, fields)) {
    const [was, now] = [own(before, key), own(fields, key)];
    // References to what is gone go with it by themselves.
    if (
      same(was, now) ||
      (isList(was) &&
        was.some(isGone) &&
        same(
          was.filter((one) => !isGone(one)),
          now ?? [],
        ))
    )
      continue;
    const alterations = (): number[] => changesOf(pen).flatMap((one, at) => (own(one, 'change') === id ? [at] : []));
    const saying = alterations().filter((at) => own(changesOf(pen)[at], key) !== undefined);
    if (place && saying.length === 0) {
      say([...place, key], was, now, pen);
      continue;
    }
    const asBefore = place ? undefined : own(base?.fields, key);
    if (!place && same(asBefore, now)) {
      for (const at of saying.reverse()) {
        const change = changesOf(pen)[at];
        if (!change) continue;
        if (Object.keys(change).every((one) => [key, 'change', 'why'].includes(one))) drop(pen, (one) => one === change);
        else put(pen, { do: 'remove', at: ['changes', spot(at), key] });
      }
      continue;
    }
    const value = differing(asBefore, now);
    const at = saying.at(-1) ?? alterations().at(-1);
    if (at === undefined) append(pen, { change: id, [key]: value });
    else {
      const path = ['changes', spot(at), key];
      const said = valueAt(pen.overlay, path);
      if (isTexts(said) && isTexts(value)) {
        for (const tag of Object.keys(said)) if (!Object.hasOwn(value, tag)) put(pen, { do: 'remove', at: [...path, tag] });
        for (const [tag, words] of Object.entries(value))
          if (!same(said[tag], words)) put(pen, { do: 'set', at: [...path, tag], value: words });
      } else put(pen, { do: 'set', at: path, value });
    }
  }
}

/** A value in an entry of the overlay’s own. */
function say(path: Path, was: Value | undefined, now: Value | undefined, pen: Pen): void {
  if (now === undefined) put(pen, { do: 'remove', at: path });
  else if (isTexts(was) && isTexts(now)) {
    for (const tag of Object.keys(was)) if (!Object.hasOwn(now, tag)) put(pen, { do: 'remove', at: [...path, tag] });
    for (const [tag, words] of Object.entries(now)) if (!same(was[tag], words)) put(pen, { do: 'set', at: [...path, tag], value: words });
  } else put(pen, { do: 'set', at: path, value: now });
}

/** What has to be said so that a value becomes another: of a text in several languages only the wordings that differ. */
function differing(base: Value | undefined, now: Value | undefined): Value {
  if (!isTexts(base) || !isTexts(now)) return now ?? null;
  return Object.fromEntries([
    ...Object.entries(now).filter(([tag, words]) => !same(base[tag], words)),
    // An American wording goes with the English one by itself.
    ...Object.keys(base).flatMap((tag): [string, null][] => (Object.hasOwn(now, tag) || tag === 'en-US' ? [] : [[tag, null]])),
  ]);
}

/** The same entries in another order: those that stand still are as many as can be. */
function order(asked: WantedRole, wanted: ReadonlyMap<string, Placed>, inherited: ReadonlyMap<string, Placed>, pen: Pen): void {
  const lists = idsByList(wanted);
  const unlike = (now: ReadonlyMap<string, readonly string[]>): string[] =>
    [...lists].flatMap(([list, ids]) => {
      const there = now.get(list) ?? [];
      return same([...there], [...ids]) || there.length !== ids.length ? [] : [list];
    });
  const reached = (): ReadonlyMap<string, readonly string[]> => idsByList(entriesIn(asked.apply(pen.overlay)));
  const wrong = unlike(reached());
  if (wrong.length === 0) return;
  const reasons = new Map<string, Value>();
  drop(pen, (one) => {
    const id = own(one, 'move');
    if (typeof id !== 'string' || inherited.get(id)?.list !== wanted.get(id)?.list || !wrong.includes(wanted.get(id)?.list ?? ''))
      return false;
    const why = own(one, 'why');
    if (why !== undefined) reasons.set(id, why);
    return true;
  });
  const now = reached();
  for (const list of unlike(now)) {
    const [ids, there] = [lists.get(list) ?? [], now.get(list) ?? []];
    const still = longestRun(ids.map((id) => there.indexOf(id)));
    ids.forEach((id, at) => {
      if (still.has(at)) return;
      // What stands in an entry of the overlay’s own is moved there.
      const place = broughtIn(id, pen);
      const before = ids.slice(at + 1).find((_, further) => still.has(at + 1 + further)) ?? null;
      if (place && place.length > 3) put(pen, { do: 'move', at: place, before });
      else {
        const why = reasons.get(id);
        append(pen, { move: id, ...(at === 0 ? { at: 'first' } : { after: ids[at - 1] ?? '' }), ...(why !== undefined && { why }) });
      }
    });
  }
}

/** The last change of an entry says why. */
function giveReason(id: string, reason: Value, pen: Pen): void {
  const at = changesOf(pen).findLastIndex((one) => subjectOf(one) === id || idOf(own(one, 'with')) === id);
  if (at < 0) return;
  const path = ['changes', spot(at), 'why'];
  if (typeof reason === 'string' && reason.trim() !== '') put(pen, { do: 'set', at: path, value: reason });
  else if (own(changesOf(pen)[at], 'why') !== undefined) put(pen, { do: 'remove', at: path });
}
