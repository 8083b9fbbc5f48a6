/** Who reports to a position, and who stands in for its holder: as the organisation has it, else as the role says. */
import type { Role } from '../role/role.generated.js';
import type { Organisation } from './organisation.generated.js';

/** Short names of posts; undefined where nobody reports to the position. */
export function subordinatesOf(role: Role, organisation: Organisation | null): readonly string[] | undefined {
  const own = organisation?.positions?.[role.id]?.subordinates;
  return own === undefined ? role.subordinates : own.length > 0 ? own : undefined;
}

/** Short names of posts; null where the organisation says nothing of it. */
export const deputiesOf = (role: Role, organisation: Organisation | null): readonly string[] | null =>
  organisation?.positions?.[role.id]?.deputies ?? null;
