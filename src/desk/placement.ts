/** For whom papers are made: the organisation and the person as the structure settles them, or as their files say. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { forVersion } from '../organisation/version.js';
import type { BaseRole } from '../organisation/version.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import type { Role } from '../role/role.generated.js';
import { placedPerson, positionsFor, superiorDiffers } from '../structure/placing.js';
import { shortList } from '../structure/shape.js';
import type { Lines, Place } from '../structure/lines.js';
import { hangsOnDay, isUnattended, signingPlaces } from '../structure/signing.js';
import { seenFrom } from '../structure/seen-from.js';
import { titlesOf, withTitles } from '../structure/titled.js';
import type { StructureFile } from './structure-file.js';

/** What papers are made for, before it is known from where in the organisation. */
export interface Unplaced {
  readonly organisation: Organisation | null;
  /** Null where the organisation has none. */
  readonly structure: StructureFile | null;
  readonly person: Person | null;
  readonly department: string | null;
  /** The roles that the role is a version of, the nearest first: what the organisation says of them holds for it too. */
  readonly bases?: readonly BaseRole[] | undefined;
  /** The id of a position, where it is asked for by name. */
  readonly position?: string | null;
  /** The day of the papers, YYYY-MM-DD. */
  readonly date: string | null;
}

/** The same for the papers of one role. */
export interface Placement {
  readonly organisation: Organisation | null;
  readonly person: Person | null;
  readonly department: string | null;
  /** The position in the structure; null where there is none, or nobody can tell which. */
  readonly position: string | null;
}

/** Where the role, or the person with it, has its place; what is not settled goes to `problems`. */
export function placementOf(role: Role, unplaced: Unplaced, problems: Diagnostic[]): Placement {
  const { structure, person, department, date, bases = [] } = unplaced;
  const organisation = unplaced.organisation && forVersion(unplaced.organisation, role, bases);
  if (!organisation || !structure) return { organisation, person, department, position: null };
  const { lines, file } = structure;
  const ids = unplaced.position
    ? [unplaced.position]
    : positionsFor(lines, { roles: [role.id, ...bases.map(({ id }) => id)], person, department, day: date });
  const [position = null, ...more] = ids;
  const titled = titlesOf(lines.structure, null);
  if (person?.position !== undefined && position === null)
    problems.push(diagnostic('position-unknown', { position: person.position, file: file.path }));
  else if (position === null)
    problems.push(diagnostic('position-missing', { role: role.id, file: file.path }, { file: file.path }, 'warning'));
  // Those who would see the same need not be told apart.
  const superiors = new Set(ids.map((id) => lines.places.get(id)?.superior ?? null));
  const homes = new Set(ids.map((id) => lines.places.get(id)?.department?.id ?? null));
  const settled = more.length === 0 || (superiors.size === 1 && homes.size === 1);
  if (!settled)
    problems.push(
      diagnostic(
        'position-unclear',
        { role: role.id, known: shortList(ids.map((id) => titled.withId(id))), count: ids.length },
        { file: file.path },
        'warning',
      ),
    );
  const at = settled ? position : null;
  const seen = seenFrom(lines, organisation, { role, position: at, department, day: date, forPerson: person !== null });
  if (person && superiorDiffers(seen, role.id, person))
    problems.push(
      diagnostic('manager-differs', withTitles({ position: at ?? '', superior: seen.superiors?.[role.id] ?? '' }, titled), {}, 'warning'),
    );
  const home = at === null ? department : (lines.places.get(at)?.department?.id ?? department);
  return { organisation: seen, person: person && placedPerson(lines, person, at, date), department: home, position: at };
}

/**
 * The organisation for the papers of two roles that are compared, both seen from the place of the second: else a version would have a
 * superior, a grade and deputies that its base lacks, though only its words are other.
 */
export function comparedFrom(before: Role, after: Role, unplaced: Unplaced, problems: Diagnostic[]): Organisation | null {
  const { organisation, position, department } = placementOf(after, { ...unplaced, bases: [before] }, problems);
  if (!organisation || !unplaced.structure || before.id === after.id) return organisation;
  const earlier = placementOf(before, { ...unplaced, position, department }, []).organisation;
  const general = earlier?.positions?.[before.id];
  const superior = earlier?.superiors?.[before.id];
  return {
    ...organisation,
    posts: { ...earlier?.posts, ...organisation.posts },
    ...(general && { positions: { ...organisation.positions, [before.id]: general } }),
    ...(superior !== undefined && { superiors: { ...organisation.superiors, [before.id]: superior } }),
  };
}

/** What papers that are made for a placement leave wrong or open: who is there to sign, who is led. */
export function placementWarnings(
  role: Role,
  { organisation, position }: Placement,
  structure: StructureFile | null,
  date: string | null,
): Diagnostic[] {
  if (!organisation || !structure) return [];
  return [
    ...signingProblems(structure.lines, organisation, position, date),
    ...teamProblems(role, organisation, position, structure.lines),
  ];
}

/** That somebody who signs is away and nobody stands in, or that nobody can tell who signs because no day is named. */
function signingProblems(lines: Lines, organisation: Organisation, position: string | null, date: string | null): Diagnostic[] {
  const titled = titlesOf(lines.structure, null);
  const places = signingPlaces(lines, organisation, position);
  const unattended = date === null ? [] : places.filter((one) => isUnattended(one, date));
  const changing = places.filter((one) => hangsOnDay(one, date));
  const named = (some: readonly Place[]): string => shortList(some.map(({ id }) => titled.position(id)));
  return [
    ...(date !== null && unattended.length > 0
      ? [diagnostic('signatory-away', { date, positions: named(unattended), count: unattended.length }, {}, 'warning')]
      : []),
    ...(changing.length > 0 ? [diagnostic('structure-needs-date', { positions: named(changing) }, {}, 'warning')] : []),
  ];
}

/** That a role leads people by its own words, and nobody reports to its position. */
const teamProblems = (role: Role, { positions }: Organisation, position: string | null, { structure }: Lines): Diagnostic[] =>
  position !== null && (role.subordinates ?? []).length > 0 && positions?.[role.id]?.subordinates?.length === 0
    ? [diagnostic('role-leads-nobody', { role: role.id, position: titlesOf(structure, null).position(position) }, {}, 'warning')]
    : [];
