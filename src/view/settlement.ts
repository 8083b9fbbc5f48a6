/** The role as a paper needs it: its questions answered by whoever may answer them, in the detail that is wanted. */
import { departmentOf } from '../organisation/superior.js';
import type { Placed } from '../organisation/superior.js';
import { inBrief } from '../role/brief.js';
import { answersTo, settled } from '../role/settle.js';
import type { Settlement } from '../role/settle.js';
import type { Role } from '../role/role.generated.js';

export type Detail = 'brief' | 'full';

/** Null without an organisation: nobody can have answered, and the paper is a form. */
export function settlementFor(role: Role, placed: Placed, jurisdiction: string): Settlement {
  const { organisation } = placed;
  if (!organisation) return null;
  return answersTo(role, jurisdiction, [organisation.answers, departmentOf(placed)?.answers, organisation.positions?.[role.id]?.answers]);
}

/** What a paper of this detail is made from. */
export const roleFor = (role: Role, answers: Settlement, detail: Detail, jurisdiction: string): Role => {
  const whole = settled(role, answers, jurisdiction);
  return detail === 'brief' ? inBrief(whole, jurisdiction) : whole;
};
