/** The entries of a role as changes of an overlay name them: by their ids and the lists that they stand in. */
import { idOf, isList, isMap, sameValue as same } from './edits.js';
import type { Value } from './edits.js';

export type Fields = Readonly<Record<string, Value>>;

export const isEntries = (value: Value | undefined): value is readonly Value[] =>
  isList(value) && value.length > 0 && value.every((one) => idOf(one) !== null);

export interface Placed {
  readonly id: string;
  readonly fields: Fields;
  /** The list, as `in` names it. */
  readonly list: string;
  /** The entries that hold it, the outermost first, with the keys of the lists on the way: `[group, duties]`. */
  readonly inside: readonly (readonly [string, string])[];
}

/** Lists that are the only one of their entries: the entry alone names them. */
const onlyOnes = new Set(['duties', 'items']);

/** All entries of a role by their ids, in its order. */
export function entriesIn(role: Value): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  const walk = (list: readonly Value[], name: string, inside: Placed['inside']): void => {
    for (const one of list) {
      const id = idOf(one);
      if (id === null || !isMap(one) || found.has(id)) continue;
      found.set(id, { id, fields: one, list: name, inside });
      for (const [key, inner] of Object.entries(one))
        if (isEntries(inner)) walk(inner, onlyOnes.has(key) ? id : `${id}.${key}`, [...inside, [id, key]]);
    }
  };
  const sections = (holder: Fields, path: string): void => {
    for (const [key, one] of Object.entries(holder))
      if (isEntries(one)) walk(one, path + key, []);
      else if (isMap(one) && !path.includes('.')) sections(one, `${path}${key}.`);
  };
  if (isMap(role)) sections(role, '');
  return found;
}

/** What an entry says itself, without the entries inside it. */
export const ownKeys = (...sides: readonly Fields[]): readonly string[] => [
  ...new Set(sides.flatMap((one) => Object.keys(one).filter((key) => key !== 'id' && !sides.some((other) => isEntries(other[key]))))),
];

export const sameOwn = (one: Fields, other: Fields): boolean => ownKeys(one, other).every((key) => same(one[key], other[key]));

export const isTexts = (value: Value | undefined): value is Fields =>
  isMap(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => /^(?:ru|en|nl|en-US)$/.test(key));

export const own = (fields: Fields | undefined, key: string): Value | undefined =>
  fields && Object.hasOwn(fields, key) ? fields[key] : undefined;

export const idsByList = (entries: ReadonlyMap<string, Placed>): ReadonlyMap<string, readonly string[]> => {
  const lists = new Map<string, string[]>();
  for (const { id, list } of entries.values()) lists.set(list, [...(lists.get(list) ?? []), id]);
  return lists;
};
