/** What the law wants done when somebody starts, in words and, where it can be reckoned, with dates. */
import { standingOf } from '../law/citation.js';
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
        /** Empty where there is nothing that could be named. */
        basis: laws.flatMap((law) => namedLaw(law, wording) ?? []).join('; '),
        when: when[wording.locale],
        until: last && dateInWords(last, wording),
        /** The same as a date. */
        last,
      };
    });

/** The law of a reference as documents name it in their language: with its article only where somebody has read it. */
export function namedLaw(id: string, { jurisdiction, locale }: Pick<Wording, 'jurisdiction' | 'locale'>): string | null {
  const law = jurisdiction.laws.find((one) => one.id === id);
  if (!law) return null;
  return standingOf(law) === 'open' ? (law.act?.[locale] ?? null) : (law.named?.[locale] ?? law.citation);
}
