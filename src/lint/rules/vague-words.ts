/** Adverbs without a measure. For time, a deadline or frequency of the clause is the measure. */
import { isRecord } from '../../read/schema-walk.js';
import { clauseAt } from '../clause.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) =>
  context.phrases().filter(({ passage, range, mark }) => {
    // «controleert of … en of …» is no «en/of».
    if (/^(?:en|and|и)\s+(?:of|or|или)$/iu.test(passage.text.slice(range.start, range.end))) return false;
    const clause = mark === 'time' ? clauseAt(context.role, passage.clause) : null;
    return !isRecord(clause) || !['deadline', 'frequency', 'due', 'condition'].some((key) => Object.hasOwn(clause, key));
  });
