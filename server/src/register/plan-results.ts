/** What came of somebody’s onboarding, for the paper that looks back at it. */
import type { Results } from 'rolewright';
import { isSettled } from '../life/plan.js';
import { localTime } from './evidence.js';
import { planById } from './plan.js';
import type { Setting } from './setting.js';
import type { WantedPaper } from './wanted.js';

/** The kinds that look back. */
const reviews: ReadonlySet<string> = new Set(['probation-review']);

/** The results of the plan that the person has, or had last, in the role of a review; null for other papers, and where there was no plan. */
export async function resultsFor({ kind, person, roleId }: WantedPaper, { storage: { read }, zone }: Setting): Promise<Results | null> {
  if (!reviews.has(kind.id) || person === null) return null;
  const own = (await read.plansOf(person.id)).filter(({ role }) => role === roleId);
  const last = own.reduce<(typeof own)[number] | undefined>(
    (one, other) => (one && one.last_event > other.last_event ? one : other),
    undefined,
  );
  const state = last && (await planById(last.id, read))?.state;
  if (!state) return null;
  const dayOf = (made: string): string => localTime(made, person.known?.zone ?? zone ?? 'UTC').slice(0, 10);
  return {
    done: state.tasks.filter((task) => task.of === undefined && task.what === 'step' && isSettled(task)).map(({ id }) => id),
    checks: Object.fromEntries(
      state.tasks.flatMap(({ id, checks }) => {
        const result = checks.at(-1);
        return result
          ? [[id, { passed: result.result === 'passed', on: dayOf(result.made), by: result.by, words: result.words }] as const]
          : [];
      }),
    ),
  };
}
