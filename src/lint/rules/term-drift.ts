/** Two words for one thing: the one used less often is the drift. Which words stand for one thing is data. */
import type { LintCheck, LintFinding, PhraseFinding } from '../rule.js';

export const rule: LintCheck = (context) => {
  const sets = new Map<string, Map<string, PhraseFinding[]>>();
  for (const found of context.phrases()) {
    const [set = '', term = ''] = found.mark.split('/');
    const key = `${found.passage.language} ${set}`;
    const terms = sets.get(key) ?? new Map<string, PhraseFinding[]>();
    sets.set(key, terms.set(term, [...(terms.get(term) ?? []), found]));
  }
  return [...sets.values()].flatMap((terms): LintFinding[] => {
    // Of two that are equally frequent the first in the file stays.
    const [usual] = [...terms].sort(([, one], [, other]) => other.length - one.length);
    return [...terms]
      .filter(([term]) => term !== usual?.[0])
      .flatMap(([, found]) => found.map(({ pointer, range, args }) => ({ pointer, range, args: { ...args, usual: usual?.[0] ?? '' } })));
  });
};
