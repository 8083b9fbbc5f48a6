/**
 * Two words for one thing in the papers of one country: the one used less often is the drift. Which words stand for one
 * thing is data.
 */
import type { LintCheck, LintFinding, PhraseFinding } from '../rule.js';

export const rule: LintCheck = (context) => {
  const sets = new Map<string, Map<string, PhraseFinding[]>>();
  for (const found of context.phrases()) {
    const [set = '', term = ''] = found.mark.split('/');
    for (const country of found.passage.jurisdictions) {
      const key = `${country} ${found.passage.language} ${set}`;
      const terms = sets.get(key) ?? new Map<string, PhraseFinding[]>();
      sets.set(key, terms.set(term, [...(terms.get(term) ?? []), found]));
    }
  }
  const drifts = [...sets.values()].flatMap((terms) => {
    // Of two that are equally frequent the first in the file stays.
    const [usual] = [...terms].sort(([, one], [, other]) => other.length - one.length);
    return [...terms]
      .filter(([term]) => term !== usual?.[0])
      .flatMap(([, found]) => found.map((one) => ({ one, usual: usual?.[0] ?? '' })));
  });
  // What two countries print is told once.
  const told = new Map(drifts.map((drift) => [drift.one, drift]));
  return [...told.values()].map(({ one: { pointer, range, args }, usual }): LintFinding => ({ pointer, range, args: { ...args, usual } }));
};
