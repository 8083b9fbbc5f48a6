/** What roles and the posts that they speak of are called, so that titles of a table find them. */
import { folded } from '../staff-list/columns.js';
import type { TableWords } from './words.js';

/** A role with what people call it. */
export interface TitledRole {
  readonly id: string;
  readonly titles: readonly string[];
  readonly synonyms: readonly string[];
  /** Titles that mean another role in the country of the table. */
  readonly elsewhere: readonly string[];
}

export interface KnownTitles {
  /** The role of a title; of several that go by it none. */
  roleOf(title: string): RoleMatch;
  /** The short name by which roles call a post of this title. */
  postOf(title: string): string | null;
  /** The same for names that posts go by besides their title, the surest first. */
  postsLike(title: string): readonly string[];
  /** Whether roles speak of a post by this short name. */
  isPost(id: string): boolean;
  /** Whether it is the id of a role or the short name of a post. */
  isNamed(id: string): boolean;
}

export interface RoleMatch {
  readonly role: string | null;
  /** Roles among which nobody can choose. */
  readonly several: readonly string[];
  /** Whether the title usually means somebody who leads others, and the role does not. */
  readonly elsewhere: boolean;
}

const none: RoleMatch = { role: null, several: [], elsewhere: false };

/** `posts` are titles of posts by their short names, as the roles have them. */
export function knownTitles(
  roles: readonly TitledRole[],
  posts: ReadonlyMap<string, readonly string[]>,
  { posts: aliases }: Pick<TableWords, 'posts'>,
): KnownTitles {
  const titles = new Map<string, TitledRole>();
  const synonyms = new Map<string, TitledRole[]>();
  for (const role of roles) {
    for (const title of role.titles) if (!titles.has(folded(title))) titles.set(folded(title), role);
    for (const synonym of new Set(role.synonyms.map(folded))) synonyms.set(synonym, [...(synonyms.get(synonym) ?? []), role]);
  }
  // An id may read like the title that another role has in the country.
  for (const role of roles) if (!titles.has(folded(role.id))) titles.set(folded(role.id), role);
  const postTitles = new Map<string, string>();
  for (const [id, names] of posts) for (const name of names) if (!postTitles.has(folded(name))) postTitles.set(folded(name), id);
  const like = new Map<string, string[]>();
  for (const [id, names] of Object.entries(aliases))
    for (const name of new Set(names.map(folded))) like.set(name, [...(like.get(name) ?? []), id]);

  const isPost = (id: string): boolean => posts.has(id) || Object.hasOwn(aliases, id);
  return {
    roleOf(title) {
      const key = folded(title);
      const match = (role: TitledRole): RoleMatch => ({
        role: role.id,
        several: [],
        elsewhere: role.elsewhere.some((one) => folded(one) === key) && !role.titles.some((one) => folded(one) === key),
      });
      const own = titles.get(key);
      if (own) return match(own);
      const called = synonyms.get(key) ?? [];
      // The words of an id are a name as good as a title: where two roles share a synonym, it is the one called so that is meant.
      const [first, ...more] = called.length > 1 ? called.filter(({ id }) => folded(id) === key) : called;
      if (first && more.length === 0) return match(first);
      return called.length > 1 ? { ...none, several: called.map(({ id }) => id) } : none;
    },
    postOf: (title) => postTitles.get(folded(title)) ?? null,
    postsLike: (title) => like.get(folded(title)) ?? [],
    isPost,
    isNamed: (id) => isPost(id) || roles.some((role) => role.id === id),
  };
}
