/** Who reports to a position, who stands in for its holder, and who has a function: as the organisation has it. */
import type { Role } from '../role/role.generated.js';
import { offices } from '../role/rules.js';
import type { BuiltInActor } from '../role/rules.js';
import type { Organisation } from './organisation.generated.js';

/** Short names of posts; undefined where nobody reports to the position. */
export function subordinatesOf(role: Role, organisation: Organisation | null): readonly string[] | undefined {
  const own = organisation?.positions?.[role.id]?.subordinates;
  return own === undefined ? role.subordinates : own.length > 0 ? own : undefined;
}

/** Short names of posts; null where the organisation says nothing of it. */
export const deputiesOf = (role: Role, organisation: Organisation | null): readonly string[] | null =>
  organisation?.positions?.[role.id]?.deputies ?? null;

/**
 * The short name of the post that has a function here, such as health and safety: a post of that short name, and of personnel
 * or of the head else the one that signs as such. Null where the organisation names none, and for parts that are no function.
 */
export function postOfActor(actor: BuiltInActor, organisation: Organisation | null): string | null {
  if (!organisation || !offices.some((one) => one === actor)) return null;
  if (organisation.posts && Object.hasOwn(organisation.posts, actor)) return actor;
  const { hr, employer, approver } = organisation.signatories ?? {};
  const signs = actor === 'hr' ? hr : actor === 'director' ? (employer ?? approver) : undefined;
  return signs ?? null;
}
