/** Who reports to whom: the positions of a structure with what its file leaves to be understood. */
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
  const places = new Map([...positions].map(([id, position]) => [id, placeOf(id, position)]));
  const below = grouped([...places.values()].flatMap(({ id, superior }) => (superior === null ? [] : [[superior, id] as const])));
  const called = grouped([...positions].map(([id, { post }]) => [post ?? id, id] as const));
  const ofRole = grouped([...positions].flatMap(([id, { role }]) => (role === undefined ? [] : [[role, id] as const])));

  let namesakes: Map<string, string[]> | undefined;
  const surnames = (): (readonly [string, string])[] =>
    [...positions].flatMap(([id, { holders = [] }]) => {
      const names = holders.flatMap(({ name }) => ('last' in name ? [name.last] : Object.values(name).map(({ last }) => last)));
      return [...new Set(names.map(folded))].map((last) => [last, id] as const);
    });

  function placeOf(id: string, position: StructurePosition): Place {
    const department = departments.get(position.department ?? '') ?? null;
    const { reportsTo } = position;
    if (reportsTo !== undefined)
      return { id, position, department, superior: reportsTo !== null && positions.has(reportsTo) ? reportsTo : null, stated: true };
    const head = department === null ? undefined : within(department.id).find((one) => one.head !== undefined && one.head !== id)?.head;
    return { id, position, department, superior: head !== undefined && positions.has(head) ? head : null, stated: false };
  }

  function within(id: string): StructureDepartment[] {
    const found: StructureDepartment[] = [];
    for (let one = departments.get(id); one && !found.includes(one); one = departments.get(one.parent ?? '')) found.push(one);
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
    below: (id) => below.get(id) ?? [],
    above,
    within,
    called: (post) => called.get(post) ?? [],
    ofRole: (role) => ofRole.get(role) ?? [],
    ofNamesakes: (last) => (namesakes ??= grouped(surnames())).get(folded(last)) ?? [],
  };
}

/** As names are compared: «ё» and «е» are one letter. */
const folded = (last: string): string => last.trim().toLowerCase().replaceAll('ё', 'е');

function grouped(pairs: readonly (readonly [key: string, value: string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
