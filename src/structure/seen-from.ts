/**
 * An organisation as one of its positions sees it: the posts that its papers name with the titles and holders that the
 * structure has, its direct superior, its department, and what is said of the position itself. What papers ask an
 * organisation is settled here, from the structure alone.
 */
import type { Department, Organisation, OrganisationPost, Position } from '../organisation/organisation.generated.js';
import { samePerson } from '../organisation/same-person.js';
import type { Facts, Role } from '../role/role.generated.js';
import { offices } from '../role/rules.js';
import type { Day } from './holders.js';
import { ownHoldersOn, signingHolder, sum, unitsOf } from './holders.js';
import type { Lines, Place } from './lines.js';
import type { StructureDepartment, StructurePosition } from './structure.generated.js';

/** From where the organisation is seen. */
export interface Viewpoint {
  readonly role: Role;
  /** The id of a position; null where nobody can tell which. */
  readonly position: string | null;
  /** Whether the papers are for somebody: those of a position alone name none of its own holders as its superior. */
  readonly forPerson?: boolean;
  /** A department by its id, where no position tells. */
  readonly department?: string | null;
  /** The day of the papers, on which holders are asked for. */
  readonly day: Day;
}

/** The organisation with posts, departments and superiors for the papers of one position; it has none of its own. */
export function seenFrom(
  lines: Lines,
  organisation: Organisation,
  { role, position, department, day, forPerson = false }: Viewpoint,
): Organisation {
  const place = position === null ? null : (lines.places.get(position) ?? null);
  const home = place?.department?.id ?? department ?? null;
  const resolve = (ref: string): Place | null => called(ref, lines, place, home);
  const signatories = signatoriesOf(organisation, lines, home);
  const named = [
    ...Object.keys(role.posts),
    ...offices,
    ...Object.values(signatories ?? {}),
    ...(organisation.approval?.visas ?? []),
    ...(place?.position.deputies ?? []),
  ];
  const chain = (place === null ? headsOf(lines, home) : lines.above(place.id)).flatMap((id) => lines.places.get(id) ?? []);
  const posts = new Map<string, OrganisationPost>();
  for (const ref of named) {
    const found = resolve(ref);
    if (found) posts.set(ref, postOf(found, day));
  }
  const own = forPerson || place === null ? [] : ownHoldersOn(place.position, day);
  for (const one of chain) {
    const name = nameOf(one, resolve);
    const post = posts.get(name) ?? postOf(one, day);
    posts.set(name, post.acting && own.some((holder) => samePerson(holder.name, post.holder)) ? vacant(post) : post);
  }
  const [superior, ...others] = chain.map((one) => nameOf(one, resolve));
  // Whoever is above signs where the post of the direct superior is vacant.
  const next = others.find((name) => posts.get(name)?.holder !== undefined);
  const team = place === null ? [] : lines.below(place.id).flatMap((id) => lines.places.get(id) ?? []);
  // Roles call those below by the role that they have, whose plural they know.
  const teamName = (one: Place): string =>
    one.position.role !== undefined && Object.hasOwn(role.posts, one.position.role) ? one.position.role : nameOf(one, resolve);
  for (const one of team) if (!posts.has(teamName(one))) posts.set(teamName(one), postOf(one, day));
  const here = place && {
    ...positionOf(place, team, organisation.positions?.[role.id]),
    subordinates: [...new Set(team.map(teamName))],
  };
  return {
    ...organisation,
    posts: Object.fromEntries(posts),
    departments: home === null ? [] : lines.within(home).map(departmentOf),
    ...(superior !== undefined && { superiors: { ...organisation.superiors, [role.id]: superior } }),
    signatories: { ...signatories, ...(next !== undefined && { unitHead: next }) },
    ...(here && { positions: { ...organisation.positions, [role.id]: here } }),
  };
}

/** The organisation for papers that are for several roles or people at once: each is called as its position is, the first of the file. */
export function seenForAll(lines: Lines, organisation: Organisation, roles: readonly Role[], day: Day): Organisation {
  const [role] = roles;
  if (!role) return organisation;
  const called = roles.flatMap(({ id }): [string, Position][] => {
    const position = lines.structure.positions[lines.ofRole(id)[0] ?? ''];
    return position ? [[id, titled(position, organisation.positions?.[id])]] : [];
  });
  const seen = seenFrom(lines, organisation, { role, position: null, day });
  // People of any department may stand in one list; it settles nothing for them, so its name is all that is asked.
  const departments = (lines.structure.departments ?? []).map(({ id, name, forms }) => ({ id, name, ...(forms && { forms }) }));
  return { ...seen, departments, positions: { ...organisation.positions, ...Object.fromEntries(called) } };
}

