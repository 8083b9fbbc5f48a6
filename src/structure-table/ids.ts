/** Short names for departments and positions that stay the same as long as the table does. */
import { slugOf } from '../language/slug.js';
import type { Departments } from './departments.js';
import type { TablePosition } from './grouping.js';
import type { KnownTitles } from './known-titles.js';

/** The longest id that a file may have. */
const longestId = 64;

export interface PositionName {
  readonly id: string;
  readonly role: string | null;
  /** The short name by which roles call it, where that is not its id. */
  readonly post: string | null;
  /** Whether the short name follows from the place or from another name of the post, and not from its title. */
  readonly postInferred: boolean;
  /** Roles among which nobody can choose. */
  readonly several: readonly string[];
  /** A role that the title would mean elsewhere, and does not here, since others report to the position. */
  readonly elsewhere: string | null;
}

export function departmentIds({ list }: Departments): readonly string[] {
  const choose = chooser();
  return list.map(({ name, code, parent }) => {
    const base = cut(slugOf(name) || slugOf(code ?? '') || 'department');
    const above = parent === null ? '' : slugOf(list[parent]?.name ?? '');
    return choose([base, ...(above === '' ? [] : [joined(base, above)])]);
  });
}

/** `leads` is whether others report to a position; `top` is the one that nobody is above. */
export function positionNames(
  positions: readonly TablePosition[],
  departments: readonly string[],
  titles: KnownTitles,
  { leads, top }: { leads(position: number): boolean; readonly top: number | null },
): readonly PositionName[] {
  const choose = chooser();
  const homes = new Map<string, number | null>();
  const named = positions.map(({ first: { title, department } }, at) => {
    const match = titles.roleOf(title);
    const isOther = match.elsewhere && leads(at);
    const role = isOther ? null : match.role;
    const post = titles.postOf(title);
    const base = cut(role ?? post ?? (slugOf(title) || 'position'));
    // Roles would mean it by an id that is the short name of another post.
    const isTaken = role === null && post === null && titles.isNamed(base);
    const home = department === null ? '' : (departments[department] ?? '');
    // Of two in one department the department tells nothing.
    const sameHome = homes.get(base) === department;
    const id = choose([
      ...(isTaken ? [] : [base]),
      ...(home === '' || sameHome ? [] : [joined(base, home)]),
      ...(isTaken ? [joined(base, '1')] : []),
    ]);
    homes.set(id, department);
    const called = post ?? (role !== null && titles.isPost(role) ? role : null);
    return {
      id,
      role,
      post: called === id ? null : called,
      postInferred: false,
      several: match.several,
      elsewhere: isOther ? match.role : null,
    };
  });
  return withLikelyPosts(named, positions, titles, top);
}

/** Names that posts go by besides their title are theirs only where no other position is called so, and each once. */
function withLikelyPosts(
  named: readonly PositionName[],
  positions: readonly TablePosition[],
  titles: KnownTitles,
  top: number | null,
): readonly PositionName[] {
  const called = new Set(named.flatMap(({ id, post }) => (post === null ? [id] : [id, post])));
  return named.map((one, at) => {
    if (one.post !== null || titles.isPost(one.id)) return one;
    const likely = at === top ? [highest] : titles.postsLike(positions[at]?.first.title ?? '').filter((post) => post !== highest);
    const post = likely.find((name) => !called.has(name));
    if (post === undefined) return one;
    called.add(post);
    return { ...one, post, postInferred: true };
  });
}

/** Whoever is at the top is called so by the roles, whatever the title. */
const highest = 'general-director';

/** Gives the first of some names that it has not given yet, else the last of them with a number. */
function chooser(): (names: readonly string[]) => string {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (names) => {
    const last = names.at(-1) ?? '';
    let id = names.find((one) => !taken.has(one));
    for (let number = numbers.get(last) ?? 2; id === undefined; number++) {
      const numbered = joined(last, String(number));
      if (!taken.has(numbered)) id = numbered;
      numbers.set(last, number + 1);
    }
    taken.add(id);
    return id;
  };
}

const cut = (id: string): string => id.slice(0, longestId).replace(/-+$/, '');

/** The end is what tells two apart, so it is the beginning that is shortened. */
const joined = (base: string, end: string): string => {
  const short = end.slice(0, 40).replace(/-+$/, '');
  return `${base.slice(0, longestId - short.length - 1).replace(/-+$/, '')}-${short}`;
};
