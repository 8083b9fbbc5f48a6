/** Holders of positions as people whom papers are made for. */
import type { Person } from '../person/person.generated.js';
import { holdersOn } from './holders.js';
import type { Day } from './holders.js';
import type { Lines } from './lines.js';
import type { Holder } from './structure.generated.js';

/** Those who hold a position themselves on a day: whoever stands in has a description of their own. */
export function peopleOf({ places }: Lines, id: string | null, day: Day): readonly Person[] {
  const place = id === null ? undefined : places.get(id);
  if (!place) return [];
  return holdersOn(place.position, day)
    .filter(({ acting }) => acting !== true)
    .map((holder) => personOf(holder, place.id, place.department?.id));
}

/** The first day in the position is that of the work there, from which an onboarding counts. */
function personOf(
  { name, nameForms, gender, personnelNumber, email, language, fte, from }: Holder,
  position: string,
  department?: string,
): Person {
  return {
    name,
    ...(nameForms && { nameForms }),
    ...(gender && { gender }),
    ...(personnelNumber !== undefined && { personnelNumber }),
    ...(department !== undefined && { department }),
    position,
    ...(from !== undefined && { hireDate: from }),
    ...(fte !== undefined && fte < 1 && { facts: { fte } }),
    ...(email !== undefined && { email }),
    ...(language && { language }),
  };
}
