/** Who reads an onboarding, and what of it is theirs to do. */
import type { Actor } from '../role/role.generated.js';

export type Audience = 'new-hire' | 'manager' | 'hr';

/** Those who get papers, access and equipment ready; HR sees to it that they do. */
const office: readonly Actor[] = ['hr', 'it', 'security', 'accounting'];

/** Whether it falls to this reader to do what an actor does, or to see that it is done. Whoever belongs to no office works for the manager. */
export function answersFor(audience: Audience, actor: Actor): boolean {
  if (audience === 'new-hire' || actor === 'new-hire') return audience === actor;
  return (audience === 'hr') === office.includes(actor);
}
