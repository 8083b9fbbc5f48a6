/** Where somebody works in a structure, and what their papers take from there. */
import type { Organisation } from '../organisation/organisation.generated.js';
import { samePerson } from '../organisation/same-person.js';
import type { Colleague, Person } from '../person/person.generated.js';
import type { Day } from './holders.js';
import { holdersOn } from './holders.js';
import type { Lines } from './lines.js';

/** Where the holder of a paper may be looked for. */
export interface Sought {
  /** The ids of the role and of those that it is a version of, the nearest first. */
  readonly roles: readonly string[];
  readonly person: Person | null;
  /** A department by its id. */
  readonly department: string | null;
  readonly day: Day;
}

/**
 * The positions that may be meant, in the order of the file: one where it is settled, none where there is none of the role.
 * A version of a role has the positions of the role where it has none of its own.
 */
export function positionsFor(lines: Lines, { roles, person, department, day }: Sought): readonly string[] {
  if (person?.position !== undefined) return lines.places.has(person.position) ? [person.position] : [];
  const all = roles.map((role) => lines.ofRole(role)).find(({ length }) => length > 0) ?? [];
  const home = department ?? (typeof person?.department === 'string' ? person.department : null);
  const near = home === null ? all : nearTo(home, all, lines);
  const held = person === null ? [] : near.filter((id) => holds(lines, id, person, day));
  return held.length > 0 ? held : near;
}

/** Those in a department; else those in one that is part of it; else all. */
function nearTo(home: string, ids: readonly string[], { places, inside }: Lines): readonly string[] {
  const departmentOf = (id: string): string => places.get(id)?.department?.id ?? '';
  const own = ids.filter((id) => departmentOf(id) === home);
  if (own.length > 0) return own;
  const parts = inside(home);
  const near = ids.filter((id) => parts.has(departmentOf(id)));
  return near.length > 0 ? near : ids;
}

function holds({ places }: Lines, id: string, { name, personnelNumber }: Person, day: Day): boolean {
  const position = places.get(id)?.position;
  return position !== undefined && holdersOn(position, day).some((one) => isHolder(one, name, personnelNumber));
}

/** By the personnel number where both have one, else by name. */
const isHolder = (holder: { name: Person['name']; personnelNumber?: string }, name: Person['name'], number: string | undefined): boolean =>
  number !== undefined && holder.personnelNumber !== undefined ? number === holder.personnelNumber : samePerson(holder.name, name);

/**
 * The person as the structure knows them: in the department of the position, and with the post of the mentor. A superior that
 * the person’s own file names is left out, since the structure names one.
 */
export function placedPerson(lines: Lines, person: Person, position: string | null, day: Day): Person {
  const place = position === null ? null : lines.places.get(position);
  const { manager, mentor, ...rest } = person;
  const settled = place?.superior != null;
  return {
    ...rest,
    ...(place?.department && { department: place.department.id }),
    ...(manager && !settled && { manager }),
    ...(mentor && { mentor: withPost(lines, mentor, day) }),
  };
}

/** A colleague whose post nobody says has the one that they hold. */
function withPost({ places, ofNamesakes }: Lines, colleague: Colleague, day: Day): Colleague {
  if (colleague.post !== undefined) return colleague;
  const { name: known } = colleague;
  const surnames = 'last' in known ? [known.last] : Object.values(known).map(({ last }) => last);
  for (const id of new Set(surnames.flatMap(ofNamesakes))) {
    const position = places.get(id)?.position;
    const holder = position && holdersOn(position, day).find(({ name }) => samePerson(name, known));
    if (!position || !holder) continue;
    const { gender, email } = holder;
    return {
      ...colleague,
      post: position.title,
      ...(gender && !colleague.gender && { gender }),
      ...(email !== undefined && colleague.email === undefined && { email }),
    };
  }
  return colleague;
}

/** Whether the file of a person names another superior than the structure does. */
export function superiorDiffers(organisation: Organisation, role: string, person: Person): boolean {
  const ref = organisation.superiors?.[role];
  const holder = ref === undefined ? undefined : organisation.posts?.[ref]?.holder;
  return person.manager !== undefined && holder !== undefined && !samePerson(holder, person.manager.name);
}
