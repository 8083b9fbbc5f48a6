/** The superior in words: one in every paper that knows its organisation or its person, the role’s choice in others. */
import { upperFirst } from '../language/sentences.js';
import { isStandIn, superiorsOf } from '../organisation/superior.js';
import type { Placed, Superior } from '../organisation/superior.js';
import type { Role } from '../role/role.generated.js';
import { signedName, wholeName } from './names.js';
import { formsOf } from './wording.js';
import type { PostForms, Wording } from './wording.js';

/** For whom a paper is made, and the superiors, the direct one first, where they are known beforehand. */
export interface Led extends Placed {
  readonly superiors?: readonly Superior[];
}

/** The superiors of a paper, the direct one first. */
export const superiorsIn = (role: Role, parties: Led): readonly Superior[] => parties.superiors ?? superiorsOf(role, parties);

/** How documents call the post; null where nobody says. */
export function postOf({ post, title, forms }: Superior, wording: Wording): PostForms | null {
  if (post !== null) return wording.post(post);
  return title === null ? null : formsOf(wording.say(title), forms, wording);
}

/**
 * `posts` is the post of the direct superior; where nobody can tell it is empty, and a blank is printed. Only a form for no
 * organisation and no person prints the choice of the role.
 */
export function superiorView(role: Role, parties: Led, wording: Wording) {
  const [direct] = superiorsIn(role, parties);
  const post = direct ? postOf(direct, wording) : null;
  const choice = !parties.organisation && !parties.person && !post;
  const mode = choice ? (role.reportsTo.mode ?? 'one') : 'one';
  const { professional } = role.reportsTo;
  const name = direct?.holder ? wholeName(direct.holder, wording) : null;
  const standsIn = direct !== undefined && isStandIn(direct.post, direct.holder, parties.organisation);
  const called =
    post && standsIn ? wording.phrase('signature.acting', { title: post.bare, genitive: post.genitive }) : (post?.bare ?? null);
  return {
    mode,
    conjunction: mode === 'any' ? 'or' : 'and',
    posts: post ? [post] : choice ? role.reportsTo.posts.map((ref) => wording.post(ref)) : [],
    /** “Fatima Bakker, head of sales”; the post alone for a vacancy. */
    named: [name, called && (name === null ? upperFirst(called, wording.locale) : called)].filter(Boolean).join(', ') || null,
    name,
    /** Who answers for professional standards, where that is another post. */
    professional: professional !== undefined && wording.has(professional) ? wording.post(professional) : null,
    signedName: direct?.holder ? signedName(direct.holder, wording) : null,
  };
}
