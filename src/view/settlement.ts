/** The role as a paper needs it: its questions answered by whoever may answer them, in the detail that is wanted. */
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import { inBrief } from '../role/brief.js';
import { answersTo, settled } from '../role/settle.js';
import type { Settlement } from '../role/settle.js';
import type { Role } from '../role/role.generated.js';

export type Detail = 'brief' | 'full';

export interface Answerers {
  readonly organisation: Organisation | null;
  readonly person: Person | null;
  readonly department?: string | null;
}

/** Null without an organisation: nobody can have answered, and the paper is a form. */
export function settlementFor(role: Role, { organisation, person, department }: Answerers, jurisdiction: string): Settlement {
  if (!organisation) return null;
  const own = organisation.departments?.find(({ id }) => id === (person?.department ?? department));
  return answersTo(role, jurisdiction, [organisation.answers, own?.answers, organisation.positions?.[role.id]?.answers]);
}

/** What a paper of this detail is made from. */
export const roleFor = (role: Role, answers: Settlement, detail: Detail, jurisdiction: string): Role => {
  const whole = settled(role, answers, jurisdiction);
  return detail === 'brief' ? inBrief(whole, jurisdiction) : whole;
};
