/** What a grading decision says: the job, the system, the four criteria with their reasons, and how to object. */
import { formatDate } from '../language/dates.js';
import type { Role } from '../role/role.generated.js';
import { languageTag } from './parties.js';
import type { Parties } from './parties.js';
import { evaluationOf } from './position.js';
import type { Wording } from './wording.js';

/** In the order of Directive (EU) 2023/970, article 4(4). */
const criteria = ['skills', 'effort', 'responsibility', 'conditions'] as const;

/** Where the collective agreement says nothing and the organisation neither. */
const usualWeeks = { objection: 6, decision: 8 };

export function gradingView(role: Role, parties: Parties, wording: Wording) {
  const { phrase, locale, sayMaybe } = wording;
  const { factors, reference, system, method, date } = evaluationOf(role, parties);
  const { objectionWeeks, decisionWeeks, to, agreement } = parties.organisation?.grading ?? {};
  const inWords = (day: string | null | undefined): string | null => (day ? formatDate(day, locale, 'long', languageTag(wording)) : null);
  return {
    reference: sayMaybe(reference),
    system: system ?? null,
    method: method ? phrase(`grading.${method}`) : null,
    decided: inWords(date ?? parties.date),
    effective: inWords(parties.effective),
    criteria: criteria.map((id) => ({
      id,
      name: phrase(`grading.${id}`),
      level: factors ? String(factors[id].level) : null,
      reason: sayMaybe(factors?.[id].reason),
    })),
    agreement: sayMaybe(agreement),
    objection: phrase('grading.objection', {
      to: sayMaybe(to) ?? phrase('grading.hr'),
      weeks: objectionWeeks ?? usualWeeks.objection,
    }),
    decision: phrase('grading.decision', { weeks: decisionWeeks ?? usualWeeks.decision }),
  };
}
