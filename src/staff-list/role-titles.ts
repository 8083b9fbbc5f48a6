/** Which role a title in a list names, and which roles come near where it names none. */
import { distance } from 'fastest-levenshtein';
import { folded } from './columns.js';

/** A role with its titles and synonyms in all languages. */
export interface TitledRole {
  readonly id: string;
  readonly titles: readonly string[];
  readonly synonyms: readonly string[];
}

export type RoleFound =
  | { readonly id: string }
  /** Several roles go by the name. */
  | { readonly several: readonly string[] }
  /** None does; the nearest first, none where none is near. */
  | { readonly nearest: readonly string[] };

/** Reads titles against `roles`; `decided` has ids by folded titles, which go before all others. A title is looked up once. */
export function roleFinder(roles: readonly TitledRole[], decided: ReadonlyMap<string, string>): (title: string) => RoleFound {
  const found = new Map<string, RoleFound>();
  return (title) => {
    const before = found.get(title);
    if (before) return before;
    const one = lookUp(title, roles, decided);
    if (found.size < mostKept) found.set(title, one);
    return one;
  };
}

const mostKept = 10_000;

function lookUp(title: string, roles: readonly TitledRole[], decided: ReadonlyMap<string, string>): RoleFound {
  const key = folded(title);
  const own = decided.get(key);
  if (own !== undefined) return { id: own };
  const isNamed = (names: readonly string[]): boolean => names.some((one) => folded(one) === key);
  // The words of an id are a name as good as a title: where two roles share a synonym, it is the one called so that is meant.
  const named =
    roles.find(({ id, titles }) => id === title || isNamed(titles)) ??
    roles.find(({ id, synonyms }) => isNamed([id.replaceAll('-', ' ')]) && isNamed(synonyms));
  if (named) return { id: named.id };
  const [first, ...more] = roles.filter(({ synonyms }) => isNamed(synonyms));
  if (first && more.length > 0) return { several: [first, ...more].map(({ id }) => id) };
  return first ? { id: first.id } : { nearest: nearestRoles(title, roles) };
}

/** Roles that a message names. */
const mostNamed = 3;
/** Half of the letters or of the words; below it a guess misleads more than it helps. */
const leastLikeness = 0.5;

function nearestRoles(title: string, roles: readonly TitledRole[]): string[] {
  const letters = title.toLowerCase();
  // Among names of two letters everything is near everything.
  if (letters.length < 3 || letters.length > 100) return [];
  const words = stems(letters);
  const likeness = (name: string): number => {
    const other = name.toLowerCase();
    const others = stems(other);
    const common = [...words].filter((word) => others.has(word)).length;
    return Math.max(1 - distance(letters, other) / Math.max(letters.length, other.length), (2 * common) / (words.size + others.size));
  };
  return roles
    .map(({ id, titles, synonyms }) => ({ id, like: Math.max(...[id.replaceAll('-', ' '), ...titles, ...synonyms].map(likeness)) }))
    .filter(({ like }) => like > leastLikeness)
    .sort((a, b) => b.like - a.like || a.id.localeCompare(b.id, 'en'))
    .slice(0, mostNamed)
    .map(({ id }) => id);
}

/** Beginnings of words, so that «продажам» and «продаж» are one. */
const stems = (text: string): Set<string> =>
  new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2).map((word) => word.slice(0, 5)));