/** Those who lead a department, for somebody there whose position nobody knows: its head, then the superiors of the head. */
function headsOf(lines: Lines, home: string | null): readonly string[] {
  const head = home === null ? undefined : lines.within(home).find((one) => one.head !== undefined)?.head;
  return head === undefined ? [] : [head, ...lines.above(head)];
}

/** The short name by which the role’s papers find a superior: that which roles use, unless another position is meant by it there. */
function nameOf({ id, position }: Place, resolve: (ref: string) => Place | null): string {
  const { post } = position;
  return post !== undefined && resolve(post)?.id === id ? post : id;
}

/**
 * The position that a short name means from a place: of those that roles call so, which by itself is by their ids, the
 * nearest superior, one of the same department or of the nearest that it is part of, or the only one there is; else the
 * position of this id, by whatever name roles call it.
 */
export function called(ref: string, lines: Lines, place: Place | null, home: string | null): Place | null {
  const ids = lines.called(ref);
  const above = place === null ? [] : lines.above(place.id);
  const near = home === null ? [] : lines.within(home).map(({ id }) => ids.filter((one) => lines.places.get(one)?.department?.id === id));
  const id =
    above.find((one) => ids.includes(one)) ??
    near.find((one) => one.length > 0)?.[0] ??
    (ids.length === 1 ? ids[0] : undefined) ??
    (lines.places.has(ref) ? ref : undefined);
  return id === undefined ? null : (lines.places.get(id) ?? null);
}

/** Those of the nearest department that names any, each before the organisation’s. */
function signatoriesOf(organisation: Organisation, lines: Lines, home: string | null): Organisation['signatories'] {
  const departments = home === null ? [] : lines.within(home);
  return departments.reduceRight<NonNullable<Organisation['signatories']>>(
    (before, one) => ({ ...before, ...one.signatories }),
    organisation.signatories ?? {},
  );
}

function postOf({ position }: Place, day: Day): OrganisationPost {
  const holder = signingHolder(position, day);
  return {
    title: position.title,
    ...(position.forms && { forms: position.forms }),
    ...(holder && {
      holder: holder.name,
      ...(holder.gender && { holderGender: holder.gender }),
      ...(holder.nameForms && { holderForms: holder.nameForms }),
      ...(holder.acting && { acting: true }),
    }),
  };
}

const vacant = ({ title, forms }: OrganisationPost): OrganisationPost => ({
  ...(title !== undefined && { title }),
  ...(forms && { forms }),
});

/** Without its head: the superior is known already. */
export const departmentOf = ({ id, name, forms, overlays, answers, facts }: StructureDepartment): Department => ({
  id,
  name,
  ...(forms && { forms }),
  ...(overlays && { overlays }),
  ...(answers && { answers }),
  ...(facts && { facts }),
});

/** What is said of the position in its place goes before what the organisation says of all positions of the role. */
function positionOf({ position }: Place, team: readonly Place[], general: Position | undefined): Position {
  const { facts, answers, flsa, evaluation, vacancy, deputies } = position;
  const own = { ...general?.facts, reports: Math.ceil(sum(team.map((one) => unitsOf(one.position)))), ...factsOf(position), ...facts };
  return {
    ...titled(position, general),
    facts: own,
    ...((general?.answers ?? answers) && { answers: { ...general?.answers, ...answers } }),
    ...(flsa && { flsa }),
    ...((general?.evaluation ?? evaluation) && { evaluation: { ...general?.evaluation, ...evaluation } }),
    ...(vacancy && { vacancy }),
    ...(deputies && { deputies }),
  };
}

/** Forms belong to the title that they are of. */
function titled({ title, forms }: StructurePosition, general: Position | undefined): Position {
  const { forms: generalForms, ...others } = general ?? {};
  const own = forms ?? (general?.title === title ? generalForms : undefined);
  return { ...others, title, ...(own && { forms: own }) };
}

const factsOf = ({ grade, pay, place }: StructurePosition): Facts => ({
  ...(grade !== undefined && { grade }),
  ...(pay && { pay }),
  ...(place !== undefined && { place }),
});
