/** Which entry of the older role is which entry of the newer one, and which of them changed their place. */
import type { Locale } from '../document/document.js';
import { headingOf } from './entries.js';
import type { Entries, RoleEntry } from './entries.js';
import { plain } from '../paper/words.js';

export interface Matching {
  /** Of a newer entry, the older one, and the other way round. */
  before(after: RoleEntry): RoleEntry | undefined;
  after(before: RoleEntry): RoleEntry | undefined;
}

type Spoken = Record<'before' | 'after', readonly Locale[]>;

/** By id; what is left over, by its words. */
export function matched(before: Entries, after: Entries, languages: Spoken): Matching {
  const older = new Map<RoleEntry, RoleEntry>();
  const newer = new Map<RoleEntry, RoleEntry>();
  const pair = (old: RoleEntry, young: RoleEntry): void => {
    older.set(young, old);
    newer.set(old, young);
  };
  for (const young of after.byKey.values()) {
    const old = before.byKey.get(young.key);
    if (old && alike(old, young, languages)) pair(old, young);
  }
  const gone = new Map<string, RoleEntry[]>();
  for (const old of before.byKey.values()) {
    if (newer.has(old)) continue;
    const mark = markOf(old, languages.before);
    gone.set(mark, [...(gone.get(mark) ?? []), old]);
  }
  for (const young of after.byKey.values()) {
    if (older.has(young)) continue;
    const candidates = gone.get(markOf(young, languages.after)) ?? [];
    const home = young.parent && older.get(young.parent);
    const chosen = candidates.find((old) => old.parent === (home ?? null)) ?? candidates[0];
    if (!chosen) continue;
    candidates.splice(candidates.indexOf(chosen), 1);
    pair(chosen, young);
  }
  return { before: (one) => older.get(one), after: (one) => newer.get(one) };
}

/** An id that has gone over to another kind of thing does not make a measure of a duty. */
const alike = (old: RoleEntry, young: RoleEntry, languages: Spoken): boolean =>
  old.shape.definition === young.shape.definition ||
  ('text' in old.value && 'text' in young.value && Object.keys(headingOf(old, languages.before)).length > 0);

/** The kind and the words of an entry; of one without words, all that it holds. */
function markOf(entry: RoleEntry, languages: readonly Locale[]): string {
  const heading = Object.entries(headingOf(entry, languages)).map(([language, words]) => `${language} ${plain(words)}`);
  const rest = Object.entries(entry.value)
    .filter(([key]) => key !== 'id')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([entry.section, heading.length > 0 ? heading.sort() : rest]);
}

/** The entries of a list that have to be taken out for the others to stand in their old order: the fewest there are. */
export function displaced(list: readonly RoleEntry[], positionBefore: (entry: RoleEntry) => number | null): Set<RoleEntry> {
  const placed = list.flatMap((entry) => {
    const before = positionBefore(entry);
    return before === null ? [] : [{ entry, before }];
  });
  // The longest run of rising positions: for each length, the run that ends lowest.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  placed.forEach(({ before }, at) => {
    const longer = ends.findIndex((end) => (placed[end]?.before ?? 0) >= before);
    const length = longer === -1 ? ends.length : longer;
    previous[at] = ends[length - 1];
    ends[length] = at;
  });
  const kept = new Set<RoleEntry>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const one = placed[at];
    if (one) kept.add(one.entry);
  }
  return new Set(placed.filter(({ entry }) => !kept.has(entry)).map(({ entry }) => entry));
}
