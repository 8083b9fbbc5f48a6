/** What a workplace asks of people and gives them: assessed conditions and protective equipment. */
import { formatDate } from '../language/dates.js';
import { branch } from '../language/phrases.js';
import type { Role } from '../role/role.generated.js';
import type { Wording } from './wording.js';

/** One sentence for the class, one for each thing that the employer gives for it; empty without an assessment. */
export function assessedConditions({ workingConditions: found }: Role, wording: Wording): { id: string; text: string; items: [] }[] {
  if (!found || !wording.applies(found)) return [];
  const { phrase, locale, jurisdiction } = wording;
  const assessed = found.assessed === undefined ? 'none' : formatDate(found.assessed, locale, 'numeric', jurisdiction.languages[locale]);
  const given: [string, string | null][] = [
    ['class', phrase('workplace.class', { class: branch(`class-${found.class.replace('.', '-')}`), assessed })],
    ['leave', found.leave === undefined ? null : phrase('workplace.leave', { days: found.leave })],
    ['week', found.week === undefined ? null : phrase('workplace.week', { hours: found.week })],
    ['pay', found.payRise === undefined ? null : phrase('workplace.pay-rise', { percent: found.payRise })],
    ['milk', found.milk ? phrase('workplace.milk') : null],
  ];
  return given.flatMap(([id, text]) => (text === null ? [] : [{ id: `workplace-${id}`, text, items: [] }]));
}

/** The rows of the table of protective equipment. */
export const protectiveEquipment = ({ protectiveEquipment: items = [] }: Role, wording: Wording) =>
  items.filter(wording.applies).map((item) => ({
    id: item.id,
    name: wording.say(item.name),
    quantity: wording.phrase(`protective.${item.unit ?? 'piece'}`, { n: item.quantity }),
    period: item.months === undefined ? wording.phrase('protective.until-worn') : wording.phrase('protective.months', { n: item.months }),
    norm: wording.sayMaybe(item.norm),
  }));
