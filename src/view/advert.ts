/** What a job advert says: the position in short, what the employer offers, how people apply. */
import { formatDate } from '../language/dates.js';
import type { Criterion, DutyGroup, Requirement, Role } from '../role/role.generated.js';
import { criterionInWords } from './areas.js';
import { entries } from './entries.js';
import type { Statement } from './entries.js';
import { languageTag } from './parties.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** More than these nobody reads in an advert. */
const most = { areas: 5, wishes: 3 };

export function advertView(role: Role, { organisation }: Parties, wording: Wording) {
  const vacancy = organisation?.positions?.[role.id]?.vacancy;
  const hiring = organisation?.hiring;
  return {
    about: wording.sayMaybe(hiring?.about),
    doing: doing(role, wording),
    ...bringing(role, wording),
    offers: (hiring?.offers ?? []).map((text, at): Statement => ({ id: `offer-${at + 1}`, text: wording.say(text), items: [] })),
    selection: wording.sayMaybe(hiring?.selection),
    contact: wording.sayMaybe(hiring?.contact),
    closing: vacancy?.closing ? formatDate(vacancy.closing, wording.locale, 'long', languageTag(wording)) : null,
    start: wording.sayMaybe(vacancy?.start),
    reference: vacancy?.reference ?? null,
  };
}

/** The areas that take most of the time, in the order of the role. */
function doing({ duties }: Role, wording: Wording): Statement[] {
  const areas = duties.filter((area) => wording.applies(area) && !area.marginal && area.essence !== undefined);
  const chosen = new Set([...areas].sort((one, other) => (other.share ?? 0) - (one.share ?? 0)).slice(0, most.areas));
  return areas.filter((area) => chosen.has(area)).map((area) => ({ id: `advert-${area.id}`, text: said(area, wording), items: [] }));
}

const said = ({ essence, heading }: DutyGroup, wording: Wording): string => wording.say(essence ?? heading);

/** Dutch criteria are words beside the name of their group; others stand alone. */
const criterionText = (one: Criterion, wording: Wording): string =>
  wording.phrase('advert.criterion', { group: wording.phrase(`criteria.group.${one.group}`), text: criterionInWords(one, wording) });

/** Criteria where the role has them for this country; what a holder must be able to do elsewhere. */
function bringing(role: Role, wording: Wording): { bring: Statement[]; able: Statement[]; helpful: Statement[] } {
  const criteria = (role.criteria ?? []).filter(wording.applies);
  const { skills = [], extra = [] } = role.requirements;
  const stated = (desirable: boolean): Statement[] =>
    criteria.length > 0
      ? criteria
          .filter((one) => (one.desirable ?? false) === desirable)
          .map((one) => ({ id: `advert-${one.id}`, text: criterionText(one, wording), items: [] }))
      : advertised(extra, desirable, wording);
  return {
    bring: stated(false),
    able: criteria.length > 0 ? [] : advertised(skills, false, wording),
    helpful: stated(true).slice(0, most.wishes),
  };
}

const advertised = (list: readonly Requirement[], desirable: boolean, wording: Wording): Statement[] =>
  entries(
    list.filter((one) => (one.desirable ?? false) === desirable),
    wording,
  ).map((one) => ({ ...one, id: `advert-${one.id}` }));
