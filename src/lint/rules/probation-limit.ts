/** The probation of a role or an organisation, in its data and in its sentences, against the limits of each country in force. */
import { tooLong } from '../../law/probation.js';
import type { Meaning, Place } from '../concepts.js';
import { within } from '../phrase-book.js';
import type { LintCheck, LintFinding } from '../rule.js';
import { monthsOf } from '../values.js';
import type { Value } from '../values.js';

/** How many words may stand between a probation and its length. */
const reach = 12;

export const rule: LintCheck = ({ role, organisation, jurisdictions, law, passages, meaning, cut }) => {
  const [months, pointer] = role
    ? [role.onboarding?.probation?.months, '/onboarding/probation/months']
    : [organisation?.probation?.months, '/probation/months'];
  const inData = jurisdictions
    .flatMap((country) => {
      const found = tooLong(months ?? null, role, { person: null, organisation }, law(country));
      return found ? [{ pointer, args: { ...found, country } }] : [];
    })
    .slice(0, 1);

  const inText = passages.flatMap((passage): LintFinding[] => {
    // What is measured over a half-year is no probation of half a year.
    const meant = meaning(passage);
    const length = within(passage.section, 'kpis') ? null : lengthOfTrial(meant);
    if (!length) return [];
    const post = role && meant.places.has('longer-trial-post') ? { ...role, tier: 'top' as const } : role;
    const [first, last] = [cut(passage).list[length.start], cut(passage).list[length.end - 1]];
    return passage.jurisdictions
      .filter((country) => jurisdictions.includes(country))
      .flatMap((country) => {
        const found = tooLong(Math.round(length.months * 10) / 10, post, { person: null, organisation }, law(country));
        return found && first && last
          ? [{ pointer: passage.pointer, range: { start: first.start, end: last.end }, args: { ...found, country } }]
          : [];
      })
      .slice(0, 1);
  });
  return [...inData, ...inText];
};

/** The length of time nearest to a probation of people. */
function lengthOfTrial({ places, values }: Meaning): (Place & { months: number }) | null {
  const [trial] = places.get('trial') ?? [];
  if (!trial || places.has('trial-of-things')) return null;
  const near = [...values.values()]
    .filter((value) => monthsOf(value) !== null && apart(value, trial) <= reach)
    .sort((a, b) => apart(a, trial) - apart(b, trial));
  const [nearest] = near;
  const months = nearest ? monthsOf(nearest) : null;
  return nearest && months !== null ? { start: nearest.start, end: nearest.end, months } : null;
}

/** How many words stand between; a length inside the words for a probation is how fast it ends, not how long it lasts. */
const apart = (value: Value, trial: Place): number =>
  value.start >= trial.end ? value.start - trial.end : value.end <= trial.start ? trial.start - value.end : Infinity;
