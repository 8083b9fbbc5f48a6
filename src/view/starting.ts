/** What the law wants done when somebody starts, in words and, where it can be reckoned, with dates. */
import type { Plan } from '../law/plan.js';
import { concerns } from '../law/terms.js';
import { dateInWords } from './onboarding.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** What the law of the country wants when somebody starts. */
export const startingView = (parties: Parties, wording: Wording, plan: Plan | null) =>
  wording.jurisdiction.starting
    .filter((duty) => concerns(duty, parties))
    .map(({ id, laws, text, when, note }) => {
      const last = plan?.legal.get(id) ?? null;
      return {
        id,
        text: text[wording.locale],
        note: note?.[wording.locale] ?? null,
        basis: laws.map((law) => namedLaw(law, wording)).join('; '),
        when: when[wording.locale],
        until: last && dateInWords(last, wording),
        /** The same as a date. */
        last,
      };
    });

/** The law of a reference as documents name it in their language. */
export function namedLaw(id: string, { jurisdiction, locale }: Wording): string {
  const law = jurisdiction.laws.find((one) => one.id === id);
  return law?.named?.[locale] ?? law?.citation ?? id;
}
