/** Who reports to whom: the positions of a structure with what its file leaves to be understood. */
import { folded } from '../organisation/same-person.js';
import type { Structure, StructureDepartment, StructurePosition } from './structure.generated.js';

/** A position in its place. */
export interface Place {
  readonly id: string;
  readonly position: StructurePosition;
  readonly department: StructureDepartment | null;
  /** The id of the direct superior; null for the top, and where nobody can tell. */
  readonly superior: string | null;
  /** Whether the file says so itself, and not the head of the department. */
  readonly stated: boolean;
}

export interface Lines {
  readonly structure: Structure;
  /** In the order of the file. */
  readonly places: ReadonlyMap<string, Place>;
  readonly departments: ReadonlyMap<string, StructureDepartment>;
  /** The ids of those who report to a position directly, in the order of the file. */
  below(id: string): readonly string[];
  /** The superiors of a position, the direct one first. One that comes round in a circle is not named twice. */
  above(id: string): readonly string[];
  /** A department and those that it is part of, itself first. */
  within(id: string): readonly StructureDepartment[];
  /** A department and all that are part of it, however far down. */
  inside(id: string): ReadonlySet<string>;
  /** The positions that roles call by this short name, in the order of the file. */
  called(post: string): readonly string[];
  /** The positions that a role describes, in the order of the file. */
  ofRole(role: string): readonly string[];
  /** The positions of those with a surname, in capitals or not and in whatever language, in the order of the file. */
  ofNamesakes(last: string): readonly string[];
}

/** Ids that lead nowhere are passed over, and circles end: the rules of the file tell of them. */
export function linesOf(structure: Structure): Lines {
  const departments = new Map((structure.departments ?? []).map((one) => [one.id, one]));
  const positions = new Map(Object.entries(structure.positions));
  const led = new Map<string, StructureDepartment | null>();
  const places = new Map([...positions].map(([id, position]) => [id, placeOf(id, position)]));
  // Not everybody asks for everything, and each takes a while for ten thousand.
  const below = lazily(() =>
    grouped([...places.values()].flatMap(({ id, superior }) => (superior === null ? [] : [[superior, id] as const]))),
  );
  const called = lazily(() => grouped([...positions].map(([id, { post }]) => [post ?? id, id] as const)));
  const ofRole = lazily(() => grouped([...positions].flatMap(([id, { role }]) => (role === undefined ? [] : [[role, id] as const]))));
  const parts = lazily(() =>
    grouped([...departments.values()].flatMap(({ id, parent }) => (parent === undefined ? [] : [[parent, id] as const]))),
  );
  const namesakes = lazily(() => grouped(surnames()));
  const surnames = (): (readonly [string, string])[] =>
    [...positions].flatMap(([id, { holders = [] }]) => {
      const names = holders.flatMap(({ name }) => ('last' in name ? [name.last] : Object.values(name).map(({ last }) => last)));
      return [...new Set(names.map((last) => folded([last])))].map((last) => [last, id] as const);
    });

  function placeOf(id: string, position: StructurePosition): Place {
    const department = departments.get(position.department ?? '') ?? null;
    const { reportsTo } = position;
    if (reportsTo !== undefined)
      return { id, position, department, superior: reportsTo !== null && positions.has(reportsTo) ? reportsTo : null, stated: true };
    let unit = headed(department?.id);
    // Whoever leads a department reports to the head of the next one that somebody else leads.
    for (const passed = new Set<string>(); unit?.head === id && !passed.has(unit.id); unit = headed(unit.parent)) passed.add(unit.id);
    const head = unit?.head;
    return { id, position, department, superior: head !== undefined && head !== id && positions.has(head) ? head : null, stated: false };
  }

  /** The nearest department that names a head, from one upwards. Each is asked for once: thousands may lie one in another. */
  function headed(id: string | undefined): StructureDepartment | null {
    const way = new Set<string>();
    let found: StructureDepartment | null = null;
    for (let one = departments.get(id ?? ''); one && !way.has(one.id); one = departments.get(one.parent ?? '')) {
      found = one.head === undefined ? (led.get(one.id) ?? null) : one;
      if (found || led.has(one.id)) break;
      way.add(one.id);
    }
    for (const each of way) led.set(each, found);
    return found;
  }

  function within(id: string): StructureDepartment[] {
    const found = new Set<StructureDepartment>();
    for (let one = departments.get(id); one && !found.has(one); one = departments.get(one.parent ?? '')) found.add(one);
    return [...found];
  }

  function inside(id: string): Set<string> {
    const found = new Set(departments.has(id) ? [id] : []);
    // A set goes on to what is added to it on the way.
    for (const one of found) for (const part of parts().get(one) ?? []) found.add(part);
    return found;
  }

  function above(id: string): string[] {
    const found = new Set<string>();
    for (let one = places.get(id)?.superior ?? null; one !== null && one !== id && !found.has(one); one = places.get(one)?.superior ?? null)
      found.add(one);
    return [...found];
  }

  return {
    structure,
    places,
    departments,
    below: (id) => below().get(id) ?? [],
    above,
    within,
    inside,
    called: (post) => called().get(post) ?? [],
    ofRole: (role) => ofRole().get(role) ?? [],
    ofNamesakes: (last) => namesakes().get(folded([last])) ?? [],
  };
}

function lazily<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}

function grouped(pairs: readonly (readonly [key: string, value: string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
