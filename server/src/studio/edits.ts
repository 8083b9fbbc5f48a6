/**
 * What somebody does to a role in the editor, as data: the browser draws them, the server prints and saves by them. Entries of lists
 * are named by their ids, so that an edit still means the same entry after the file has changed elsewhere. Imports nothing: the pages
 * are built with it.
 */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Keys from the top of the role down; `#id` names the entry of a list, `@2` the third of a list whose entries have no ids. */
export type Path = readonly string[];

export type Edit =
  | { readonly do: 'set'; readonly at: Path; readonly value: Value }
  | { readonly do: 'remove'; readonly at: Path }
  /** `at` is the list; `before` the id of an entry, null for the end. */
  | { readonly do: 'add'; readonly at: Path; readonly value: Value; readonly before: string | null }
  /** `at` is the entry. */
  | { readonly do: 'move'; readonly at: Path; readonly before: string | null };

type Map = { readonly [key: string]: Value };

export const isMap = (value: Value | undefined): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
export const idOf = (value: Value | undefined): string | null => (isMap(value) && typeof value.id === 'string' ? value.id : null);

/** Whether two values say the same; what edits have not touched is the very same. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (isList(one)) return isList(other) && one.length === other.length && one.every((inner, at) => sameValue(inner, other[at]));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]));
}

/** The place of an entry in a list; -1 where there is none. */
export const placeOf = (list: readonly Value[], segment: string): number =>
  segment.startsWith('#')
    ? list.findIndex((one) => idOf(one) === segment.slice(1))
    : /^@\d+$/.test(segment) && Number(segment.slice(1)) < list.length
      ? Number(segment.slice(1))
      : -1;

/** What stands at a path; undefined for nothing. */
export function valueAt(data: Value | undefined, path: Path): Value | undefined {
  let value: Value | undefined = data;
  for (const segment of path) {
    if (isList(value)) value = value[placeOf(value, segment)];
    else if (isMap(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
  }
  return value;
}

/** Keys that would reach what no file says. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The data with one edit; null where what it means is not there. What is left as it was is shared with the data before. */
export function withEdit(data: Value, edit: Edit): Value | null {
  if (edit.at.some((segment) => forbidden.has(segment))) return null;
  const last = edit.at.at(-1);
  if (last === undefined) return null;
  if (edit.do === 'add') return changedAt(data, edit.at, (list) => added(list ?? [], edit.value, edit.before), true);
  const parent = edit.at.slice(0, -1);
  if (edit.do === 'set') return changedAt(data, parent, (holder) => withValue(holder ?? {}, last, edit.value), true);
  if (edit.do === 'remove') return changedAt(data, parent, (holder) => without(holder, last), false);
  return changedAt(data, parent, (list) => moved(list, last, edit.before), false);
}

/** The data with edits one after another; those that no longer mean anything are given back. */
export function withEdits(data: Value, edits: readonly Edit[]): { readonly data: Value; readonly lost: readonly Edit[] } {
  const lost: Edit[] = [];
  let now = data;
  for (const edit of edits) {
    const next = withEdit(now, edit);
    if (next === null) lost.push(edit);
    else now = next;
  }
  return { data: now, lost };
}

function changedAt(data: Value | undefined, path: Path, change: (value: Value | undefined) => Value | null, make: boolean): Value | null {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(data);
  if (isList(data)) {
    const at = placeOf(data, segment);
    const inner = at < 0 ? null : changedAt(data[at], rest, change, make);
    return inner === null ? null : data.map((one, number) => (number === at ? inner : one));
  }
  if (!isMap(data) && !(make && data === undefined)) return null;
  const map = isMap(data) ? data : {};
  const held = Object.hasOwn(map, segment) ? map[segment] : undefined;
  if (held === undefined && !make) return null;
  const inner = changedAt(held, rest, change, make);
  return inner === null ? null : { ...map, [segment]: inner };
}

function withValue(holder: Value, segment: string, value: Value): Value | null {
  if (isMap(holder)) return /^[#@]/.test(segment) ? null : { ...holder, [segment]: value };
  if (!isList(holder)) return null;
  const at = placeOf(holder, segment);
  return at < 0 ? null : holder.map((one, number) => (number === at ? value : one));
}

function without(holder: Value | undefined, segment: string): Value | null {
  if (isMap(holder)) {
    if (!Object.hasOwn(holder, segment)) return null;
    return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== segment));
  }
  if (!isList(holder)) return null;
  const at = placeOf(holder, segment);
  return at < 0 ? null : holder.filter((_, number) => number !== at);
}

function added(list: Value, value: Value, before: string | null): Value | null {
  const id = idOf(value);
  if (!isList(list) || (id !== null && list.some((one) => idOf(one) === id))) return null;
  if (before === null) return [...list, value];
  const at = placeOf(list, `#${before}`);
  return at < 0 ? null : [...list.slice(0, at), value, ...list.slice(at)];
}

function moved(list: Value | undefined, segment: string, before: string | null): Value | null {
  if (!isList(list)) return null;
  const from = placeOf(list, segment);
  const value = list[from];
  if (value === undefined || (before !== null && `#${before}` === segment)) return null;
  return added(
    list.filter((_, number) => number !== from),
    value,
    before,
  );
}

/** The same edits with other names of entries. */
export function withIds(edits: readonly Edit[], names: ReadonlyMap<string, string>): readonly Edit[] {
  if (names.size === 0) return edits;
  const named = (id: string): string => names.get(id) ?? id;
  const step = (segment: string, at: number, path: readonly string[]): string =>
    segment.startsWith('#')
      ? `#${named(segment.slice(1))}`
      : path[0]?.startsWith('$') === true && at === path.length - 1
        ? named(segment)
        : segment;
  const value = (one: Value): Value =>
    isList(one)
      ? one.map(value)
      : isMap(one)
        ? Object.fromEntries(
            Object.entries(one).map(([key, inner]) => [key, key === 'id' && typeof inner === 'string' ? named(inner) : value(inner)]),
          )
        : one;
  return edits.map((edit): Edit => {
    const at = edit.at.map(step);
    switch (edit.do) {
      case 'set':
        return { ...edit, at, value: value(edit.value) };
      case 'add':
        return { ...edit, at, value: value(edit.value), before: edit.before === null ? null : named(edit.before) };
      case 'move':
        return { ...edit, at, before: edit.before === null ? null : named(edit.before) };
      case 'remove':
        return { ...edit, at };
    }
  });
}

/** What an entry says, in the words that stand for it; `read` has the text of a value, empty for none. */
export function wordsOf(entry: Value | undefined, read: (value: Value | undefined) => string): string {
  if (!isMap(entry)) return '';
  for (const key of ['text', 'heading', 'name', 'party', 'topic', 'title']) {
    const words = read(entry[key]);
    if (words !== '') return words;
  }
  return '';
}

/** The edits that make one role of another, part by part: a list is taken as a whole. Those of the keys in `except` are left out. */
export function partsThatDiffer(before: Value, now: Value, except: readonly string[] = []): readonly Edit[] {
  if (!isMap(before) || !isMap(now)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key): Edit[] => {
    const [one, other] = [before[key], now[key]];
    if (sameValue(one, other) || except.includes(key)) return [];
    return other === undefined ? [{ do: 'remove', at: [key] }] : [{ do: 'set', at: [key], value: other }];
  });
}
