/** The one direct superior of whoever a paper is for: what the text says and who signs as such come from here. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Names, Person } from '../person/person.generated.js';
import type { Forms, Role, Text } from '../role/role.generated.js';
import type { Organisation } from './organisation.generated.js';
import { samePerson } from './same-person.js';

/** A post, or what a file about a person calls one, and who holds it. */
export interface Superior {
  /** By its short name; null where only the person’s file names it. */
  readonly post: string | null;
  /** The title in that file. */
  readonly title: Text | null;
  /** Those of the title, as that file gives them. */
  readonly forms?: Forms | undefined;
  /** Null for a vacancy. */
  readonly holder: Names | null;
}

/** For whom a paper is made. */
export interface Placed {
  readonly organisation: Organisation | null;
  readonly person: Person | null;
  /** A department by its id, where the person does not name one. */
  readonly department?: string | null;
}

/**
 * The superiors that are known, the direct one first: the person’s manager; the post that the organisation names for the
 * role, the head of the department or of the unit; the role’s own, where it leaves no choice. Nobody is their own superior:
 * of somebody who heads the department the next is one that the role names and that has a holder. Posts that the
 * organisation lacks are passed over. Those after the first stand in where its post is vacant.
 */
export function superiorsOf(role: Role, placed: Placed): Superior[] {
  const { organisation, person } = placed;
  const isAbove = (ref: string): boolean => ref !== role.id && !(person && samePerson(holderOf(ref, organisation), person.name));
  const held = (ref: string): boolean => holderOf(ref, organisation) !== undefined;
  const answers = [organisation?.superiors?.[role.id], departmentOf(placed)?.head, organisation?.signatories?.unitHead].filter(
    (ref) => ref !== undefined,
  );
  const there = role.reportsTo.posts.filter((ref) => hasPost(ref, organisation) && isAbove(ref));
  const leads = answers.some((ref) => !isAbove(ref));
  const byRole = leads ? there.filter(held) : [];
  const decided = there.length === 1 || role.reportsTo.posts.length === 1 ? there : byRole;
  const [first, ...rest] = [...answers.filter(isAbove), ...decided];
  const posts = first === undefined ? [] : [first, ...rest, ...there.filter(held)];
  const known = [...new Set(posts)].map((ref): Superior => ({ post: ref, title: null, holder: holderOf(ref, organisation) ?? null }));
  const manager = managerOf(placed, known[0]?.post ?? null);
  return manager ? [manager, ...known.filter(({ post }) => post === null || post !== manager.post)] : known;
}

/** Whether documents may print the post: the organisation has it, or says nothing of its posts. */
export const hasPost = (ref: string, organisation: Organisation | null): boolean =>
  !organisation?.posts || Object.hasOwn(organisation.posts, ref);

/**
 * What of this keeps a paper open: nobody can tell who the superior is, or the role speaks of posts that the organisation
 * lacks, so that papers name their function only. Warnings, each once.
 */
export function superiorProblems(role: Role, placed: Placed, printed: Printed): Diagnostic[] {
  const { organisation, person } = placed;
  if (!organisation && !person) return [];
  const [superior] = superiorsOf(role, placed);
  const known = superior && (superior.post ?? superior.title) !== null;
  const lacking = [...new Set(postsOf(role, printed))].filter((ref) => !hasPost(ref, organisation));
  return [
    ...(known ? [] : [diagnostic('superior-unknown', { role: role.id, posts: role.reportsTo.posts.join(', ') }, {}, 'warning')]),
    ...(lacking.length > 0 ? [diagnostic('posts-not-here', { role: role.id, posts: lacking.join(', ') }, {}, 'warning')] : []),
  ];
}

/** Which parts of a role are printed. */
export interface Printed {
  /** What the post is: duties, appointment, reports. */
  readonly post: boolean;
  readonly onboarding: boolean;
}

/** The posts that parts of a role speak of, but for superiors and subordinates. */
export function postsOf({ posts, appointment, deputising, duties, reports, onboarding }: Role, printed: Printed): string[] {
  const ofPost = [
    ...[appointment.by, ...(appointment.proposedBy ?? []), ...(appointment.consentOf ?? []), deputising?.namedBy],
    ...duties.flatMap((area) => area.duties.map(({ escalateTo }) => escalateTo)),
    ...(reports ?? []).map(({ recipient }) => recipient),
  ];
  const stages = onboarding?.stages ?? [];
  const actors = stages.flatMap(({ steps, checks = [] }) => [...steps.map(({ owner }) => owner), ...checks.map(({ by }) => by)]);
  const named = [...(printed.post ? ofPost : []), ...(printed.onboarding ? actors : [])];
  // Actors that every organisation has, such as the mentor, are no posts.
  return named.filter((ref) => ref !== undefined && Object.hasOwn(posts, ref)) as string[];
}

/** Who holds the post, if anybody. */
export const holderOf = (ref: string | undefined, organisation: Organisation | null): Names | undefined =>
  ref !== undefined && organisation?.posts && Object.hasOwn(organisation.posts, ref) ? organisation.posts[ref]?.holder : undefined;

/** Whether somebody holds a post for now only, in the place of another. */
export const isStandIn = (ref: string | null, holder: Names | null, organisation: Organisation | null): boolean =>
  ref !== null && organisation?.posts?.[ref]?.acting === true && samePerson(organisation.posts[ref].holder, holder ?? undefined);

/** The department that the person belongs to, or the one that the papers are for. */
export const departmentOf = ({ person, organisation, department }: Placed) =>
  organisation?.departments?.find(({ id }) => id === (person?.department ?? department));

/** The person’s manager, with the post that the organisation has for them; `usual` is the post that would be taken without. */
function managerOf({ organisation, person }: Placed, usual: string | null): Superior | null {
  const manager = person?.manager;
  if (!manager) return null;
  const posts = Object.entries(organisation?.posts ?? {});
  const called = manager.post === undefined ? [] : posts.filter(([, { title }]) => sameWords(title, manager.post)).map(([ref]) => ref);
  const held = posts.filter(([, { holder }]) => samePerson(holder, manager.name)).map(([ref]) => ref);
  const post =
    manager.post === undefined
      ? (held.find((ref) => ref === usual) ?? held[0] ?? (usual !== null && holderOf(usual, organisation) === undefined ? usual : null))
      : (called.find((ref) => held.includes(ref)) ?? called[0] ?? null);
  return {
    post,
    title: post === null ? (manager.post ?? null) : null,
    holder: manager.name,
    ...(post === null && manager.postForms && { forms: manager.postForms }),
  };
}

/** Whether two texts say the same in some language; a plain string is in any. */
function sameWords(one: Text | undefined, other: Text | undefined): boolean {
  const said = (text: Text | undefined): string[] =>
    (typeof text === 'string' ? [text] : Object.values(text ?? {})).map((words) => String(words).toLowerCase());
  return said(one).some((words) => said(other).includes(words));
}
